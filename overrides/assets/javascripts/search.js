/* Stands in for the browser's Worker, because the theme's search asks for one on every page: here worker and
   index are fetched when search is opened, not before, and from a folder, where browsers start no workers, the
   search runs in a hidden frame instead. Nothing else on the site uses workers. */
(() => {
  "use strict"

  /* The theme would say so only when all of it has come, and what needs scripts would then push the text aside. */
  document.documentElement.classList.replace("no-js", "js")

  const SETUP = 0
  const BrowserWorker = window.Worker

  const load = (target, address) =>
    new Promise((resolve, reject) => {
      const script = target.createElement("script")
      script.src = address
      script.addEventListener("load", () => resolve())
      script.addEventListener("error", () => reject(new Error(`cannot load ${address}`)))
      target.head.append(script)
    })

  const index = () => {
    const { base } = JSON.parse(document.getElementById("__config").textContent)
    return new URL("search/search_index.js", new URL(base, location.href)).href
  }

  const opened = () =>
    new Promise(resolve => {
      const toggle = document.getElementById("__search")
      const field = document.querySelector("[data-md-component=search-query]")
      if (!toggle || toggle.checked || document.activeElement === field) return resolve()
      toggle.addEventListener("change", () => resolve(), { once: true })
      field?.addEventListener("focus", () => resolve(), { once: true })
    })

  /* The theme asks for search_index.json, which names the settings but no documents; all of them stand in
     search_index.js, which can also be read from a folder. */
  const completed = async message => {
    if (message.type !== SETUP || message.data.docs.length) return message
    await opened()
    if (!window.__index) await load(document, index())
    return { ...message, data: { ...message.data, docs: window.__index.docs } }
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

  const fromFolder = location.protocol === "file:"
  if (fromFolder) window.IFrameWorker = FrameWorker

  /* What the theme takes for its worker: the true one begins when search is opened. */
  class LateWorker extends EventTarget {
    constructor(address) {
      super()
      this.worker = opened().then(() => {
        const worker = fromFolder ? new FrameWorker(address) : new BrowserWorker(address)
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })))
        return worker
      })
    }

    postMessage(message) {
      Promise.all([this.worker, completed(message)]).then(([worker, data]) => worker.postMessage(data))
    }
  }

  window.Worker = LateWorker
})()
