/* A query → pages, the best first, some at a time.

   The lists of its words tell which pages to look at, and in which order; these pages are then fetched and read, and
   what is found in them is what counts. All words of a query are wanted; where no page has them all, any will do, and
   where nothing is spelled so, what is spelled nearly so. */
(() => {
  "use strict"

  const { joinFigures } = window.archiveSpelling
  const { words, get, meant, nearly, weigher, piece, read, shown, whereIs, rank, written } = window.archiveSearch
  const STOP = new Set("a an and are as at by for from he in is it of on or she that the their they to was were with".split(" "))
  const SHOWN = 20 // pages at a time
  const FILES = 5 // files of pages that may be fetched for them
  const TRIES = 4 // times that more are fetched before anything is found
  const ENOUGH = 100 // pages to choose the best from, of those that have all terms
  const PIECES = 6 // of long lists, that may be fetched for so many
  const TITLE = -1

  const sum = numbers => numbers.reduce((all, one) => all + one, 0)

  /* What was typed → terms: single words, and phrases of several. */
  const split = query => {
    const terms = joinFigures(query).split(/["“”„«»]([^"“”„«»]+)["“”„«»]/).flatMap((part, n) => {
      const found = words(part).filter(one => !one.within)
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

  const sorted = (terms, pages) => {
    const rated = [...pages].map(page => [page, rate(terms, page)])
    return rated.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page)
  }

  /* The places of a page that have any of the terms, and its title, which counts for all of them. */
  const numbersOf = (terms, page) => new Set([TITLE, ...terms.flatMap(({ pages }) => [...(pages.get(page)?.keys() ?? [])])])

  const fetchPlaces = async (index, terms, pages) => {
    const all = await shown(index, pages)
    return all.map((page, n) => ({ page, numbers: numbersOf(terms, pages[n]) })).filter(({ page }) => page)
  }

  const length = term => Math.min(...term.read.map(({ lists }) => sum(lists.map(({ list }) => list.length))))

  /* Pages to look at, the likeliest first: those that have all terms, or, if `any` will do, some. */
  const candidates = (terms, total, any) => {
    // the shortest lists first: longer ones are then read for few pages
    const order = [...terms].sort((a, b) => length(a) - length(b))
    let keep = null
    for (const term of order) {
      Object.assign(term, locate(term, any ? null : keep, total))
      keep = term.pages
    }
    return sorted(terms, any ? new Set(terms.flatMap(({ pages }) => [...pages.keys()])) : keep.keys())
  }

  /* Up to where pages are fetched at once; all of them where there is nothing to fetch. */
  const reach = (index, pages, from) => {
    if (index.whole) return pages.length
    const files = new Set()
    let to = from
    while (to < pages.length && to - from < SHOWN && files.add(whereIs(index, pages[to]).file).size <= FILES) to += 1
    return to
  }

  /* A query under way. Each call of `next` gives {found, some, instead, count, least, done}: more pages, how many
     there are in all, whether that is the least there are, and whether these were the last. */
  class Search {
    constructor(index, terms) {
      this.index = index
      this.terms = terms
      this.cut = terms.some(({ all }) => all.some(({ cut }) => cut))
      this.lists = terms.flatMap(({ read: all }) => all)
      this.depth = Math.max(0, ...this.lists.flatMap(({ long }) => long.map(({ pieces }) => pieces)))
      this.step = 0
      this.any = false
      this.pages = []
      this.at = 0
      this.seen = new Set()
      this.told = 0
      this.instead = []
    }

    /* Candidates that have not been looked at; long lists are read until there are enough. */
    async choose() {
      if (!this.terms.length) return
      let fetched = 0
      do {
        fetched += await deepen(this.lists, this.step)
        this.step += 1
        this.take()
      } while (this.step < this.depth && (!this.pages.length || (this.pages.length < ENOUGH && fetched < PIECES)))
    }

    take() {
      this.pages = candidates(this.terms, this.index.places, this.any).filter(page => !this.seen.has(page))
      this.at = 0
    }

    async look() {
      const to = reach(this.index, this.pages, this.at)
      const taken = this.pages.slice(this.at, to)
      const pages = await fetchPlaces(this.index, this.terms, taken)
      this.at = to
      for (const page of taken) this.seen.add(page)
      const found = rank(pages, this.terms, this.any)
      this.told += found.length
      if (!this.instead.length) this.instead = written(pages, this.terms.flatMap(({ instead }) => instead ?? []))
      return found
    }

    async advance() {
      if (this.at < this.pages.length) return true
      if (this.step < this.depth || !this.step) await this.choose()
      if (this.at < this.pages.length) return true
      if (this.told || this.any || this.terms.length < 2) return false
      this.any = true
      this.seen.clear()
      this.take()
      return this.pages.length > 0
    }

    /* How many pages there are, or the least there are: lists do not tell what stands in a row. */
    estimate(done) {
      const sure = this.any || !this.terms.some(({ row }) => row)
      const known = sure ? this.told + this.pages.length - this.at : this.told
      const alone = this.depth ? 0 : Math.max(0, ...this.lists.map(({ least }) => least))
      const count = this.terms.length > 1 ? known : Math.max(known, alone)
      return { count, least: this.step < this.depth || !(sure || done) || this.lists.some(({ unread }) => unread) }
    }

    /* Pages may turn out to have nothing; then some more are looked at. */
    async next() {
      let found = []
      for (let n = 0; !found.length && n < TRIES && (await this.advance()); n += 1) found = await this.look()
      const done = this.step >= this.depth && this.at === this.pages.length
      return { found, some: this.any, instead: this.instead, done, ...this.estimate(done) }
    }
  }

  const find = async query => {
    const terms = await Promise.all(split(query).map(resolved))
    const count = sum(terms.map(({ all }) => all.length))
    // of a word by itself, the best pages are enough
    const most = count === 1 ? 0 : Math.max(1, Math.floor(PIECES / count))
    const listing = terms.map(term => ({ ...term, read: term.all.map(one => listed(one, most)) }))
    return new Search(await get("index"), listing)
  }

  Object.assign(window.archiveSearch, { find })
})()
