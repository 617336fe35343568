/* Sets what was found into the dialog, and leads through it by keys. */
(() => {
  "use strict"

  const { look, make, address, get, lookBeside = null } = window.archiveSearch
  const dialog = document.getElementById("search")
  const field = document.getElementById("search-field")
  const told = document.getElementById("search-told")
  const list = document.getElementById("search-results")
  const PAGES = 20
  const PATIENCE = 400 // milliseconds, after which a reader is told what is waited for
  const LOST = "A part of the index could not be loaded. Try again."

  const lose = () => {
    told.textContent = LOST
  }

  /* The same words among statements and findings in tables, which can be filtered; where there are none, nothing. */
  const inExplore = query => {
    const at = dialog.dataset.explore
    if (!at) return ""
    const a = make("a", "search__explore", "Look for these words in Explore")
    a.href = `${address({ at }, "")}#${new URLSearchParams({ words: query })}`
    return make("li", "", a)
  }

  /* What was asked last is shown; an answer that comes after the next question is not. */
  let [asked, beside] = [null, null]
  const show = async query => {
    asked = query
    const wanted = () => asked === query
    if (!query) {
      list.replaceChildren()
      lookBeside?.("", wanted)
      told.textContent = ""
      return
    }
    const slow = setTimeout(() => {
      if (wanted()) told.textContent = "Parts of the index are being loaded."
    }, PATIENCE)
    try {
      const { items, saying } = await look(query, PAGES, lose)
      if (!wanted()) return
      list.replaceChildren(...items, inExplore(query))
      told.textContent = saying
      dialog.scrollTop = 0
      beside = lookBeside?.(query, wanted)
    } catch {
      if (wanted()) [asked, told.textContent] = [null, LOST]
    } finally {
      clearTimeout(slow)
    }
  }

  /* Arrows go through all that can be followed. */
  const step = (event, way) => {
    const shown = dialog.querySelectorAll(".search__results :is(a, summary, button)")
    const stops = [field, ...shown].filter(one => one.checkVisibility?.() ?? one.offsetParent)
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    stops[(at + way + stops.length) % stops.length].focus()
    event.preventDefault()
  }

  const start = async () => {
    await get("index")
    let [pending, waiting] = [null, 0]
    const now = () => {
      clearTimeout(waiting)
      const query = field.value.trim()
      if (query !== asked) pending = show(query)
      return pending
    }
    field.addEventListener("input", () => {
      clearTimeout(waiting)
      waiting = setTimeout(now, 120)
    })
    field.form.addEventListener("submit", async () => {
      const query = field.value.trim()
      await now()
      if (!list.querySelector(".search__link")) await beside
      if (query === asked) dialog.querySelector(".search__link")?.click()
    })
    dialog.addEventListener("keydown", event => {
      if (event.key === "ArrowDown") step(event, 1)
      else if (event.key === "ArrowUp") step(event, -1)
      else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) field.focus()
    })
    now()
  }

  window.archiveSearch.start = start
})()
