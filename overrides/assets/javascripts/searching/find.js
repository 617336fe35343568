/* The index and a query → pages, the best first, each with the places in it that answer.

   A page is {at, title, kind, parts}; a part is [anchor, name, text]. All words of a query are wanted; where no page
   has them all, any will do, and where nothing is spelled so, what is spelled nearly so. */
(() => {
  "use strict"

  const { words, stem, near } = window.archiveSearch
  const STOP = new Set("a an and are as at by for from he in is it of on or she that the their they to was were with".split(" "))
  const AT_ONCE = 40 // milliseconds
  const WEIGHT = { exact: 1, stem: 0.9, begin: 0.5, near: 0.4 }

  const pause = () => new Promise(resolve => setTimeout(resolve))

  /* In slices, so that a reader can type meanwhile. */
  const index = async pages => {
    const places = []
    const table = new Map()
    const add = (page, anchor, name, text, title) => {
      const place = { page, anchor, name, text, title, length: 0 }
      for (const { word, start, end, n, next } of words(text)) {
        if (!table.has(word)) table.set(word, { word, stem: stem(word), shown: text.slice(start, end).replace(/[’'ʼ]s$/, ""), at: [] })
        table.get(word).at.push({ place, start, end, n, next })
        place.length = next
      }
      places.push(place)
    }
    let until = performance.now() + AT_ONCE
    for (const page of pages) {
      add(page, "", "", page.title, true)
      for (const [anchor, name, text] of page.parts) add(page, anchor, name, text, false)
      if (performance.now() < until) continue
      await pause()
      until = performance.now() + AT_ONCE
    }
    return { table, entries: [...table.values()], size: places.length }
  }

  const spelled = (table, word) => {
    const entry = table.get(word)
    return entry ? [[entry, WEIGHT.exact]] : []
  }

  /* The words of the index that a word typed may mean: [entry, weight]. A number means itself alone. */
  const meant = ({ table, entries }, word) => {
    if (/^[\d.,]+$/.test(word)) {
      const exact = spelled(table, word)
      return exact.length ? exact : entries.filter(e => e.word.startsWith(word)).map(e => [e, WEIGHT.begin])
    }
    const root = stem(word)
    const begins = word.length > 2 ? e => e.word.startsWith(root) || e.word.startsWith(word) : () => false
    return entries.flatMap(entry => {
      if (entry.word === word) return [[entry, WEIGHT.exact]]
      if (entry.stem === root) return [[entry, WEIGHT.stem]]
      return begins(entry) ? [[entry, WEIGHT.begin]] : []
    })
  }

  const nearly = ({ entries }, word) => {
    if (word.length < 4 || /\d/.test(word)) return []
    for (const most of word.length < 8 ? [1] : [1, 2]) {
      const found = entries.filter(entry => near(entry.word, word, most))
      if (found.length) return found.map(entry => [entry, WEIGHT.near])
    }
    return []
  }

  /* What was typed → terms: single words, and phrases of several. A pair of figures such as 20 000 is one number. */
  const terms = query => {
    const numbers = query.replace(/(?<![\d,.])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?!\d)/g, (_, a, b) => a + b.replace(/\D/g, ""))
    return numbers
      .split(/["“”„«»]([^"“”„«»]+)["“”„«»]/)
      .flatMap((piece, n) => {
        const found = words(piece).filter(one => !one.within)
        return n % 2 && found.length > 1 ? [found] : found.map(one => [one])
      })
  }

  /* Where a term stands: place → {score, marks}. */
  const standing = (index, matches) => {
    const found = new Map()
    for (const [entry, weight] of matches) {
      for (const at of entry.at) {
        const here = found.get(at.place) ?? { weight: 0, at: [] }
        here.weight = Math.max(here.weight, weight)
        here.at.push(at)
        found.set(at.place, here)
      }
    }
    const rare = Math.log(1 + index.size / (1 + found.size))
    for (const [place, here] of found) {
      const often = here.at.length / (here.at.length + 1)
      // a title counts the more, the less else it has; a place the less, the longer it is
      here.score = rare * here.weight * (place.title ? 1 + 4 / place.length : (often * 2) / (1 + place.length / 400))
    }
    return found
  }

  /* Of the places of its words, those where they stand in a row. */
  const inRow = (index, found) => {
    const [first, ...rest] = found
    const kept = []
    for (const [place, { at }] of first) {
      for (const start of at) {
        const row = [start]
        for (const one of rest) {
          const next = one.get(place)?.at.find(({ n }) => n === row[row.length - 1].next)
          if (!next) break
          row.push(next)
        }
        if (row.length === found.length) kept.push({ place, start: start.start, end: row[row.length - 1].end, n: start.n, next: row[row.length - 1].next })
      }
    }
    return standing(index, [[{ at: kept }, WEIGHT.exact]])
  }

  const single = (index, one) => {
    let matches = meant(index, one.word)
    if (!matches.length && one.joined) return { found: inRow(index, one.joined.map(part => standing(index, meant(index, words(part)[0].word)))) }
    if (matches.length) return { found: standing(index, matches) }
    matches = nearly(index, one.word)
    return { found: standing(index, matches), instead: matches.map(([entry]) => entry.shown) }
  }

  const looked = (index, term) => {
    if (term.length === 1) return single(index, term[0])
    return { found: inRow(index, term.map(one => standing(index, meant(index, one.word)))) }
  }

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
    const sum = has => [...has.values()].reduce((all, one) => all + one, 0)
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
    return results.sort((a, b) => b.score - a.score)
  }

  const find = (index, query) => {
    const asked = terms(query)
    const telling = asked.filter(term => term.length > 1 || !STOP.has(term[0].word))
    const sought = telling.length ? telling : asked
    const answers = sought.map(term => looked(index, term))
    const found = answers.map(answer => answer.found)
    const all = sought.map((_, n) => n)
    const pages = gathered(found, all)
    const instead = [...new Set(answers.flatMap(answer => answer.instead ?? []))]
    if (pages.length || all.length < 2) return { pages, instead, some: false }
    const some = all.flatMap(n => gathered(found, [n]))
    const best = new Map()
    for (const one of some) {
      const had = best.get(one.page)
      if (!had || had.score < one.score) best.set(one.page, one)
    }
    return { pages: [...best.values()].sort((a, b) => b.score - a.score), instead, some: true }
  }

  Object.assign(window.archiveSearch, { index, find })
})()
