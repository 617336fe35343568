/* Standard input: a list of texts as JSON → standard output: the words by which search finds each. */
const { load } = require("./scripts.cjs")

const { window } = load("spelling.js", "searching/words.js")
const texts = JSON.parse(require("node:fs").readFileSync(0, "utf-8"))
process.stdout.write(JSON.stringify(texts.map(text => window.archiveSearch.words(text).map(({ word }) => word))))
