/* Terms with their lists → the pages to look at, the likeliest first, as well as lists can tell. */
(() => {
  "use strict"

  const { piece, read, rankOf } = window.archiveSearch
  const EARLY = { called: 3, findings: 4 } // of these among the first that are looked at
  const TITLE = -1

  const sum = numbers => numbers.reduce((all, one) => all + one, 0)

  /* The lists of what a word may mean. Of long ones these are the best pages; `long` are those to be read further,
     `most` of them, and `size` is how many places all have. */
  const listed = (meaning, most) => {
    const long = meaning.found.filter(({ list }) => typeof list !== "string")
    const lists = meaning.found.map(({ list, weight }) => ({ weight, list: typeof list === "string" ? list : list[0] }))
    const short = meaning.found.filter(({ list }) => typeof list === "string")
    const size = sum([...long.map(({ list }) => list[2]), ...short.map(({ list }) => read(list, () => {}))])
    long.sort((a, b) => b.weight - a.weight || b.list[1] - a.list[1])
    const wanted = long.slice(0, most).map(({ word, weight, list }) => ({ word, weight, pieces: list[3] }))
    return { lists, size, long: wanted, unread: long.length > wanted.length, least: Math.max(0, ...long.map(({ list }) => list[1])) }
  }

  /* Adds a piece of every long list; tells how many. */
  const deepen = async (many, step) => {
    const come = many.map(async one => {
      const wanted = one.long.filter(({ pieces }) => step < pieces)
      const lists = await Promise.all(wanted.map(async ({ word, weight }) => ({ weight, list: await piece(word, step) })))
      one.lists.push(...lists)
      return lists.length
    })
    return sum(await Promise.all(come))
  }

  /* Pages where one of the lists has a place: page → place → worth. */
  const stand = ({ lists }, keep) => {
    const pages = new Map()
    for (const { list, weight } of lists) {
      read(list, (page, place, worth) => {
        if (keep && !keep.has(page)) return
        let here = pages.get(page)
        if (!here) pages.set(page, (here = new Map()))
        if (!(here.get(place) >= worth * weight)) here.set(place, worth * weight)
      })
    }
    return pages
  }

  /* What all have: pages, and of each the places that all have. */
  const common = many =>
    many.reduce((one, other) => {
      const pages = new Map()
      for (const [page, places] of one) {
        const others = other.get(page)
        const both = others && [...places].filter(([place]) => others.has(place)).map(([place, worth]) => [place, Math.min(worth, others.get(place))])
        if (both?.length) pages.set(page, new Map(/** @type {[any, number][]} */ (both)))
      }
      return pages
    })

  const locate = (term, keep, total) => {
    const rare = Math.log(1 + total / (1 + Math.min(...term.read.map(({ size }) => size))))
    return { pages: common(term.read.map(one => stand(one, keep))), rare }
  }

  /* As in places.js, as well as lists can tell. */
  const rate = (terms, page) => {
    const has = terms.map(({ pages }) => pages.get(page) ?? new Map())
    const worth = (n, place) => terms[n].rare * (has[n].get(place) ?? 0)
    const title = sum(terms.map((_, n) => worth(n, TITLE)))
    const best = { together: has.every(places => places.has(TITLE)) ? title : 0, apart: title }
    for (const place of new Set(has.flatMap(places => [...places.keys()]))) {
      if (place === TITLE) continue
      const score = title + sum(terms.map((_, n) => worth(n, place)))
      const all = has.every(places => places.has(place) || places.has(TITLE))
      if (all) best.together = Math.max(best.together, score)
      best.apart = Math.max(best.apart, score)
    }
    return best.together || best.apart / 4
  }

  const inTitle = (terms, page) => terms.every(({ pages }) => pages.get(page)?.has(TITLE))

  /* The best first; of what is called so, and of findings, a few come before all others, as they do in what is shown. */
  const sorted = (index, terms, pages) => {
    const rated = [...pages].map(page => [page, rate(terms, page)])
    const all = rated.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page)
    const called = all.filter(page => inTitle(terms, page)).slice(0, EARLY.called)
    const findings = all.filter(page => !rankOf(index, page) && !called.includes(page)).slice(0, EARLY.findings)
    const early = new Set([...called, ...findings])
    return [...early, ...all.filter(page => !early.has(page))]
  }

  /* The places of a page that have any of the terms, and its title, which counts for all of them. */
  const numbersOf = (terms, page) => new Set([TITLE, ...terms.flatMap(({ pages }) => [...(pages.get(page)?.keys() ?? [])])])

  const length = term => Math.min(...term.read.map(({ lists }) => sum(lists.map(({ list }) => list.length))))

  /* Pages to look at, the likeliest first: those that have all terms, or, if `any` will do, some. */
  const candidates = (index, terms, any) => {
    // the shortest lists first: longer ones are then read for few pages
    const order = [...terms].sort((a, b) => length(a) - length(b))
    let keep = null
    for (const term of order) {
      Object.assign(term, locate(term, any ? null : keep, index.places))
      keep = term.pages
    }
    return sorted(index, terms, any ? new Set(terms.flatMap(({ pages }) => [...pages.keys()])) : keep.keys())
  }

  Object.assign(window.archiveSearch, { listed, deepen, numbersOf, candidates })
})()
