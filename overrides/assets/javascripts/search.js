/* Search begins when it is opened: the theme's program, the rest of its styles and the index are fetched then, and
   not before. From a folder, where browsers start no workers, the search runs in a hidden frame instead. */
(() => {
  "use strict"

  const { program, sheet } = document.currentScript.dataset
  const toggle = document.getElementById("__search")
  const field = document.querySelector("[data-md-component=search-query]")
  if (!toggle || !field || !program) return

  const load = (target, address) =>
    new Promise((resolve, reject) => {
      const script = target.createElement("script")
      script.src = address
      script.addEventListener("load", () => resolve())
      script.addEventListener("error", () => reject(new Error(`cannot load ${address}`)))
      target.head.append(script)
    })

  /* Before our own sheet, so that ours goes on deciding. */
  const dress = () => {
    const first = document.querySelector("link[rel=stylesheet]")
    const link = document.createElement("link")
    link.rel = "stylesheet"
    link.href = sheet
    first.before(link)
  }

  /* A frame with the worker's script in it; it looks like a worker from both sides. */
  class FrameWorker extends EventTarget {
    constructor(address) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.title = "Search"
      document.body.append(frame)
      this.scope = frame.contentWindow
      this.scope.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.scope.importScripts = async (...scripts) => {
        for (const script of scripts) await load(this.scope.document, script)
      }
      this.ready = load(this.scope.document, new URL(address, location.href).href)
    }

    postMessage(data) {
      this.ready.then(() => this.scope.dispatchEvent(new this.scope.MessageEvent("message", { data })))
    }
  }

  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    if (location.protocol === "file:") window.Worker = FrameWorker
    if (sheet) dress()
    load(document, program)
  }

  /* Where the reader was before, to go back there. */
  let before = null

  const open = () => {
    toggle.checked = true
    field.focus()
    begin()
  }

  toggle.addEventListener("change", () => {
    if (toggle.checked) return open()
    if (before) before.focus({ preventScroll: true })
    else field.blur()
    before = null
  })
  addEventListener("hashchange", () => (before = null))
  field.addEventListener("focus", event => {
    if (event.relatedTarget) before = event.relatedTarget
    if (!toggle.checked) open()
  })
  /* The theme's program may still be on its way. */
  field.addEventListener("keydown", event => event.key === "Escape" && toggle.checked && toggle.click())
})()
