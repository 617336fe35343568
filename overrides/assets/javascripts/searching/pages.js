/* Numbers of pages, as lists have them → the pages as search shows them: {at, title, kind, parts, note, names, behind,
   weight, rank}. The rank is that of its kind, findings having 0. */
(() => {
  "use strict"

  const { get, reader, PAGES } = window.archiveSearch
  const blocks = new Map()
  const known = new Map()

  /* At which page of a block its files begin. */
  const reading = ([name, counts]) => {
    const { next, left } = reader(counts)
    const starts = [0]
    while (left()) starts.push(starts[starts.length - 1] + next())
    return { name, starts, rank: Number(name.split("-")[0]) }
  }

  const blockOf = (index, page) => {
    const block = Math.floor(page / PAGES)
    if (!blocks.has(block)) blocks.set(block, reading(index.blocks[block]))
    return blocks.get(block)
  }
  const rankOf = (index, page) => blockOf(index, page).rank

  const whereIs = (index, page) => {
    const { name, starts } = blockOf(index, page)
    const n = starts.findLastIndex(start => start <= page % PAGES)
    return { file: `pages/${name}-${n}`, n: (page % PAGES) - starts[n] }
  }

  const one = async (index, page) => {
    const { file, n } = whereIs(index, page)
    const held = (await get(file))[n]
    if (!held) return null // the site has changed since its index was fetched
    const [at, title, kind = "", parts = [], note = "", names = [], behind = "", weight = 0] = held
    if (!known.has(page)) known.set(page, { at, title, kind, parts, note, names, behind, weight, rank: rankOf(index, page) })
    return known.get(page)
  }

  const shown = (index, pages) => Promise.all(pages.map(page => one(index, page)))

  Object.assign(window.archiveSearch, { whereIs, rankOf, shown })
})()
