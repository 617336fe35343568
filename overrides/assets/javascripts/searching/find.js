/* A query → pages, the best first, some at a time.

   The lists of its words tell which pages to look at, and in which order; these pages are then fetched and read, and
   what is found in them is what counts. All words of a query are wanted; where no page has them all, any will do, and
   where nothing is spelled so, what is spelled nearly so. */
(() => {
  "use strict"

  const { joinFigures } = window.archiveSpelling
  const { STOP, words, get, meant, nearly, weigher, shown, whereIs, listed, deepen, numbersOf, candidates, rank, written } =
    window.archiveSearch
  const SHOWN = 20 // pages at a time
  const FILES = 5 // files of pages that may be fetched for them
  const TRIES = 4 // times that more are fetched before anything is found
  const ENOUGH = 100 // pages to choose the best from, of those that have all terms
  const PIECES = 6 // of long lists, that may be fetched for so many
  const FEW = 5 // pages with all terms, below which those with some are shown as well

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

  const fetchPlaces = async (index, terms, pages) => {
    const all = await shown(index, pages)
    return all.map((page, n) => ({ page, numbers: numbersOf(terms, pages[n]) })).filter(({ page }) => page)
  }

  /* Up to where pages are fetched at once; all of them where there is nothing to fetch. */
  const reach = (index, pages, from) => {
    if (index.whole) return pages.length
    const files = new Set()
    let to = from
    while (to < pages.length && to - from < SHOWN && files.add(whereIs(index, pages[to]).file).size <= FILES) to += 1
    return to
  }

  /* A query under way. Each call of `next` gives {found, partly, instead, count, least, done}: more pages with all
     terms, how many of these there are in all, and whether that is the least there are; where they are few, pages with
     some terms; and whether these were the last. */
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
      this.shown = new Set()
      this.told = 0
      this.whole = 0
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
      this.pages = candidates(this.index, this.terms, this.any).filter(page => !this.seen.has(page))
      this.at = 0
    }

    async look() {
      const to = reach(this.index, this.pages, this.at)
      const taken = this.pages.slice(this.at, to)
      const pages = await fetchPlaces(this.index, this.terms, taken)
      this.at = to
      for (const page of taken) this.seen.add(page)
      const found = rank(pages, this.terms, this.any, !this.told).filter(({ page }) => !this.shown.has(page))
      for (const { page } of found) this.shown.add(page)
      this.told += found.length
      if (!this.instead.length) this.instead = written(pages, this.terms.flatMap(({ instead }) => instead ?? []))
      return found
    }

    async advance() {
      if (this.at < this.pages.length) return true
      if (this.step < this.depth || !this.step) await this.choose()
      if (this.at < this.pages.length) return true
      if (this.told >= FEW || this.any || this.terms.length < 2) return false
      this.any = true
      this.whole = this.told
      this.seen.clear()
      this.take()
      return this.pages.length > 0
    }

    /* How many pages have all terms, or the least there are: lists do not tell what stands in a row. */
    estimate(done) {
      if (this.any) return this.whole ? { count: this.whole, least: false } : { count: this.told + this.left, least: false }
      const sure = !this.terms.some(({ row }) => row)
      const known = sure ? this.told + this.left : this.told
      const alone = this.depth ? 0 : Math.max(0, ...this.lists.map(({ least }) => least))
      const count = this.terms.length > 1 ? known : Math.max(known, alone)
      return { count, least: this.step < this.depth || !(sure || done) || this.lists.some(({ unread }) => unread) }
    }

    get left() {
      return this.pages.length - this.at
    }

    /* Pages may turn out to have nothing; then some more are looked at. Where nothing need be fetched, those with some
       of the terms come at once. */
    async next() {
      const [found, partly] = [[], []]
      const enough = () => partly.length || found.length >= FEW || (found.length && !this.index.whole)
      for (let n = 0; !enough() && n < TRIES && (await this.advance()); n += 1) {
        const more = await this.look()
        ;(this.any ? partly : found).push(...more)
      }
      const done = this.step >= this.depth && !this.left && (this.any || this.told >= FEW || this.terms.length < 2)
      return { found, partly, instead: this.instead, done, ...this.estimate(done) }
    }
  }

  /* What was typed → what each term of it means: {weigh} of a word, {row: [{weigh}, …]} of several in a row. */
  const understand = query => Promise.all(split(query).map(resolved))

  const find = async query => {
    const terms = await understand(query)
    const count = sum(terms.map(({ all }) => all.length))
    // of a word by itself, the best pages are enough
    const most = count === 1 ? 0 : Math.max(1, Math.floor(PIECES / count))
    const listing = terms.map(term => ({ ...term, read: term.all.map(one => listed(one, most)) }))
    return new Search(await get("index"), listing)
  }

  Object.assign(window.archiveSearch, { understand, find })
})()
