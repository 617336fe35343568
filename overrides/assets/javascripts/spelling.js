/* Text → words in the form in which they are compared, because a reader types `pretrial`, `20000` or `mobilization`
   for what stands as “pre-trial”, “20,000” and “mobilisation”: in search, in Explore, over tables. The index is made
   with the same rules by build_tools/text/spellings.py: what one of the two changes, the other must change too, and
   tests/text/spellings.json holds cases for both. */
(() => {
  "use strict"

  /* Letters and digits, with the signs that join them: 20,000 · 3.5 · pre-trial · Ostry’s · IK-17. A soft hyphen,
     and what else no reader sees, parts nothing. */
  const UNSEEN = "\\u034f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2060\\ufeff"
  const LETTERS = `[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}${UNSEEN}]*`
  const DIGITS = `\\d[\\d${UNSEEN}]*`
  const WORD = new RegExp(`${DIGITS}(?:[.,][${UNSEEN}]*${DIGITS})+|${LETTERS}(?:[’'ʼ‐‑-][${UNSEEN}]*${LETTERS})*`, "gu")

  /* Without case and marks; `ё` is found as `е`, `ž` as `z`. */
  const folded = text => text.normalize("NFKD").replace(/[\u034f\p{M}\u00ad\u061c\u180e\u200b-\u200f\u2060\ufeff]/gu, "").toLowerCase()

  /* One spelling for those that differ between countries, and for numbers with and without commas. */
  const TWINS = [
    [/,(?=\d{3})/g, ""],
    [/^(\d+)k$/, "$1000"],
    [/['’ʼ]s$/, ""],
    [/['’ʼ]/g, ""],
    [/(?<=[a-z]{2})(i|y)z(?=e[drs]?$|ers$|ing$|ations?$)/, "$1s"],
    [/(?<=[a-z]{3})our/, "or"],
    [/(?<=[a-z]{2})tre(?=s?$)/, "ter"],
    [/(?<=[a-z]{2})ense(?=s?$)/, "ence"],
  ]
  const known = new Map()
  const spell = word => {
    if (!known.has(word)) known.set(word, TWINS.reduce((left, [from, to]) => left.replace(from, to), folded(word)))
    return known.get(word)
  }

  /* A pair of figures such as 20 000 is one number; so are 20 thousand and 1.5 million. */
  const FIGURES = /(?<![\d,.])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?!\d)/g
  const SCALED = /(?<![\d,.])(\d{1,3}(?:\.\d{1,3})?)[\s-]*(?:(thousands?|тыс\.?|тысяч[аи]?|тис\.?|тисяч[аі]?)|millions?|mln|млн\.?|миллион\p{L}*|мільйон\p{L}*)(?![\p{L}\d])/giu
  const joinFigures = query =>
    query
      .replace(FIGURES, (_, first, rest) => first + rest.replace(/\D/g, ""))
      .replace(SCALED, (_, figure, thousand) => String(Math.round(Number(figure) * (thousand ? 1e3 : 1e6))))

  /* For filters, which keep what contains the words that were typed; a sign counts only by itself. A text has a word
     as it is compared, and, where that differs, as it stands: who has only typed `harbou` or `20,0` so far has begun
     to write “harbour”, or “20,000”. */
  const even = text => text.replace(/[‐‑]/g, "-").replace(/[’ʼ]/g, "'")
  const joined = word => spell(word.replaceAll("-", ""))
  const written = new Map()
  const both = word => {
    if (!written.has(word)) {
      const [one, other] = [joined(word), folded(word)]
      written.set(word, one === other ? one : `${one} ${other}`)
    }
    return written.get(word)
  }
  const searchable = text => even(text).replace(WORD, both)
  const wanted = query =>
    even(joinFigures(query))
      .split(/\s+/)
      .flatMap(piece => piece.match(WORD)?.map(joined) ?? piece)
      .filter(Boolean)

  window.archiveSpelling = { WORD, spell, joinFigures, searchable, wanted }
})()
