// The second half of a double click counts only where the first one went: what that one did may have brought
// another button under the pointer, which nobody meant to press.

const state = (window.__followThroughSecondClick ??= { watching: false, element: null, name: "" })

const keyed = "[class*='st-key-']"
const nameOf = (element) => element.closest(keyed)?.className ?? ""

function onClick(event) {
  if (!(event.target instanceof Element)) return
  const element = event.target.closest("button, a, label, [role=button]") ?? event.target
  const name = nameOf(element)
  if (event.detail > 1 && state.element && (element !== state.element || name !== state.name)) {
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
