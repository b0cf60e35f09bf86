// The second half of a double click presses no button. A button that acts was pressed by the first half, and
// the fields that its page still shows are older than what that changed. Anything else counts only where the
// first half went: what that one did may have brought another thing under the pointer.

const state = (window.__followThroughSecondClick ??= { watching: false, element: null, name: "" })

const keyed = "[class*='st-key-']"
const acts = "[data-testid='stButton']"
const nameOf = (element) => element.closest(keyed)?.className ?? ""

function onClick(event) {
  if (!(event.target instanceof Element)) return
  const element = event.target.closest("button, a, label, [role=button]") ?? event.target
  const name = nameOf(element)
  const isElsewhere = element !== state.element || name !== state.name
  if (event.detail > 1 && state.element && (isElsewhere || element.closest(acts))) {
    event.preventDefault()
    event.stopImmediatePropagation()
    return
  }
  state.element = element
  state.name = name
}

export default function () {
  if (state.watching) return
  state.watching = true
  window.addEventListener("click", onClick, true)
}
