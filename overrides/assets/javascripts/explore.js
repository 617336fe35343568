/* Narrows the tables of Explore, over the whole archive; without it they stand page by page. What is chosen stands in
   the part of the address after #, so that it can be shared, works from a folder, and is never sent to a server. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return
  const { facets, chosenOf, lists, number, load, ...explore } = window.archiveExplore
  const { wanted } = window.archiveSpelling

  const tally = document.getElementById("explore-tally")
  const clear = document.querySelector("button[form=explore]")
  const more = form.querySelector(".explore__more")
  const empty = document.querySelector(".explore__empty")
  const said = document.querySelector(".explore__said")
  const next = document.querySelector(".explore__next")
  const paged = document.querySelectorAll(".explore__paged")
  const { words, show } = form.elements
  const { together } = form.dataset
  const STATEMENTS = Number(form.dataset.statements)

  /* `own`: the rows that the page came with. */
  const tables = [...document.querySelectorAll("[data-part]")].map(element => {
    const [body] = element.querySelector("table").tBodies
    const name = element.dataset.part
    return { element, name, body, own: [...body.rows], total: Number(form.dataset[name]) }
  })

  const tell = ({ name, total }, left, read = STATEMENTS) => {
    const among = left === total ? number(left) : `${number(left)} of ${number(total)}`
    const reading = `${number(left)} ${name} so far; ${number(read)} of ${number(STATEMENTS)} statements read`
    tally.textContent = read < STATEMENTS ? reading : `${among} ${name}`
  }

  const place = (table, own, nothing = false) => {
    for (const other of tables) other.element.hidden = other !== table || nothing
    for (const element of paged) element.hidden = !own
    empty.hidden = !nothing
    next.hidden = true
    table.body.replaceChildren(...(own ? table.own : []))
  }

  /* On paper the filters are not to be seen; what was chosen in them is. */
  const showChosen = sought => {
    const all = facets.reduce((sum, facet) => sum + chosenOf(facet).length, 0)
    more.textContent = all ? `Filters (${all})` : "Filters"
    said.textContent = [sought && `Search: ${sought}.`, ...explore.chosenInWords()].filter(Boolean).join(" ")
    clear.hidden = !all && !sought
    explore.showChosen()
    return !clear.hidden
  }

  const refresh = async live => {
    const table = tables.find(one => one.name === show.value)
    const narrowed = showChosen(words.value.trim())
    if (!narrowed) explore.showTotals()
    if (!narrowed && (together || table.name === "statements")) {
      tell(table, table.total)
      place(table, true)
      return
    }
    if (narrowed) await explore.loadFacets()
    const failing = await explore.findFailing()

    const present = async (found, read) => {
      const list = await lists[table.name](n => !failing.failed[n] && (!found || found[n]), !narrowed)
      if (!live()) return
      tell(table, list.items.length, read)
      place(table, false, narrowed && !list.items.length && read === STATEMENTS)
      await explore.draw(list, table.body, live)
    }
    let told = 0
    const reading = async (found, read) => {
      if (read < STATEMENTS && (!told || read - told >= STATEMENTS / 10)) {
        told = read
        await present(found, read)
      }
      return live()
    }
    const sought = wanted(words.value)
    const found = sought.length ? await explore.withWords(sought, reading) : null
    if (!live()) return
    if (narrowed) await explore.showCounts(failing, found)
    await present(found, STATEMENTS)
  }

  const setBusy = busy => {
    for (const { element } of tables) element.setAttribute("aria-busy", String(busy))
  }

  /* Only the latest wish is shown. */
  let latest = 0
  const update = async () => {
    latest += 1
    const own = latest
    const live = () => own === latest
    setBusy(true)
    try {
      await refresh(live)
    } catch (error) {
      if (error.name !== "NetworkError") throw error
      if (live()) tally.textContent = "A part of the archive did not come. Choose again to ask for it again."
    }
    if (live()) setBusy(false)
    return live()
  }

  const address = () => {
    const chosen = new URLSearchParams()
    for (const facet of facets) for (const one of chosenOf(facet)) chosen.append(facet.name, one.box.value)
    if (words.value.trim()) chosen.set("words", words.value.trim())
    if (show.value !== "statements") chosen.set("show", show.value)
    return location.href.split("#")[0] + (chosen.size ? `#${chosen}` : "")
  }

  /* An anchor, such as the one that leads past the menu, has no = and says nothing about filters. */
  const read = async () => {
    const hash = location.hash.slice(1)
    if (hash && !hash.includes("=")) return
    const chosen = new URLSearchParams(hash)
    for (const facet of facets) await explore.choose(facet, chosen.getAll(facet.name))
    words.value = chosen.get("words") ?? ""
    show.value = tables.some(table => table.name === chosen.get("show")) ? chosen.get("show") : "statements"
    await update()
  }

  const changed = () => {
    if (address() !== location.href) history.pushState(null, "", address())
    return update()
  }

  let waiting = 0
  words.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      if (await update()) history.replaceState(null, "", address())
    }, 120)
  })
  form.addEventListener("change", ({ target }) => /** @type {HTMLInputElement} */ (target).name && target !== words && changed())
  form.addEventListener("reset", () => {
    words.focus()
    setTimeout(changed)
  })
  form.addEventListener("submit", event => event.preventDefault())
  for (const facet of facets) {
    facet.element.addEventListener("toggle", () => {
      if (facet.element.open && !clear.hidden && !explore.has(facet.name)) update()
    })
    facet.element.querySelector(".explore__seek input")?.addEventListener("input", async event => {
      await explore.seek(facet, event.target.value)
      if (!clear.hidden) await update()
    })
  }
  addEventListener("popstate", read)
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") !== "true"
    more.setAttribute("aria-expanded", String(open))
  })

  place(tables[0], true)
  if (together) load("index").then(read, read)
  else read()
})()
