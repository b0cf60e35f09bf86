// Marks what a translating browser is to leave alone: echoes of what is typed, and the notes themselves.

const state = (window.__followThroughAsIs ??= { watching: false, waiting: false })

const unmarked = ["as-is-", "paper-"].map((name) => `[class*='st-key-${name}']:not([translate])`).join()

function mark() {
  state.waiting = false
  for (const element of document.querySelectorAll(unmarked)) element.setAttribute("translate", "no")
}

// Once for many changes: a page is built in thousands of them, and a translator waits for its end, too.
function markSoon() {
  if (state.waiting) return
  state.waiting = true
  setTimeout(mark, 100)
}

export default function () {
  mark()
  if (state.watching) return
  state.watching = true
  new MutationObserver(markSoon).observe(document.body, { childList: true, subtree: true })
}
