/* The index comes in parts, each a script that hands over a value by its name, because a page on a disk may read
   nothing else. What has come is kept until the page is left. */
(() => {
  "use strict"

  // the archive that this script is of lies three folders up: a page may have others beside its own searched
  const root = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href
  const come = new Map()
  const awaited = new Map()

  const part = (name, value) => {
    come.set(name, value)
  }

  /* A new index has new parts under the same names; a disk keeps no old ones. */
  const address = name => {
    const url = new URL(`search/${name}.js`, root)
    if (url.protocol !== "file:") url.search = come.get("index")?.version ?? ""
    return url.href
  }

  const fetched = name =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = address(name)
      script.addEventListener("load", () => resolve(come.get(name)))
      script.addEventListener("error", () => {
        awaited.delete(name)
        reject(new Error(`cannot load ${script.src}`))
      })
      document.head.append(script)
    })

  const get = name => {
    if (come.has(name)) return Promise.resolve(come.get(name))
    if (!awaited.has(name)) awaited.set(name, fetched(name))
    return awaited.get(name)
  }

  Object.assign(window.archiveSearch, { root, part, get })
})()
