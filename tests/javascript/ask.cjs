/* Folder of an index, queries as JSON on standard input → all that search finds for each, as JSON. */
const { readFileSync } = require("node:fs")
const { loadSearch } = require("./scripts.cjs")

const ask = async (search, query) => {
  const before = search.asked.length
  const under = await search.find(query)
  let answer = await under.next()
  const [found, partly] = [[...answer.found], [...answer.partly]]
  while (!answer.done) {
    answer = await under.next()
    found.push(...answer.found)
    partly.push(...answer.partly)
  }
  const told = ({ page, places: within }) => ({ page: page.at, anchors: within.map(place => place.anchor) })
  return { places: found.map(told), partly: partly.map(told), instead: answer.instead, asked: [...new Set(search.asked.slice(before))].filter(name => name !== "index") }
}

const answerAll = async () => {
  const search = loadSearch(process.argv[2])
  const answers = []
  for (const query of JSON.parse(readFileSync(0, "utf-8"))) answers.push(await ask(search, query))
  process.stdout.write(JSON.stringify(answers))
}

answerAll()
