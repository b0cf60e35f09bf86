// Leaves the page as soon as its session has ended: the sign-in page then stands at the same address, and typed
// text waits in this browser's own storage. The question itself does not count as use.

const EVERY_MS = 3000

const state = (window.__followThroughLock ??= { watching: false })

async function look() {
  if (document.visibilityState !== "visible") return
  try {
    const answer = await fetch("door", { cache: "no-store" })
    if (answer.status === 403) location.reload()
  } catch {} // no server, no answer: Streamlit says so
}

export default function () {
  if (state.watching) return
  state.watching = true
  setInterval(look, EVERY_MS)
  document.addEventListener("visibilitychange", look)
  // Brought back by the browser's own "back" after it was left.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload())
}
