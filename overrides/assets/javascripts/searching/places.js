/* Pages and terms → the places in them that answer, the best first.

   A page is as pages.js has it; a part is [anchor, name, text]. Its other names, and its note, are titles too; the words behind it are a
   place that is not shown. Only those of its places are read of which lists say that they have something. A term is a word, {weigh, rare}, or several that stand in a row,
   {row: [{weigh}, …], rare}. */
(() => {
  "use strict"

  const { words } = window.archiveSearch
  const known = new WeakMap()

  /* A place and its words: {place, words: word → {shown, at: [{place, start, end, n, next}]}}. */
  const readText = (place, text) => {
    const found = new Map()
    for (const { word, start, end, n, next } of words(text)) {
      if (!found.has(word)) found.set(word, { shown: text.slice(start, end).replace(/[’'ʼ]s$/, ""), at: [] })
      found.get(word).at.push({ place, start, end, n, next })
      place.length = next
    }
    return { place, words: found }
  }
  const readPart = (page, number) => {
    const behind = number === page.parts.length
    const [anchor, name, text] = behind ? ["", "", page.behind] : page.parts[number]
    return readText({ page, anchor, name, text, behind, title: false, length: 0 }, text)
  }
  const readAt = (page, number) => {
    if (number >= 0) return [readPart(page, number)]
    const names = [page.title, ...page.names].map(text => readText({ page, text, title: true, length: 0 }, text))
    return page.note ? [...names, readText({ page, text: page.note, title: true, note: true, length: 0 }, page.note)] : names
  }

  const placeAt = (page, number) => {
    if (!known.has(page)) known.set(page, new Map())
    const read = known.get(page)
    if (!read.has(number)) read.set(number, readAt(page, number))
    return read.get(number)
  }

  /* Of pages with the numbers of their places, the places; those of a page that has changed meanwhile are gone. */
  const placesOf = pages =>
    pages.flatMap(({ page, numbers }) => [...numbers].filter(number => number <= page.parts.length).flatMap(number => placeAt(page, number)))

  /* Where words stand: place → {weight, at}. */
  const standing = (places, weigh) => {
    const found = new Map()
    for (const { place, words: inPlace } of places) {
      const here = { weight: 0, at: [] }
      for (const [word, { at }] of inPlace) {
        const weight = weigh(word)
        if (!weight) continue
        here.weight = Math.max(here.weight, weight)
        here.at.push(...at)
      }
      if (here.at.length) found.set(place, here)
    }
    return found
  }

  const scored = (found, rare) => {
    for (const [place, here] of found) {
      const often = here.at.length / (here.at.length + 1)
      // a title counts the more, the less else it has; a place the less, the longer it is
      // what stands behind a page, or explains a finding, says less than what a reader sees first
      const half = place.behind || !place.page.rank
      const part = (often * (half ? 1 : 2)) / (1 + place.length / 400)
      here.score = rare * here.weight * (place.title ? 1 + 4 / place.length : part)
    }
    return found
  }

  /* Of the places of some words, those where they stand in a row. */
  const inRow = found => {
    const [first, ...rest] = found
    const kept = new Map()
    for (const [place, { at }] of first) {
      for (const start of at) {
        const row = [start]
        for (const one of rest) {
          const next = one.get(place)?.at.find(({ n }) => n === row[row.length - 1].next)
          if (!next) break
          row.push(next)
        }
        if (row.length < found.length) continue
        const here = kept.get(place) ?? { weight: 1, at: [] }
        here.at.push({ place, start: start.start, end: row[row.length - 1].end, n: start.n, next: row[row.length - 1].next })
        kept.set(place, here)
      }
    }
    return kept
  }

  const located = (places, { row, weigh, rare }) =>
    scored(row ? inRow(row.map(one => standing(places, one.weigh))) : standing(places, weigh), rare)

  Object.assign(window.archiveSearch, { placesOf, located })
})()
