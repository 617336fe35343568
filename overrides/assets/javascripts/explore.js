/* Narrows the tables of Explore, over the whole archive; without it they stand page by page. What is chosen stands in
   the part of the address after #, so that it can be shared, works from a folder, and is never sent to a server. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return
  const { facets, chosenOf, lists, number, load, ...explore } = window.archiveExplore

  const tally = document.getElementById("explore-tally")
  const clear = document.querySelector("button[form=explore]")
  const more = form.querySelector(".explore__more")
  const empty = document.querySelector(".explore__empty")
  const said = document.querySelector(".explore__said")
  const next = document.querySelector(".explore__next")
  const paged = document.querySelectorAll(".explore__paged")
  const counted = form.querySelector(".explore__counted")
  const { words, show, order } = form.elements
  const { together } = form.dataset
  const STATEMENTS = Number(form.dataset.statements)
  const UNITED = new Set(["findings", "disagreements"])

  /* `own`: the rows that the page came with. */
  const tables = [...document.querySelectorAll("[data-part]")].map(element => {
    const [body] = element.querySelector("table").tBodies
    const name = element.dataset.part
    return { element, name, body, own: [...body.rows], total: Number(form.dataset[name]) }
  })

  const tell = ({ name, total }, left, read = STATEMENTS, some = false) => {
    const among = left === total ? number(left) : `${number(left)} of ${number(total)}`
    const reading = `${number(left)} ${name} so far; ${number(read)} of ${number(STATEMENTS)} statements read`
    const found = some ? `None has all these words. ${among} ${name} have some of them` : `${among} ${name}`
    tally.textContent = read < STATEMENTS ? reading : found
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

  /* Only findings have reports to be counted by. */
  const showOrder = table => {
    const other = table.name !== "findings"
    Object.assign(order.querySelector("[value=support]"), { hidden: other, disabled: other })
    if (other && order.value === "support") order.value = "earliest"
    counted.textContent = table.name
  }

  /* Statements that have all words; of findings and disagreements, which stand for several, `kept` are those whose
     statements have them together. Where none has all, those that have some. */
  const chooseFound = async (name, { found, all }, failing) => {
    const passing = n => !failing.failed[n]
    const [any, whole] = [n => found[n] > 0, n => found[n] === all]
    if (UNITED.has(name)) {
      const had = (await explore.groups(name)).map(numbers => numbers.filter(passing).reduce((bits, n) => bits | found[n], 0))
      if (had.includes(all) || all < 2) return { some: false, found: any, kept: item => had[item] === all }
      return { some: true, found: any, kept: item => had[item] > 0 }
    }
    const some = all > 1 && !found.some((_, n) => whole(n) && passing(n))
    return { some, found: some ? any : whole, kept: null }
  }

  const present = async (table, { failing, narrowed, live }, { found, some, kept }, read) => {
    const shown = n => !failing.failed[n] && (!found || found(n))
    const list = await explore.ordered(await lists[table.name](shown, !narrowed, kept), order.value)
    if (!live()) return
    tell(table, list.items.length, read, some)
    place(table, false, narrowed && !list.items.length && read === STATEMENTS)
    await explore.draw(list, table.body, live)
  }

  const seek = async (table, state, sought) => {
    let told = 0
    const reading = async ({ found, all }, read) => {
      if (read < STATEMENTS && (!told || read - told >= STATEMENTS / 10)) {
        told = read
        await present(table, state, { found: n => found[n] === all, some: false, kept: null }, read)
      }
      return state.live()
    }
    return chooseFound(table.name, await explore.withWords(sought, reading), state.failing)
  }

  const filter = async (table, state, sought) => {
    const { narrowed, own, live } = state
    await explore.loadFacets()
    state.failing = await explore.findFailing()
    const found = sought ? await seek(table, state, sought) : { found: null, some: false, kept: null }
    if (!live()) return
    // of statements alone the page has told how many there are
    if (narrowed || table.name !== "statements") await explore.showCounts(state.failing, found.found, await explore.counterOf(table.name, found.kept))
    if (live() && !own) await present(table, state, found, STATEMENTS)
  }

  const refresh = async live => {
    const table = tables.find(one => one.name === show.value)
    const sought = words.value.trim()
    const narrowed = showChosen(sought)
    showOrder(table)
    const plain = !narrowed && table.name === "statements"
    // the rows that the page came with will do
    const own = !narrowed && order.value === "earliest" && (Boolean(together) || plain)
    if (plain) explore.showTotals()
    if (own) {
      tell(table, table.total)
      place(table, true)
    }
    if (!own || !plain) await filter(table, { narrowed, own, live }, sought)
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
    if (order.value !== "earliest") chosen.set("order", order.value)
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
    order.value = [...order.options].some(one => one.value === chosen.get("order")) ? chosen.get("order") : "earliest"
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
      if (facet.element.open && (!clear.hidden || show.value !== "statements") && !explore.has(facet.name)) update()
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
