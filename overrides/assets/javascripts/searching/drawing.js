/* A query → what is found, drawn: items of a list, and how many pages there are, in words. Everything is put in as text.

   A page may have archives beside its own searched, each by its own scripts: how they draw is theirs, and what they
   have in common is `look`. */
(() => {
  "use strict"

  const { find, root } = window.archiveSearch
  const ROOM = 260
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
    const url = new URL(page.at, root)
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

  const nearest = ({ instead }) => instead.slice(0, 3).map(word => `“${word}”`).join(" or ")

  const saying = (answer, cut) => {
    const { found, partly, count, done } = answer
    if (!found.length && !partly.length && !done) return "Nothing found among the likeliest pages."
    if (!found.length && !count) return "Nothing found. Try fewer words, or another name for it."
    const [pages, near] = [sayCount(answer), nearest(answer)]
    if (!found.length) return `No page has all these words. ${capital(pages)} with some of them.`
    if (near) return `No match for that spelling. ${capital(pages)} with ${near}.`
    return `${capital(pages)}.${cut ? " Type on to find longer words that begin so." : ""}`
  }

  /* The same for a list beside others; empty where there is nothing. */
  const sayBriefly = answer => {
    const [pages, near] = [sayCount(answer), nearest(answer)]
    if (!answer.found.length) return answer.partly.length ? `${pages} with some of these words` : ""
    return near ? `${pages} with ${near}` : pages
  }

  /* Between pages with all words and those with some. */
  const line = () => make("li", "search__line", "With some of these words")

  /* Answers to one query, one after the other → items; at the end of each a button for what comes then: what has been
     fetched first, then what has not. `lose` tells that it could not be. */
  const drawing = (next, lose) => {
    let [wholes, parted] = [0, false] // pages with all words, so far
    const more = (rest, answer) => {
      const left = rest.found.length + rest.partly.length
      const button = make("button", "search__more", answer.done ? `Show all ${left} pages` : "Show more pages")
      button.type = "button"
      const li = make("li", "", button)
      button.addEventListener("click", async () => {
        try {
          const items = drawn(left ? { ...answer, ...rest } : await next())
          li.replaceWith(...items)
          // the first may be the line, which leads nowhere
          items.map(one => one.querySelector("a, button")).find(Boolean)?.focus()
        } catch {
          lose()
        }
      })
      return li
    }
    const drawn = (answer, most = Infinity) => {
      const { found, partly } = answer
      const left = Math.max(0, most - found.length)
      const some = partly.slice(0, left)
      wholes += found.length
      const parting = !parted && some.length > 0 && wholes > 0
      parted ||= parting
      const items = [...found.slice(0, most).map(item), ...(parting ? [line()] : []), ...some.map(item)]
      const rest = { found: found.slice(most), partly: partly.slice(left) }
      return rest.found.length || rest.partly.length || !answer.done ? [...items, more(rest, answer)] : items
    }
    return drawn
  }

  /* The best of what is found, at most so many pages, and a button for more of them, what is said of it, and how many
     pages there are: {items, saying, count}. */
  const look = async (query, most, lose) => {
    const search = await find(query)
    const next = () => search.next()
    const answer = await next()
    const items = drawing(next, lose)(answer, most)
    return { items, saying: saying(answer, search.cut), count: sayBriefly(answer) }
  }

  Object.assign(window.archiveSearch, { make, address, look })
})()
