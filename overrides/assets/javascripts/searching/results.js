/* Draws what was found into the dialog, and leads through it by keys. Everything is put in as text. */
(() => {
  "use strict"

  const { find, get } = window.archiveSearch
  const dialog = document.getElementById("search")
  const field = document.getElementById("search-field")
  const told = document.getElementById("search-told")
  const list = document.getElementById("search-results")
  const ROOM = 260
  const PAGES = 20
  const PLACES = 2
  const PATIENCE = 400 // milliseconds, after which a reader is told what is waited for
  const LOST = "A part of the index could not be loaded. Try again."

  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children)
    return element
  }

  /* A server knows a folder by its short address; a browser that reads a disk does not. */
  const address = (page, anchor) => {
    const file = location.protocol === "file:" ? "index.html" : ""
    const url = new URL(page.at, dialog.dataset.root)
    if (url.pathname.endsWith("/")) url.pathname += file
    return url.href + (anchor ? `#${anchor}` : "")
  }

  /* Marks in order, none within another. */
  const apart = marks => {
    const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end)
    return sorted.filter((mark, n) => !sorted.slice(0, n).some(other => other.end > mark.start))
  }

  const marked = (text, marks, from = 0, to = text.length) => {
    const pieces = []
    let at = from
    for (const { start, end } of apart(marks)) {
      if (start < from || end > to) continue
      pieces.push(text.slice(at, start), make("mark", "", text.slice(start, end)))
      at = end
    }
    return [...pieces, text.slice(at, to)]
  }

  /* As much as there is room for, where the most different words stand together. */
  const snippet = ({ text, marks }) => {
    if (text.length <= ROOM) return marked(text, marks)
    const within = from => marks.filter(({ start, end }) => start >= from && end <= from + ROOM)
    const worth = from => new Set(within(from).map(({ start, end }) => text.slice(start, end).toLowerCase())).size
    const before = start => (start < ROOM / 2 ? 0 : Math.min(start - 40, text.length - ROOM))
    const starts = apart(marks).map(({ start }) => before(start))
    const best = starts.reduce((a, b) => (worth(b) > worth(a) ? b : a), starts[0] ?? 0)
    const from = best && text.indexOf(" ", best) + 1
    const end = from + ROOM >= text.length ? text.length : text.lastIndexOf(" ", from + ROOM)
    return [from ? "… " : "", ...marked(text, marks, from, end), end < text.length ? " …" : ""]
  }

  const link = (page, anchor, className, ...children) => {
    const a = make("a", className, ...children)
    a.href = address(page, anchor)
    return a
  }

  /* Where the text itself begins with what the place is called, that is not said twice. */
  const place = (page, one) => {
    const said = snippet(one)
    const named = said[0] !== "… " && one.text.startsWith(one.name)
    return make("li", "", link(page, one.anchor, "search__place", ...(named ? [] : [make("b", "", one.name), " "]), ...said))
  }

  /* What a page is, where no place on it has the words: they stand behind it. */
  const begun = ({ parts }) => (parts.length && !parts[0][0] ? { text: parts[0][2].slice(0, ROOM), marks: [] } : null)

  /* Its title; what it is and, of a finding, its count; the name by which it was found, where that is another. */
  const head = ({ page, marks, name }) => {
    const said = [make("span", "search__title", ...marked(page.title, marks))]
    const kind = page.kind && make("span", "search__kind", page.kind)
    if (page.note) said.push(make("span", "search__note", kind, " ", page.note))
    else if (kind) said.push(" ", kind)
    if (name) said.push(" ", make("span", "search__name", ...marked(name.place.text, name.marks)))
    return said
  }

  const others = (page, places) => {
    const words = places.length === 1 ? "1 more place on this page" : `${places.length} more places on this page`
    return make("details", "", make("summary", "", words), make("ul", "", ...places.map(one => place(page, one))))
  }

  const item = result => {
    const { page, places } = result
    const opening = places.find(one => !one.anchor) ?? (places.length || page.note ? null : begun(page))
    const within = places.filter(one => one.anchor)
    const top = [...head(result), ...(opening ? [make("span", "search__opening", ...snippet(opening))] : [])]
    const li = make("li", "search__page", link(page, "", "search__link", ...top))
    const [first, rest] = [within.slice(0, PLACES), within.slice(PLACES)]
    if (first.length) li.append(make("ul", "", ...first.map(one => place(page, one))))
    if (rest.length) li.append(others(page, rest))
    return li
  }

  const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ",") // the browser's own way takes 10 ms to wake
  const sayCount = ({ count, least }) => {
    const pages = count === 1 ? "1 page" : `${grouped(count)} pages`
    return least ? `at least ${pages}` : pages
  }

  const capital = words => words[0].toUpperCase() + words.slice(1)

  const saying = (answer, cut) => {
    const { found, partly, instead, count, done } = answer
    if (!found.length && !partly.length && !done) return "Nothing found among the likeliest pages."
    if (!found.length && !count) return "Nothing found. Try fewer words, or another name for it."
    const pages = sayCount(answer)
    const near = instead.slice(0, 3).map(word => `“${word}”`).join(" or ")
    if (!found.length) return `No page has all these words. ${capital(pages)} with some of them.`
    if (near) return `No match for that spelling. ${capital(pages)} with ${near}.`
    return `${capital(pages)}.${cut ? " Type on to find longer words that begin so." : ""}`
  }

  /* The same words among statements and findings in tables, which can be filtered; where there are none, nothing. */
  const inExplore = query => {
    const at = dialog.dataset.explore
    if (!at) return ""
    const a = make("a", "search__explore", "Look for these words in Explore")
    a.href = `${address({ at }, "")}#${new URLSearchParams({ words: query })}`
    return make("li", "", a)
  }

  /* Between pages with all words and those with some. */
  const line = () => make("li", "search__line", "With some of these words")

  /* The button after the last result: what has been fetched first, then what has not. */
  const more = (rest, answer, next) => {
    const left = rest.found.length + rest.partly.length
    const button = make("button", "search__more", answer.done ? `Show all ${left} pages` : "Show more pages")
    button.type = "button"
    const li = make("li", "", button)
    button.addEventListener("click", async () => {
      try {
        const items = drawn(left ? { ...answer, ...rest } : await next(), next)
        li.replaceWith(...items)
        items[0]?.querySelector("a, button").focus()
      } catch {
        told.textContent = LOST
      }
    })
    return li
  }

  let wholes = 0 // pages with all words, so far
  const drawn = (answer, next, most = Infinity) => {
    const { found, partly } = answer
    const left = Math.max(0, most - found.length)
    const some = partly.slice(0, left)
    wholes += found.length
    const parted = some.length && wholes && !list.querySelector(".search__line")
    const items = [...found.slice(0, most).map(item), ...(parted ? [line()] : []), ...some.map(item)]
    const rest = { found: found.slice(most), partly: partly.slice(left) }
    return rest.found.length || rest.partly.length || !answer.done ? [...items, more(rest, answer, next)] : items
  }

  /* What was asked last is shown; an answer that comes after the next question is not. */
  let asked = null
  const show = async query => {
    asked = query
    if (!query) {
      list.replaceChildren()
      told.textContent = ""
      return
    }
    const slow = setTimeout(() => {
      if (asked === query) told.textContent = "Parts of the index are being loaded."
    }, PATIENCE)
    try {
      const search = await find(query)
      const next = () => search.next()
      const answer = await next()
      if (asked !== query) return
      list.replaceChildren()
      wholes = 0
      list.append(...drawn(answer, next, PAGES), inExplore(query))
      told.textContent = saying(answer, search.cut)
      dialog.scrollTop = 0
    } catch {
      if (asked === query) [asked, told.textContent] = [null, LOST]
    } finally {
      clearTimeout(slow)
    }
  }

  /* Arrows go through all that can be followed. */
  const step = (event, way) => {
    const stops = [field, ...list.querySelectorAll("a, summary, button")].filter(one => one.checkVisibility?.() ?? one.offsetParent)
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
      await now()
      list.querySelector(".search__link")?.click()
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
