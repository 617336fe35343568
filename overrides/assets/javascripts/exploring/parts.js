/* Loads what Explore's filters need. A part is a script that calls archiveExplore.part: from a folder, too, a page
   may load scripts, and nothing else. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return

  const kept = new Map()
  const coming = new Map()

  /* A file that did not come is asked for again when it is needed again. */
  const fetched = file =>
    new Promise((done, failed) => {
      const script = document.createElement("script")
      script.src = `parts/${file}.js`
      script.onload = () => done(script.remove())
      script.onerror = () => {
        script.remove()
        coming.delete(file)
        failed(new DOMException(script.src, "NetworkError"))
      }
      document.head.append(script)
    })

  const load = async name => {
    if (kept.has(name)) return kept.get(name)
    const file = form.dataset.together ? "all" : name
    if (!coming.has(file)) coming.set(file, fetched(file))
    await coming.get(file)
    return kept.get(name)
  }

  /* Calls `use` with part after part, in their order; meanwhile the next ones are on their way. */
  const AHEAD = 12
  const each = async (names, use) => {
    const loads = names.slice(0, AHEAD).map(load)
    for (let at = 0; at < names.length; at += 1) {
      const part = await loads[at]
      loads[at] = null
      if (at + AHEAD < names.length) loads.push(load(names[at + AHEAD]))
      if ((await use(part, at)) === false) return
    }
  }

  Object.assign(window.archiveExplore, {
    part: (name, data) => kept.set(name, data),
    has: name => kept.has(name),
    load,
    each,
  })
})()
