/* Draws what was found into the dialog, and leads through it by keys. Everything is put in as text. */
(() => {
  "use strict"

  const { index, find } = window.archiveSearch
  const dialog = document.getElementById("search")
  const field = document.getElementById("search-field")
  const told = document.getElementById("search-told")
  const list = document.getElementById("search-results")
  const ROOM = 260
  const PAGES = 20
  const PLACES = 2

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

  const place = (page, one) =>
    make("li", "", link(page, one.anchor, "search__place", make("b", "", one.name), " ", ...snippet(one)))

  const item = ({ page, marks, places }) => {
    const title = [make("span", "search__title", ...marked(page.title, marks))]
    if (page.kind) title.push(" ", make("span", "search__kind", page.kind))
    const opening = places.find(one => !one.anchor)
    const within = places.filter(one => one.anchor)
    if (opening) title.push(make("span", "search__opening", ...snippet(opening)))
    const li = make("li", "search__page", link(page, "", "search__link", ...title))
    const [first, rest] = [within.slice(0, PLACES), within.slice(PLACES)]
    if (first.length) li.append(make("ul", "", ...first.map(one => place(page, one))))
    if (rest.length) {
      const words = rest.length === 1 ? "1 more place on this page" : `${rest.length} more places on this page`
      li.append(make("details", "", make("summary", "", words), make("ul", "", ...rest.map(one => place(page, one)))))
    }
    return li
  }

  const more = results => {
    const button = make("button", "search__more", `Show all ${results.length} pages`)
    button.type = "button"
    const li = make("li", "", button)
    button.addEventListener("click", () => {
      const items = results.map(item)
      li.replaceWith(...items)
      items[0].querySelector("a").focus()
    })
    return li
  }

  const saying = (query, { pages, instead, some }) => {
    if (!query) return ""
    if (!pages.length) return "Nothing is found."
    const count = pages.length === 1 ? "1 page" : `${pages.length} pages`
    const near = instead.slice(0, 3).map(word => `“${word}”`).join(" or ")
    if (some) return `No page has all of it; ${count} with a part.`
    return near ? `Nothing is spelled so; ${count} with ${near}.` : `${count}.`
  }

  const show = (table, query) => {
    const results = query ? find(table, query) : { pages: [], instead: [], some: false }
    const { pages } = results
    list.replaceChildren(...pages.slice(0, PAGES).map(item))
    if (pages.length > PAGES) list.append(more(pages.slice(PAGES)))
    told.textContent = saying(query, results)
    dialog.scrollTop = 0
  }

  /* Arrows go through all that can be followed. */
  const step = (event, way) => {
    const stops = [field, ...list.querySelectorAll("a, summary, button")].filter(one => one.checkVisibility?.() ?? one.offsetParent)
    const at = stops.indexOf(document.activeElement)
    stops[(at + way + stops.length) % stops.length].focus()
    event.preventDefault()
  }

  const start = table => {
    let [shown, waiting] = [null, 0]
    const now = () => {
      clearTimeout(waiting)
      const query = field.value.trim()
      if (query !== shown) show(table, query)
      shown = query
    }
    field.addEventListener("input", () => {
      clearTimeout(waiting)
      waiting = setTimeout(now, 120)
    })
    field.form.addEventListener("submit", () => {
      now()
      list.querySelector("a")?.click()
    })
    dialog.addEventListener("keydown", event => {
      if (event.key === "ArrowDown") step(event, 1)
      else if (event.key === "ArrowUp") step(event, -1)
      else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) field.focus()
    })
    now()
  }

  window.archiveSearch.start = async pages => start(await index(pages))
})()
