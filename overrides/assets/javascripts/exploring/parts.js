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

  /* Differences between numbers in base 64, five bits a letter; the sixth bit says that another letter follows. */
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  const BITS = new Uint8Array(128)
  for (let n = 0; n < LETTERS.length; n += 1) BITS[LETTERS.charCodeAt(n)] = n
  const unpacked = text => {
    const numbers = []
    let [number, step, shift] = [0, 0, 0]
    for (let at = 0; at < text.length; at += 1) {
      const bits = BITS[text.charCodeAt(at)]
      step |= (bits & 31) << shift
      shift += 5
      if (bits & 32) continue
      number += step
      numbers.push(number)
      step = shift = 0
    }
    return Uint32Array.from(numbers)
  }

  /* Letters without case and marks, numbers without commas, words without hyphens, apostrophes and the American z,
     so that a reader need not type as it is written. */
  const plain = text =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}“”"„«»]/gu, "")
      .toLowerCase()
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/([\p{L}\p{N}])[-‐‑’'ʼ](?=[\p{L}\p{N}])/gu, "$1")
      .replace(/([iy])z(?=e|ing|ation)/g, "$1s")

  const number = n => n.toLocaleString("en")
  const range = n => Array.from({ length: n }, (_, at) => at)

  window.archiveExplore = { 
    part: (name, data) => kept.set(name, data),
    has: name => kept.has(name),
    load,
    each,
    unpacked,
    plain,
    number,
    range,
  }
})()
