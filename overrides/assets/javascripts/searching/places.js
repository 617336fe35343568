/* Pages and terms → the places in them that answer, the best first.

   A page is {at, title, kind, parts}; a part is [anchor, name, text]. Only those of its places are read of which lists
   say that they have something. A term is a word, {weigh, rare}, or several that stand in a row,
   {row: [{weigh}, …], rare}. */
(() => {
  "use strict"

  const { words } = window.archiveSearch
  const known = new WeakMap()

  /* A place and its words: {place, words: word → {shown, at: [{place, start, end, n, next}]}}. */
  const readAt = (page, number) => {
    const [anchor, name, text] = number < 0 ? ["", "", page.title] : page.parts[number]
    const place = { page, anchor, name, text, title: number < 0, length: 0 }
    const found = new Map()
    for (const { word, start, end, n, next } of words(text)) {
      if (!found.has(word)) found.set(word, { shown: text.slice(start, end).replace(/[’'ʼ]s$/, ""), at: [] })
      found.get(word).at.push({ place, start, end, n, next })
      place.length = next
    }
    return { place, words: found }
  }

  const placeAt = (page, number) => {
    if (!known.has(page)) known.set(page, new Map())
    const read = known.get(page)
    if (!read.has(number)) read.set(number, readAt(page, number))
    return read.get(number)
  }

  /* Of pages with the numbers of their places, the places; those of a page that has changed meanwhile are gone. */
  const placesOf = pages =>
    pages.flatMap(({ page, numbers }) => [...numbers].filter(number => number < page.parts.length).map(number => placeAt(page, number)))

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
      here.score = rare * here.weight * (place.title ? 1 + 4 / place.length : (often * 2) / (1 + place.length / 400))
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

  const sum = has => [...has.values()].reduce((all, one) => all + one, 0)

  /* By page. Best is a place that, with the page's title, has all that is needed; then a page that has it in
     several places. */
  const gathered = (found, needed) => {
    const pages = new Map()
    found.forEach((places, n) => {
      for (const [place, { score, at }] of places) {
        const page = pages.get(place.page) ?? { page: place.page, title: { has: new Map(), marks: [] }, places: new Map() }
        pages.set(place.page, page)
        if (!place.title && !page.places.has(place)) page.places.set(place, { ...place, has: new Map(), marks: [] })
        const here = place.title ? page.title : page.places.get(place)
        here.has.set(n, score)
        here.marks.push(...at)
      }
    })
    const whole = has => needed.every(n => has.has(n))
    const results = []
    for (const { page, title, places } of pages.values()) {
      const all = [...places.values()].map(here => ({ ...here, has: new Map([...title.has, ...here.has]), score: sum(here.has) }))
      all.sort((a, b) => b.score - a.score)
      const fit = all.filter(here => whole(here.has))
      const together = fit.length > 0 || whole(title.has)
      if (!together && !whole(new Map(all.flatMap(here => [...here.has])))) continue
      const shown = together ? fit : all
      const score = sum(title.has) + (shown[0]?.score ?? 0)
      results.push({ page, marks: title.marks, places: shown, score: together ? score : score / 4 })
    }
    return results
  }

  /* The pages that have all terms, or, if `any` will do, some: [{page, marks, places, score}]. */
  const rank = (pages, terms, any) => {
    const places = placesOf(pages)
    const found = terms.map(term => located(places, term))
    const all = terms.map((_, n) => n)
    const best = new Map()
    for (const one of any ? all.flatMap(n => gathered(found, [n])) : gathered(found, all)) {
      if (!(best.get(one.page)?.score >= one.score)) best.set(one.page, one)
    }
    const order = new Map(pages.map(({ page }, n) => [page, n]))
    return [...best.values()].sort((a, b) => b.score - a.score || order.get(a.page) - order.get(b.page))
  }

  /* How words are written on these pages, or as they are compared. */
  const written = (pages, list) => {
    const places = list.length ? placesOf(pages) : []
    return list.map(word => places.map(one => one.words.get(word)?.shown).find(Boolean) ?? word)
  }

  Object.assign(window.archiveSearch, { rank, written })
})()
