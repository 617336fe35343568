/* Archives that stand beside this one are searched as well, once its own results are there, each by its own scripts and
   with its own index: what an index looks like is known to the program that it was made with. They are listed archive
   by archive, because a count belongs to one archive, and scores of two indexes are not on one scale. */
(() => {
  "use strict"

  const { root: own, make } = window.archiveSearch
  const dialog = document.getElementById("search")
  const told = document.getElementById("search-beside-told")
  const BEST = 5 // pages of each archive, below those of one's own
  const PAUSE = 300 // milliseconds: who types on asks one archive, not all
  const PATIENCE = 400 // milliseconds, as for the archive's own results
  const FIRST = "search/engine.js" // tells what an archive's search is made of
  const EXPLORE = "explore/"

  const places = JSON.parse(dialog.dataset.together).map(([name, at]) => ({ name, root: new URL(at, own).href }))
  // archives may share one list of all of them
  const others = places.filter(({ root }) => root !== own)

  /* Scripts of search lay down values for one another under a name of the window. While a script of another archive
     runs, that name is of that archive's value; the innermost folder tells whose it is. */
  const roots = [own, ...others.map(({ root }) => root)].sort((a, b) => b.length - a.length)
  const running = () => {
    const script = /** @type {HTMLScriptElement} */ (document.currentScript)
    return (script && roots.find(root => script.src.startsWith(root))) ?? own
  }
  const share = name => {
    const values = new Map(/** @type {[string, any][]} */ ([[own, window[name]]]))
    const set = value => {
      values.set(running(), value)
    }
    // configurable: what search is made of is loaded once more where a part of it did not come
    Object.defineProperty(window, name, { get: () => values.get(running()), set, configurable: true })
    return values
  }
  const engines = share("archiveSearch")
  share("archiveSpelling")

  const load = async root => {
    let scripts = []
    const part = (_, names) => {
      scripts = names
    }
    engines.set(root, { part })
    await window.archiveLoad(root + FIRST)
    await Promise.all(scripts.map(name => window.archiveLoad(root + name)))
    // some hosts answer with a page where nothing is
    if (!engines.get(root).look) throw new Error(`cannot search ${root}`)
    return engines.get(root)
  }

  /* One that does not answer is not asked again before search is opened anew. */
  const coming = new Map()
  const lost = new Set()
  const engine = root => {
    if (!coming.has(root)) {
      coming.set(root, load(root))
      coming.get(root).catch(() => lost.add(root))
    }
    return coming.get(root)
  }
  dialog.addEventListener("close", () => {
    for (const root of lost) coming.delete(root)
    lost.clear()
  })

  const groups = others.map(({ name, root }, n) => {
    const [heading, list] = [make("h2", "search__archive"), make("ol", "search__results")]
    heading.id = `search-archive-${n}`
    list.setAttribute("aria-labelledby", heading.id)
    const whole = make("section", "", heading, list)
    whole.hidden = true
    return { name, root, heading, list, whole }
  })
  document.getElementById("search-beside").replaceChildren(...groups.map(({ whole }) => whole))

  /* A button, because a link would close search; with the full stop of its sentence. */
  const way = ({ heading, list }) => {
    const button = make("button", "search__way", heading.textContent)
    button.type = "button"
    button.addEventListener("click", () => {
      heading.scrollIntoView()
      list.querySelector("a").focus({ preventScroll: true })
    })
    return make("span", "", button, ".")
  }

  const inExplore = ({ name, root }, query) => {
    const file = location.protocol === "file:" ? "index.html" : ""
    const a = make("a", "search__explore", `Look for these words in Explore of ${name}`)
    a.href = `${root}${EXPLORE}${file}#${new URLSearchParams({ words: query })}`
    return make("li", "", a)
  }

  /* Fills the list of one archive; gives what is told of it. */
  const fill = async (group, query, wanted) => {
    const { name, root, heading, list, whole } = group
    const lose = () => {
      heading.textContent = `${name}: no more could be loaded`
    }
    try {
      const { look } = await engine(root)
      if (!wanted()) return ""
      const { items, count } = await look(query, BEST, lose)
      if (!wanted()) return ""
      if (!count) return `${name}: nothing found.`
      heading.textContent = `${name}: ${count}`
      list.replaceChildren(...items, inExplore(group, query))
      whole.hidden = false
      return way(group)
    } catch {
      return `${name} could not be searched.`
    }
  }

  /* What is typed meanwhile makes an answer unwanted; with no query, all that was shown goes. Done when all of them
     have answered, or never. */
  let waiting = 0
  const lookBeside = (query, wanted) => {
    clearTimeout(waiting)
    for (const { list, whole } of groups) {
      whole.hidden = true
      list.replaceChildren()
    }
    // about as long as what will stand there, and not seen before long: nothing that is read moves down
    const soon = make("span", "search__soon", groups.map(({ name }) => `${name}: being searched.`).join(" "))
    told.replaceChildren(...(query ? [soon] : []))
    const ask = async () => {
      setTimeout(() => soon.removeAttribute("class"), PATIENCE)
      const said = await Promise.all(groups.map(group => fill(group, query, wanted)))
      // all at once, so that it is read out once
      if (wanted()) told.replaceChildren(...said.flatMap((one, n) => (n ? [" ", one] : [one])))
    }
    if (!query) return null
    return new Promise(resolve => {
      waiting = setTimeout(() => resolve(wanted() && ask()), PAUSE)
    })
  }

  window.archiveSearch.lookBeside = lookBeside
})()
