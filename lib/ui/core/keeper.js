// Holds what a person has typed and the server has not saved yet, in this browser's own storage.
// A text area reaches the server only when it is left; until then a reload, a closed tab or a dead server
// would lose it. Texts are only ever compared and handed on as data, never put into the page as markup.

const PREFIX = "follow-through:"
const IDLE_MS = 1500
const WATCH_MS = 400
const KEPT_FOR_MS = 14 * 24 * 3600 * 1000

const state = (window.__followThroughKeeper ??= {
  scope: null, fields: {}, keys: {}, midSentence: [], dropped: new Set(), away: false, timer: 0, listening: false,
  focus: null, asked: new Set([""]),
})

const className = (key) => "st-key-" + key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, "-")
const entryName = (key) => `${PREFIX}${state.scope}:${key}`

// A browser may forbid its storage, or have none left: then we do without.
function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null")
  } catch {
    return null
  }
}

function write(name, entry) {
  try {
    localStorage.setItem(name, JSON.stringify(entry))
  } catch {}
}

function forget(name) {
  try {
    localStorage.removeItem(name)
  } catch {}
}

function sweep() {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX) && !(Date.now() - (read(name)?.at ?? 0) < KEPT_FOR_MS)) forget(name)
    }
  } catch {}
}

function keyOf(element) {
  for (let box = element.closest("[class*='st-key-']"); box; box = box.parentElement?.closest("[class*='st-key-']")) {
    for (const name of box.classList) if (name in state.keys) return state.keys[name]
  }
  return null
}

// Streamlit sends a text area's value on Ctrl+Enter while the focus stays: the text is saved, and checked, as it grows.
function commit(element) {
  if (!element.isConnected || element.disabled) return
  const pressed = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true }
  element.dispatchEvent(new KeyboardEvent("keydown", pressed))
}

function onInput(event) {
  const element = event.target
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return
  if (element.role === "combobox") return // what is typed there looks for an option, and is none
  const key = keyOf(element)
  if (key === null) return
  const name = entryName(key)
  const base = read(name)?.base ?? state.fields[key]
  write(name, { text: element.value, base, at: Date.now() })
  clearTimeout(state.timer)
  if (element instanceof HTMLTextAreaElement && !event.isComposing) {
    state.timer = setTimeout(() => document.activeElement === element && commit(element), IDLE_MS)
  }
}

function onHide() {
  const element = document.activeElement
  if (element instanceof HTMLTextAreaElement && keyOf(element) !== null) commit(element)
}

// A phone's keyboard begins a field with a capital, unless the field says otherwise before it has the focus.
function leaveUncapitalized() {
  for (const key of state.midSentence) {
    const fields = document.querySelectorAll(`.${CSS.escape(className(key))} :is(input, textarea)`)
    for (const field of fields) field.autocapitalize = "none"
  }
}

// Streamlit shuts the fields while the server is away. Once it is back it does not ask for what stands in the
// page, so what it missed is handed over, once; at no other time, for that would write into what is being typed.
function handOverMissed() {
  const shut = Object.keys(state.keys).some((name) => document.querySelector(`.${CSS.escape(name)} :disabled`))
  if (shut) {
    state.away = true
  } else if (state.away) {
    state.away = false
    const found = settle(true)
    if (found) state.hand(found)
  }
}

// The field that the app wants filled in next. It is asked for once: Streamlit may call with older data again.
function ask([key, token]) {
  if (!state.asked.has(token)) state.focus = key
  state.asked.add(token)
}

// The cursor is put there when nothing is drawn any more.
function giveFocus() {
  if (!state.focus || !document.querySelector("[data-test-script-state=notRunning]")) return
  const field = document.querySelector(`.${CSS.escape(className(state.focus))} :is(input, textarea)`)
  if (!field) return
  state.focus = null
  field.scrollIntoView({ block: "center" })
  field.focus()
}

function watch() {
  handOverMissed()
  giveFocus()
  leaveUncapitalized() // fields come and go with what is chosen
}

function listen() {
  if (state.listening) return
  state.listening = true
  document.addEventListener("input", onInput, true)
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && onHide())
  setInterval(watch, WATCH_MS)
  sweep()
}

// What is saved is let go. On arriving at a page, or when the server has come back under it, what is not saved
// is handed back: `give` where the saved text is still the one it was typed over, `offer` where something else
// was saved since.
function settle(arrived) {
  const give = {}, offer = {}
  for (const [key, saved] of Object.entries(state.fields)) {
    const name = entryName(key)
    const entry = read(name)
    if (!entry) continue
    if (entry.text.trim() === saved.trim()) forget(name)
    else if (!arrived) write(name, { ...entry, base: saved })
    else if (entry.base === saved) give[key] = entry
    else offer[key] = entry
  }
  return Object.keys(give).length + Object.keys(offer).length ? { give, offer } : null
}

// What was typed into the field with the focus before this script was there: its keystrokes went unheard.
function catchUp() {
  const element = document.activeElement
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return
  const key = element.role === "combobox" ? null : keyOf(element)
  if (key === null || read(entryName(key))) return
  const saved = state.fields[key]
  if (element.value !== saved.replaceAll("\r\n", "\n")) write(entryName(key), { text: element.value, base: saved, at: Date.now() })
}

// Each is dropped once, however often the app says so: the same form may be filled again later.
function drop(entries) {
  for (const [token, name] of entries) {
    if (!state.dropped.has(token)) forget(PREFIX + name)
    state.dropped.add(token)
  }
}

export default function (component) {
  const { data, setTriggerValue } = component
  if (!data) return
  listen()
  drop(data.forget)
  ask(data.focus)
  if (data.fields.length === 0) return // a page without text fields
  const arrived = state.scope !== data.scope || state.session !== data.session
  state.scope = data.scope
  state.session = data.session
  state.fields = Object.fromEntries(data.fields)
  state.keys = Object.fromEntries(data.fields.map(([key]) => [className(key), key]))
  state.midSentence = data.mid_sentence
  state.hand = (found) => setTriggerValue("found", found)
  const found = settle(arrived)
  if (found) state.hand(found)
  if (arrived) catchUp()
}
