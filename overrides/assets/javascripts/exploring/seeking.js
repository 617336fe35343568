/* Words → the statements in whose rows they stand, as search understands them: spellings, endings, misspellings, other
   words for one thing. Without search, what stands in a row counts. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return
  const { each, range, words: rowWords } = window.archiveExplore
  const { searchable, wanted } = window.archiveSpelling
  const [STATEMENTS, PART] = [form.dataset.statements, form.dataset.rows].map(Number)

  /* Every word that was read has a number; a row is the numbers of its words. */
  const [numberOf, known] = [new Map(), []]
  const numbered = word => {
    if (!numberOf.has(word)) {
      numberOf.set(word, known.length)
      known.push(word)
    }
    return numberOf.get(word)
  }
  const read = (engine, text) => engine.words(text).map(({ word, n, next }) => [numbered(word), n, next])

  /* Whether a word is what is meant, looked up once for each. */
  const asked = weigh => {
    const answers = []
    return number => (answers[number] ??= weigh(known[number]) > 0)
  }

  const standsInRow = (row, tests) =>
    row.some(([first, , next]) => {
      let at = next
      if (!tests[0](first)) return false
      return tests.slice(1).every(test => {
        const found = row.find(([word, n]) => n === at && test(word))
        at = found ? found[2] : at
        return Boolean(found)
      })
    })

  const testOf = term => {
    const tests = (term.row ?? [term]).map(({ weigh }) => asked(weigh))
    return tests.length > 1 ? row => standsInRow(row, tests) : row => row.some(([word]) => tests[0](word))
  }

  const [rows, texts] = [[], []]
  const linesOf = part => part[1].map(row => rowWords(part, row))

  /* {read: part, place → rows; tests: row → whether a term stands there}. */
  const withEngine = async query => {
    const engine = await window.archiveEngine()
    const terms = await engine.understand(query)
    return { read: (part, at) => (rows[at] ??= linesOf(part).map(line => read(engine, line))), tests: terms.map(testOf) }
  }
  const literally = query => ({
    // a part is folded as one text of so many lines, because that takes half as long
    read: (part, at) => (texts[at] ??= searchable(linesOf(part).join("\n")).split("\n")),
    tests: wanted(query).map(word => text => text.includes(word)),
  })
  const prepared = async query => {
    try {
      return window.archiveEngine ? await withEngine(query) : literally(query)
    } catch {
      return literally(query)
    }
  }

  const TERMS = 31 // a bit for each
  const bits = (row, tests) => tests.reduce((all, test, n) => (test(row) ? all | (1 << n) : all), 0)

  /* Which terms stand with each statement, a bit for each, and the bits of all: part after part is read, each once;
     `reading` is told how far. */
  const withWords = async (query, reading) => {
    const { read: readPart, tests: every } = await prepared(query)
    const tests = every.slice(0, TERMS)
    const all = 2 ** tests.length - 1
    const found = new Uint32Array(STATEMENTS)
    const names = range(Math.ceil(STATEMENTS / PART)).map(n => `rows-${n}`)
    await each(names, (part, at) => {
      readPart(part, at).forEach((row, n) => (found[at * PART + n] = bits(row, tests)))
      return reading({ found, all }, Math.min(STATEMENTS, (at + 1) * PART))
    })
    return { found, all }
  }

  Object.assign(window.archiveExplore, { withWords })
})()
