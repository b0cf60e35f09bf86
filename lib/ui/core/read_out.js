// Takes out of the page what kept typed text from being read as Markdown: it is drawn by now, and a screen
// reader, a search in the page and a copy are to have the words as they were typed.

const state = (window.__followThroughReadOut ??= { watching: false, waiting: false })

const GAPS = /[\u2060\ufeff]/g
const STROKES = /\ufeff\\(?=[`$])/g

// A stroke is taken by Markdown from what is shown, and from nothing else.
const asTyped = (words) => words.replace(STROKES, "").replace(GAPS, "")

function clean() {
  state.waiting = false
  for (const element of document.querySelectorAll("[aria-label]")) {
    const name = element.getAttribute("aria-label")
    if (asTyped(name) !== name) element.setAttribute("aria-label", asTyped(name))
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (text.data.search(GAPS) >= 0) text.data = text.data.replace(GAPS, "")
  }
}

// Once for many changes, as in as_is.js.
function cleanSoon() {
  if (state.waiting) return
  state.waiting = true
  setTimeout(clean, 100)
}

export default function () {
  clean()
  if (state.watching) return
  state.watching = true
  const changes = { childList: true, subtree: true, characterData: true, attributeFilter: ["aria-label"] }
  new MutationObserver(cleanSoon).observe(document.body, changes)
}
