/* Scripts of the pages → what they lay down in a window, outside a browser: those that touch no document. */
const { readFileSync, readdirSync } = require("node:fs")
const { join } = require("node:path")
const { createContext, runInContext } = require("node:vm")

const HOME = join(__dirname, "../../overrides/assets/javascripts")

/* A window in which these scripts ran, one after the other. */
const load = (...names) => {
  const window = {}
  const context = createContext({ window })
  for (const name of names) runInContext(readFileSync(join(HOME, name), "utf-8"), context)
  return { window, context }
}

/* The search of a site's index, which lies in a folder; `asked` lists the parts that it took. */
const loadSearch = folder => {
  const { window, context } = load("spelling.js", "searching/words.js")
  const [parts, asked] = [new Map(), []]
  window.archiveSearch.part = (name, value) => parts.set(name, value)
  context.archiveSearch = window.archiveSearch
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) runInContext(readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf-8"), context)
  }
  window.archiveSearch.get = name => {
    asked.push(name)
    return parts.has(name) ? Promise.resolve(parts.get(name)) : Promise.reject(new Error(`no part ${name}`))
  }
  for (const name of ["lists", "pages", "candidates", "places", "order", "find"]) {
    runInContext(readFileSync(join(HOME, "searching", `${name}.js`), "utf-8"), context)
  }
  return { ...window.archiveSearch, asked }
}

module.exports = { load, loadSearch }
