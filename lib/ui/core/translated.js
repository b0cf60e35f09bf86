// A translating browser puts an element in the place of each text. Streamlit's page (React) goes on changing the
// text that is gone: what is shown would freeze, and where the text is to be taken away, a part of the page breaks
// (https://github.com/facebook/react/issues/11538). So what is done to such a text is done to what stands for it.

const state = (window.__followThroughTranslated ??= { stands: null })

const isFor = (node) => node?.nodeName === "FONT" && node.isConnected

function notice(stands, record) {
  for (const gone of record.removedNodes) {
    if (gone.nodeType !== Node.TEXT_NODE || gone.isConnected) continue
    const element = [...record.addedNodes, record.previousSibling, record.nextSibling].find(isFor)
    if (element) stands.set(gone, element)
  }
}

// The child itself, or what stands for it.
function childOf(parent, child, stands) {
  const element = child && child.parentNode !== parent ? stands.get(child) : null
  return element?.parentNode === parent ? element : child
}

function follow(stands) {
  const { removeChild, insertBefore } = Node.prototype
  const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue")
  Node.prototype.removeChild = function (child) {
    removeChild.call(this, childOf(this, child, stands))
    return child
  }
  Node.prototype.insertBefore = function (child, before) {
    return insertBefore.call(this, child, childOf(this, before, stands))
  }
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...value,
    set(words) {
      value.set.call(this, words)
      const element = stands.get(this)
      if (element?.isConnected) element.textContent = words
    },
  })
}

export default function () {
  if (state.stands) return
  state.stands = new WeakMap()
  follow(state.stands)
  const watching = new MutationObserver((records) => records.forEach((one) => notice(state.stands, one)))
  watching.observe(document.body, { childList: true, subtree: true })
}
