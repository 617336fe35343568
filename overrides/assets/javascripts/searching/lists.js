/* A word typed → the words of the index that it may mean, and the lists of where these stand. */
(() => {
  "use strict"

  const { words: split, stem, near, get } = window.archiveSearch
  const WEIGHT = { exact: 1, stem: 0.9, same: 0.7, begin: 0.5, near: 0.4 }
  const RANGES = 3 // files of words that one word may cost
  const NUMBER = /^[\d.,]+$/

  /* What search_block.py means by its levels: a title by its length, from ten words down to one; a place by how
     often a word stands there, against how long it is. */
  const TITLE = [1.35, 1.5, 1.9, 2.33, 3, 5]
  const PART = [0.6, 0.9, 1.25]
  const LAST = 62 // see build_tools/text/number_codec.py
  const BEFORE = 31
  const DIGIT = new Uint8Array(128)
  Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n))
    .filter(sign => sign !== '"' && sign !== "\\")
    .forEach((sign, n) => (DIGIT[sign.charCodeAt(0)] = n))
  const PAGES = 65536 // more than a block ever has

  /* Reads numbers off a text: one at each call, until `left` is false. */
  const reader = text => {
    let at = 0
    const next = () => {
      for (let before = 0; ; ) {
        const digit = DIGIT[text.charCodeAt(at)]
        at += 1
        if (digit < LAST) return before * LAST + digit
        before = before * BEFORE + digit - LAST
      }
    }
    return { next, left: () => at < text.length }
  }

  /* Reads a list: calls `see` with page, place (-1 is the title) and worth; gives the number of places. */
  const read = (list, see) => {
    const { next, left } = reader(list)
    let places = 0
    for (let block = 0; left(); ) {
      block += next() >> 1
      let [page, place] = [-1, -1]
      for (let one = next(); one !== 1; one = next()) {
        const code = one >> 1
        if (one & 1) {
          page += code
          place = -1
          continue
        }
        places += 1
        if (code < TITLE.length) see(block * PAGES + page, -1, TITLE[code])
        else {
          place += Math.floor((code - TITLE.length) / PART.length) + 1
          see(block * PAGES + page, place, PART[(code - TITLE.length) % PART.length])
        }
      }
    }
    return places
  }

  const file = start => `w-${start.replace(/[^a-z0-9]/g, sign => `_${sign.codePointAt(0).toString(16)}`)}`

  /* Of sorted starts of ranges, those where words that begin so can be: the first holds the shortest of them. */
  const spans = (starts, begin) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle] <= begin) low = middle + 1
      else high = middle
    }
    const found = starts.slice(Math.max(0, low - 1), low)
    while (low < starts.length && starts[low].startsWith(begin)) found.push(starts[low++])
    return found
  }

  /* The words of the index that begin in one of these ways, and their neighbours: {entries, cut}. */
  const vocabulary = async begins => {
    const { words } = await get("index")
    const wanted = [...new Set(begins.flatMap(begin => spans(words, begin)))]
    const loaded = await Promise.all(wanted.slice(0, RANGES).map(start => get(`words/${file(start)}`)))
    return { entries: loaded.flatMap(Object.entries), cut: wanted.length > RANGES }
  }

  const stems = new Map()
  const stemmed = word => {
    if (!stems.has(word)) stems.set(word, stem(word))
    return stems.get(word)
  }

  /* How well a word of the index is what was typed: nothing, or up to 1. A number means itself alone. */
  const weigher = word => {
    const root = stemmed(word)
    const begins = other => word.length > 2 && (other.startsWith(root) || other.startsWith(word))
    return other => {
      if (other === word) return WEIGHT.exact
      if (stemmed(other) === root) return WEIGHT.stem
      return begins(other) ? WEIGHT.begin : 0
    }
  }

  const matched = (entries, weigh) =>
    entries.map(([word, list]) => ({ word, list, weight: weigh(word) })).filter(({ weight }) => weight)

  const number = async word => {
    const exact = other => (other === word ? WEIGHT.exact : 0)
    const { entries, cut } = await vocabulary([word])
    const found = matched(entries, exact)
    if (found.length) return { weigh: exact, found, cut: false }
    const begin = other => (other.startsWith(word) ? WEIGHT.begin : 0)
    return { weigh: begin, found: matched(entries, begin), cut }
  }

  /* Words that mean the same, as the archive's thesaurus has them: stem → its groups, {list, stems}. The list of a group
     stands in the index under a name of its own. */
  const alike = { groups: null, words: new Set() }
  const spelled = text => text.split(" ").flatMap(word => split(word).slice(0, 1)).map(({ word }) => word)
  const sameAs = async word => {
    if (!alike.groups) {
      const { alike: groups } = await get("index")
      alike.groups = new Map()
      groups.forEach(([own, narrower], n) => {
        const group = { list: `=${n}`, stems: new Set(spelled(`${own} ${narrower}`).map(stemmed)) }
        for (const one of spelled(own)) {
          alike.words.add(one)
          alike.groups.set(stemmed(one), group) // a word stands in one group
        }
      })
    }
    return alike.groups.get(stemmed(word))
  }

  /* The same meaning, and what other words have it. */
  const widened = async (meaning, word) => {
    const group = await sameAs(word)
    if (!group) return meaning
    const { entries } = await vocabulary([group.list])
    const found = matched(entries, other => (other === group.list ? WEIGHT.same : 0))
    const same = other => (group.stems.has(stemmed(other)) ? WEIGHT.same : 0)
    return { ...meaning, weigh: other => Math.max(meaning.weigh(other), same(other)), found: [...meaning.found, ...found] }
  }

  /* What a word may mean: {weigh, found: [{word, list, weight}], cut}. */
  const meant = async word => widened(await spelt(word), word)
  const spelt = async word => {
    if (NUMBER.test(word)) return number(word)
    const weigh = weigher(word)
    const root = stemmed(word)
    // a stem in -i is that of a word in -y
    const begins = word.length > 2 ? [word, root, root.replace(/i$/, "y")] : [word]
    const { entries, cut } = await vocabulary(begins)
    return { weigh, found: matched(entries, weigh), cut: cut && word.length > 2 }
  }

  /* Words nearly so: those that begin like its first half, or end like its second. */
  const nearly = async word => {
    const nothing = { weigh: () => 0, found: [], cut: false }
    if (word.length < 4 || /\d/.test(word)) return nothing
    const half = Math.ceil(word.length / 2)
    const backwards = [...word].reverse().join("")
    const { ends } = await get("index")
    const files = spans(ends, backwards.slice(0, half)).slice(0, RANGES)
    const [{ entries }, ...others] = await Promise.all([
      vocabulary([word.slice(0, half)]),
      ...files.map(start => get(`ends/${file(start)}`)),
    ])
    await sameAs(word)
    const known = new Set([...entries.map(([other]) => other), ...others.flatMap(list => list.split(" ")), ...alike.words])
    for (const most of word.length < 8 ? [1] : [1, 2]) {
      const meantSo = new Set([...known].filter(other => near(other, word, most)))
      if (!meantSo.size) continue
      const weigh = other => (meantSo.has(other) ? WEIGHT.near : 0)
      const rest = await Promise.all([...meantSo].slice(0, RANGES).map(other => vocabulary([other])))
      const all = new Map([...entries, ...rest.flatMap(one => one.entries)])
      const nearby = { weigh, found: matched([...all], weigh), cut: false, instead: [...meantSo] }
      // of a word that only the thesaurus has: what it means
      return nearby.found.length ? nearby : widened(nearby, nearby.instead[0])
    }
    return nothing
  }

  const piece = (word, n) => get(`lists/${file(word)}-${n}`)

  Object.assign(window.archiveSearch, { meant, nearly, weigher, piece, read, reader, PAGES })
})()
