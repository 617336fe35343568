/* Text → its words with their positions: what is shown stays as it was written. Two words → whether they are of one
   stem, or nearly the same. */
(() => {
  "use strict"

  const { WORD, spell } = window.archiveSpelling

  /* Words that say nothing of what is looked for: small ones, and those by which people ask. They count where nothing
     else was typed, and within a phrase. */
  const SMALL =
    "a about all an and any are as at be been but by can could did do does every for from get give had has have he her his how i if in into is it its list " +
    "many me more much of on or our please say saying says she should show so some tell than that the their them there these they this those to was we were " +
    "what when where which who whom whose why will with would you your"
  const STOP = new Set(SMALL.split(" "))

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
  const CASES = /(?<=..)(?:ого|его|ому|ему|ами|ями|ыми|ими|ов|ев|ои|еи|ии|ыи|ом|ем|ым|им|ах|ях|ых|их|ам|ям|ів|ою|ею|ую|юю|ая|яя|ые|ие|[аеиоуыэюяіьъ])$/
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
        add({ word: spell(word), start, end: start + word.length, n, next: n + 1 })
        n += 1
        continue
      }
      add({ word: spell(parts.join("")), start, end: start + word.length, n, next: n + parts.length, joined: parts })
      let at = start
      for (const part of parts) {
        add({ word: spell(part), start: at, end: at + part.length, n, next: n + 1, within: true })
        at += part.length + 1
        n += 1
      }
    }
    return found
  }

  /* A bit for each letter that a word has; a few letters share one. */
  const lettersOf = word => {
    let bits = 0
    for (let n = 0; n < word.length; n += 1) bits |= 1 << (word.charCodeAt(n) & 31)
    return bits
  }
  const countBits = bits => {
    let count = 0
    for (let left = bits; left; left &= left - 1) count += 1
    return count
  }

  /* Whether two words are one but for at most so many letters left out, put in, changed or swapped. Each of these
     changes two bits at most: nearly all pairs are told apart by that, and only the others are aligned. A misspelling
     is compared with the words of six files at most, some 12,000: 4 ms, where aligning all of them took 75. */
  const near = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most || countBits(lettersOf(a) ^ lettersOf(b)) > 2 * most) return false
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

  window.archiveSearch = { STOP, words, stem, near }
})()
