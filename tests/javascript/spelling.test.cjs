/* What readers type, against what stands in print. */
const { test } = require("node:test")
const assert = require("node:assert/strict")
const cases = require("../text/spellings.json")
const stems = require("../text/stems.json")
const { load } = require("./scripts.cjs")

const { window } = load("spelling.js", "searching/words.js")
const { words, stem, near } = window.archiveSearch
const { searchable, wanted, joinFigures } = window.archiveSpelling
const keeps = (text, query) => wanted(query).every(word => searchable(text).includes(word))
const plainly = value => JSON.parse(JSON.stringify(value)) // arrays of another realm are not strictly equal

test("words are spelled as the index spells them", () => {
  for (const [text, spelled] of Object.entries(cases)) assert.deepEqual(plainly(words(text).map(({ word }) => word)), spelled, text)
})

test("a word knows where it stands", () => {
  for (const text of Object.keys(cases)) {
    for (const { word, start, end, } of words(text)) {
      assert.equal(words(text.slice(start, end)).some(one => one.word === word), true, `${text}: ${word}`)
    }
  }
})

test("a filter keeps what holds the words, however they are spelled", () => {
  const kept = [
    ["some 20,000 men", "20000"],
    ["some 20,000 men", "20,000"],
    ["some 20,000 men", "20 000"],
    ["some 20,000 men", "20K"],
    ["some 20000 men", "20,000"],
    ["a pre-trial centre", "pretrial"],
    ["a pretrial center", "pre-trial centre"],
    ["Mobilisation of labour", "mobilization labor"],
    ["the harbor", "harbour"],
    ["Russia’s prisons", "russia's"],
    ["O’Neill", "oneill"],
    ["IK‑17", "ik17"],
    ["Žižek, Ёлкин", "zizek елкин"],
    ["“night crossings”", '"night crossings"'],
    ["they organised it", "organized"],
    ["27,200 dollars", "$27,200"],
    ["a – b", "–"],
  ]
  for (const [text, query] of kept) assert.equal(keeps(text, query), true, `${query} does not find ${text}`)
  for (const [text, query] of [["20,000", "2000,0"], ["harbour", "harbinger"], ["pretrial", "retried"], ["a b", "–"]]) {
    assert.equal(keeps(text, query), false, `${query} finds ${text}`)
  }
})

test("a word that has only been begun is found, as it stands and as it is compared", () => {
  for (const word of ["harbour", "20,000", "pre-trial", "mobilization", "O'Neill", "theatre", "Petimore"]) {
    for (let n = 1; n <= word.length; n += 1) assert.equal(keeps(word, word.slice(0, n)), true, `${word.slice(0, n)} of ${word}`)
  }
})

test("lines of a text stay lines", () => {
  assert.equal(searchable("a\n20,000 – 20 000\n\nb").split("\n").length, 4)
})

test("figures in a row are one number, dates and lists are none", () => {
  assert.equal(joinFigures("20 000 men"), "20000 men")
  assert.equal(joinFigures("1\u00a0234\u202f567"), "1234567")
  for (const query of ["5 May 2022", "1, 200", "12 34", "1 2345"]) assert.equal(joinFigures(query), query)
})

test("words have the stems that the index knows", () => {
  for (const [word, root] of Object.entries(stems)) assert.equal(stem(word), root, word)
})

test("thousands and millions are written out", () => {
  const typing = [["20 thousand prisoners", "20000 prisoners"], ["1.5 million", "1500000"], ["75 тысяч", "75000"], ["20-thousand", "20000"], ["300 thousandths", "300 thousandths"]]
  for (const [typed, meant] of typing) assert.equal(joinFigures(typed), meant)
})

test("one stem for the forms of a word, in two scripts", () => {
  const alike = [["recruit", "recruits", "recruited", "recruiting"], ["prison", "prisons"], ["city", "cities"], ["карсхольт", "карсхольта", "карсхольте"]]
  for (const [first, ...others] of alike) for (const other of others) assert.equal(stem(other), stem(first), other)
  for (const [one, other] of [["prison", "prisoner"], ["need", "ne"], ["20000", "2000"]]) assert.notEqual(stem(one), stem(other))
})

/* Damerau and Levenshtein as their definition says, without any short cut. */
const distance = (a, b) => {
  const at = (i, j) => {
    if (!i || !j) return i + j
    const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1])]
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1)
    return Math.min(...ways)
  }
  return at(a.length, b.length)
}

test("near is what the definition of the distance says", () => {
  const letters = "abй"
  const all = [""]
  for (let n = 0; all[n].length < 3; n += 1) for (const letter of letters) all.push(all[n] + letter)
  for (const a of all) for (const b of all) for (const most of [1, 2]) assert.equal(near(a, b, most), distance(a, b) <= most, `${a} ${b}`)
  for (const [a, b, most] of [["sorrowby", "sorowby", 1], ["prigozhin", "prigozihn", 1], ["pettimore", "xettimorr", 2]]) {
    assert.equal(near(a, b, most), true)
    assert.equal(near(a, b, most - 1), false)
  }
})

test("of many words, few are aligned", () => {
  let read = 0
  const counted = word => new Proxy(Object(word), { get: (target, key) => {
    if (typeof key === "string" && /^\d+$/.test(key)) read += 1
    const value = target[key]
    return typeof value === "function" ? value.bind(target) : value
  } })
  const letters = "etaoinshrdlcumwfgypbvk"
  const vocabulary = [...Array(12_000).keys()].map(n => [...Array(9).keys()].map(m => letters[(n * (m + 3) * 7919 + m * m * 31) % 22]).join(""))
  for (const word of vocabulary) near(counted(word), "prigozhin", 2)
  assert.ok(read < 12_000 * 3, `${read} letters of 12,000 words were aligned`)
})
