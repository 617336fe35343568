/* A query → pages, the best first, some at a time.

   The lists of its words tell which pages to look at, and in which order; these pages are then fetched and read, and
   what is found in them is what counts. All words of a query are wanted; where no page has them all, any will do, and
   where nothing is spelled so, what is spelled nearly so. */
(() => {
  "use strict"

  const { words, get, meant, nearly, weigher, whole, read, shown, whereIs, rank, written } = window.archiveSearch
  const STOP = new Set("a an and are as at by for from he in is it of on or she that the their they to was were with".split(" "))
  const SHOWN = 20 // pages at a time
  const FILES = 6 // files of pages that may be fetched for them
  const TRIES = 4 // times that more are fetched before anything is found
  const WHOLE = 3 // long lists that are fetched for one word
  const TITLE = -1

  /* What was typed → terms: single words, and phrases of several. A pair of figures such as 20 000 is one number. */
  const split = query => {
    const numbers = query.replace(/(?<![\d,.])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?!\d)/g, (_, a, b) => a + b.replace(/\D/g, ""))
    const terms = numbers.split(/["“”„«»]([^"“”„«»]+)["“”„«»]/).flatMap((piece, n) => {
      const found = words(piece).filter(one => !one.within)
      return n % 2 && found.length > 1 ? [found] : found.map(one => [one])
    })
    const telling = terms.filter(term => term.length > 1 || !STOP.has(term[0].word))
    return telling.length ? telling : terms
  }

  /* Of a row, the words that tell are looked up, and all are compared. */
  const inRow = async row => {
    const telling = row.filter(word => !STOP.has(word))
    const known = new Map(await Promise.all((telling.length ? telling : row).map(async word => [word, await meant(word)])))
    return { row: row.map(word => known.get(word) ?? { weigh: weigher(word) }), all: [...known.values()] }
  }

  const resolved = async term => {
    if (term.length > 1) return inRow(term.map(({ word }) => word))
    const [{ word, joined }] = term
    const meaning = await meant(word)
    if (meaning.found.length) return { ...meaning, all: [meaning] }
    if (joined) return inRow(joined.map(part => words(part)[0].word))
    const near = await nearly(word)
    return { ...near, all: [near] }
  }

  /* The lists of what a word may mean. Of long ones the best pages do where nothing else is wanted. */
  const withLists = async (meaning, alone) => {
    const long = meaning.found.filter(({ list }) => typeof list !== "string")
    long.sort((a, b) => b.weight - a.weight || b.list[1] - a.list[1])
    const wanted = alone ? [] : long.slice(0, WHOLE)
    const full = new Map(await Promise.all(wanted.map(async ({ word }) => [word, await whole(word)])))
    const lists = meaning.found.map(({ word, list, weight }) => ({ weight, list: full.get(word) ?? (typeof list === "string" ? list : list[0]) }))
    const left = long.slice(wanted.length).map(({ list }) => list)
    return { lists, least: Math.max(0, ...left.map(([, pages]) => pages)), unread: left.reduce((all, [, , places]) => all + places, 0) }
  }

  /* Pages where one of the lists has a place: page → place → worth. */
  const stand = ({ lists, unread }, keep) => {
    const pages = new Map()
    let size = unread
    for (const { list, weight } of lists) {
      size += read(list, (page, place, worth) => {
        if (keep && !keep.has(page)) return
        let here = pages.get(page)
        if (!here) pages.set(page, (here = new Map()))
        if (!(here.get(place) >= worth * weight)) here.set(place, worth * weight)
      })
    }
    return { pages, size }
  }

  /* What all have: pages, and of each the places that all have. */
  const common = many =>
    many.reduce((one, other) => {
      const pages = new Map()
      for (const [page, places] of one) {
        const others = other.get(page)
        const both = others && [...places].filter(([place]) => others.has(place)).map(([place, worth]) => [place, Math.min(worth, others.get(place))])
        if (both?.length) pages.set(page, new Map(both))
      }
      return pages
    })

  const locate = (term, keep, total) => {
    const found = term.read.map(one => stand(one, keep))
    const rare = Math.log(1 + total / (1 + Math.min(...found.map(({ size }) => size))))
    return { pages: found.length > 1 ? common(found.map(({ pages }) => pages)) : found[0].pages, rare }
  }

  const sum = numbers => numbers.reduce((all, one) => all + one, 0)

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

  const sorted = (terms, pages) => {
    const rated = [...pages].map(page => [page, rate(terms, page)])
    return rated.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page)
  }

  /* The places of a page that have any of the terms, and its title, which counts for all of them. */
  const numbersOf = (terms, page) => new Set([TITLE, ...terms.flatMap(({ pages }) => [...(pages.get(page)?.keys() ?? [])])])

  const fetched = async (index, terms, pages) => {
    const all = await shown(index, pages)
    return all.map((page, n) => ({ page, numbers: numbersOf(terms, pages[n]) })).filter(({ page }) => page)
  }

  /* Pages to look at, the likeliest first, and whether any term will do. */
  const candidates = (terms, total, any) => {
    // the shortest lists first: longer ones are then read for few pages
    const order = [...terms].sort((a, b) => length(a) - length(b))
    let keep = null
    for (const term of order) {
      Object.assign(term, locate(term, any ? null : keep, total))
      keep = term.pages
    }
    if (!any && (keep.size || terms.length < 2)) return { pages: sorted(terms, keep.keys()), any: false }
    if (!any) return candidates(terms, total, true)
    const all = new Set(terms.flatMap(({ pages }) => [...pages.keys()]))
    return { pages: sorted(terms, all), any: all.size > 0 }
  }
  const length = term => Math.min(...term.read.map(({ lists }) => sum(lists.map(({ list }) => list.length))))

  /* Terms with their lists; of a word by itself, the best pages of long lists are enough. */
  const asked = async query => {
    const terms = await Promise.all(split(query).map(resolved))
    const alone = terms.length === 1 && !terms[0].row
    const fetched = terms.map(async term => ({ ...term, read: await Promise.all(term.all.map(one => withLists(one, alone))) }))
    return Promise.all(fetched)
  }

  /* Up to where pages are fetched at once; all of them where there is nothing to fetch. */
  const reach = (index, pages, from) => {
    if (index.whole) return pages.length
    const files = new Set()
    let to = from
    while (to < pages.length && to - from < SHOWN && files.add(whereIs(index, pages[to]).file).size <= FILES) to += 1
    return to
  }

  /* → {cut, next}. Each call of `next` gives {found, some, instead, count, least, done}: more pages, how many there
     are in all, whether that is the least there are, and whether these were the last. */
  const find = async query => {
    const index = await get("index")
    const terms = await asked(query)
    const lists = terms.flatMap(({ read }) => read)
    const unread = Math.max(0, ...lists.map(({ least }) => least))
    const rows = terms.some(({ row }) => row)
    let left = terms.length ? candidates(terms, index.places, false) : { pages: [], any: false }
    let [at, told, instead] = [0, 0, []]

    const look = async () => {
      const to = reach(index, left.pages, at)
      const pages = await fetched(index, terms, left.pages.slice(at, to))
      at = to
      const found = rank(pages, terms, left.any)
      told += found.length
      if (!instead.length) instead = written(pages, terms.flatMap(term => term.instead ?? []))
      return found
    }

    /* Lists do not tell what stands in a row: pages may turn out to have nothing. */
    const next = async () => {
      let found = []
      for (let n = 0; !found.length && at < left.pages.length && n < TRIES; n += 1) found = await look()
      const done = at === left.pages.length
      if (done && !told && !left.any && terms.length > 1) {
        left = candidates(terms, index.places, true)
        at = 0
        return left.pages.length ? next() : { found, some: true, instead, count: 0, least: false, done }
      }
      const open = left.any || !rows
      const count = done && !unread ? told : open ? Math.max(left.pages.length, unread) : told
      return { found, some: left.any, instead, count, least: unread > 0 || (!done && !open), done }
    }
    return { next, cut: terms.some(({ all }) => all.some(({ cut }) => cut)) }
  }

  Object.assign(window.archiveSearch, { find })
})()
