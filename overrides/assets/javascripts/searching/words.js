/* Text → words in the form in which they are compared, because a reader types `pretrial`, `20000` or `mobilization`
   for what stands as “pre-trial”, “20,000” and “mobilisation”. Positions in the text are kept: what is shown stays
   as it was written. The index is made with the same rules by build_tools/text/spellings.py: what one of the two
   changes, the other must change too. */
(() => {
  "use strict"

  /* Letters and digits, with the signs that join them: 20,000 · 3.5 · pre-trial · Russia’s · IK-17. */
  const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:[’'ʼ‐‑-][\p{L}\p{M}\p{N}]+)*/gu

  /* Without case and marks; `ё` is found as `е`, `ž` as `z`. */
  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

  /* One spelling for those that differ between countries, and for numbers with and without commas. */
  const TWINS = [
    [/,(?=\d{3})/g, ""],
    [/^(\d+)k$/, "$1000"],
    [/['’ʼ]s$/, ""],
    [/['’ʼ]/g, ""],
    [/(?<=[a-z]{2})(i|y)z(?=e[drs]?$|ers$|ing$|ations?$)/, "$1s"],
    [/(?<=[a-z]{3})our/, "or"],
    [/(?<=[a-z]{2})tre(?=s?$)/, "ter"],
    [/(?<=[a-z]{2})ense(?=s?$)/, "ence"],
  ]
  const known = new Map()
  const same = text => {
    if (!known.has(text)) known.set(text, TWINS.reduce((word, [from, to]) => word.replace(from, to), folded(text)))
    return known.get(text)
  }

  /* The endings that English changes most, so that recruits, recruited and recruiting are one word. Crude, but the
     same on both sides. */
  const ENDINGS = [
    [/(?<=..)ies$/, "y"],
    [/(?<=ss|x|ch|sh)es$/, ""],
    [/(?<=[a-z]{2}[^sui])s$/, ""],
    [/(?<=[a-z]{2}is)ations?$/, ""],
    [/(?<=[aeiouy][a-z]*)(?<=[a-z]{3})(?:ing|(?<!e)ed)$/, ""],
    [/([bdfglmnprt])\1$/, "$1"],
    [/(?<=[a-z]{3})e$/, ""],
    [/(?<=[a-z]{2})y$/, "i"],
  ]
  /* Of Russian and Ukrainian, where names are declined, the endings of cases; folding has made `й` an `и`. */
  const CASES = /(?<=..)(?:ого|его|ому|ему|ами|ями|ыми|ими|ов|ев|ои|еи|ии|ыи|ом|ем|ым|им|ах|ях|ам|ям|ую|юю|ая|яя|ые|ие|[аеиоуыэюяіьъ])$/
  const stem = word => {
    if (/^[a-z]{4,}$/.test(word)) return ENDINGS.reduce((left, [from, to]) => left.replace(from, to), word)
    return /^[а-яіґє]{4,}$/.test(word) ? word.replace(CASES, "") : word
  }

  /* A word with hyphens is found whole, joined, and by its parts. `n` counts words; `next` is the one after. */
  const words = text => {
    const found = []
    const add = one => one.word && found.push(one) // a mark by itself folds to nothing
    let n = 0
    for (const match of text.matchAll(WORD)) {
      const [word, start] = [match[0], match.index]
      const parts = /\d[.,]/.test(word) ? [] : word.split(/[-‐‑]/)
      if (parts.length < 2) {
        add({ word: same(word), start, end: start + word.length, n, next: n + 1 })
        n += 1
        continue
      }
      add({ word: same(parts.join("")), start, end: start + word.length, n, next: n + parts.length, joined: parts })
      let at = start
      for (const part of parts) {
        add({ word: same(part), start: at, end: at + part.length, n, next: n + 1, within: true })
        at += part.length + 1
        n += 1
      }
    }
    return found
  }

  /* Whether two words are one but for at most so many letters left out, put in, changed or swapped. */
  const near = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return false
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)]
    for (let i = 1; i <= a.length; i += 1) {
      const now = [i]
      for (let j = 1; j <= b.length; j += 1) {
        now[j] = Math.min(row[j] + 1, now[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]))
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], before[j - 2] + 1)
      }
      if (Math.min(...now) > most) return false
      ;[before, row] = [row, now]
    }
    return row[b.length] <= most
  }

  window.archiveSearch = { words, stem, near }
})()
