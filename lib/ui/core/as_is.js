// Marks what a translating browser is to leave alone: echoes of what is typed, and the notes themselves.

const state = (window.__followThroughAsIs ??= { watching: false })

const unmarked = ["as-is-", "paper-"].map((name) => `[class*='st-key-${name}']:not([translate])`).join()

function mark() {
  for (const element of document.querySelectorAll(unmarked)) element.setAttribute("translate", "no")
}

export default function () {
  mark()
  if (state.watching) return
  state.watching = true
  new MutationObserver(mark).observe(document.body, { childList: true, subtree: true })
}
