/* Narrows the tables of the Explore page; without it they stand whole. What is chosen stands in the part of the
   address after #, so that it can be shared, works from a folder, and is never sent to a server. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  const tally = document.getElementById("explore-tally")
  const clear = document.querySelector("button[form=explore]")
  const more = form.querySelector(".explore__more")
  const empty = document.querySelector(".explore__empty")
  const said = document.querySelector(".explore__said")
  const { words, show } = form.elements
  const keys = JSON.parse(document.getElementById("explore-rows").textContent)

  const boxes = [...form.querySelectorAll("input[type=checkbox]")]
  const counts = boxes.map(box => box.parentElement.querySelector(".explore__count"))
  const facets = [...form.querySelectorAll("details")]
  const bits = boxes.map(box => 1 << facets.indexOf(box.closest("details")))

  const parts = [...document.querySelectorAll("[data-part]")].map(element => ({
    element,
    name: element.dataset.part,
    rows: [...element.querySelector("tbody").rows],
  }))
  const [statements, figures, sources] = parts.map(part => part.rows)
  const number = n => n.toLocaleString("en")

  /* Letters without case and marks, numbers without commas, words without hyphens, apostrophes and the American z,
     so that a reader need not type as it is written. */
  const plain = text =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}“”"„«»]/gu, "")
      .toLowerCase()
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/([\p{L}\p{N}])[-‐‑’'ʼ](?=[\p{L}\p{N}])/gu, "$1")
      .replace(/([iy])z(?=e|ing|ation)/g, "$1s")
  let texts
  const sought = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean)
    if (!wanted.length) return () => true
    texts ??= statements.map(row => plain(row.textContent))
    return n => wanted.every(word => texts[n].includes(word))
  }

  /* A statement is shown if it has one of the values chosen in each filter. One that fails a single filter still
     counts there: so many more would be shown if the value were chosen, too. */
  const narrowed = () => {
    const has = sought()
    const needed = boxes.reduce((all, box, n) => (box.checked ? all | bits[n] : all), 0)
    const found = boxes.map(() => 0)
    const shown = keys.statements.map((values, n) => {
      if (!has(n)) return false
      let missing = needed
      for (const value of values) if (boxes[value].checked) missing &= ~bits[value]
      const single = (missing & (missing - 1)) === 0
      if (single) for (const value of values) if (!missing || bits[value] === missing) found[value] += 1
      return missing === 0
    })
    return { shown, found, whole: needed === 0 && !words.value.trim() }
  }

  const among = (shown, [start, end]) => {
    let n = 0
    for (let at = start; at < end; at += 1) if (shown[at]) n += 1
    return n
  }

  const hide = (row, hidden) => {
    if (row.hidden !== hidden) row.hidden = hidden
  }

  const showRows = (shown, whole) => {
    statements.forEach((row, n) => hide(row, !shown[n]))
    figures.forEach((row, n) => hide(row, !shown[keys.figures[n]]))
    sources.forEach((row, n) => {
      const within = number(among(shown, keys.sources[n]))
      const total = number(keys.sources[n][1] - keys.sources[n][0])
      hide(row, !whole && within === "0")
      row.cells[row.cells.length - 1].textContent = whole ? total : `${within} of ${total}`
    })
  }

  const showCounts = found => {
    found.forEach((n, at) => {
      counts[at].textContent = number(n)
      boxes[at].parentElement.classList.toggle("explore__none", n === 0)
    })
    for (const facet of facets) {
      const chosen = facet.querySelectorAll(":checked").length
      facet.querySelector(".explore__chosen").textContent = chosen ? ` (${chosen} chosen)` : ""
    }
    const chosen = form.querySelectorAll("[type=checkbox]:checked").length
    more.textContent = chosen ? `Filters (${chosen})` : "Filters"
  }

  /* On paper the filters are not to be seen; what was chosen in them is. */
  const chosenInWords = () => {
    const told = facets.map(facet => {
      const values = [...facet.querySelectorAll(":checked + span")].map(value => value.textContent)
      return values.length ? `${facet.querySelector("legend").textContent}: ${values.join(" or ")}.` : ""
    })
    return [words.value.trim() && `With the words: ${words.value.trim()}.`, ...told].filter(Boolean).join(" ")
  }

  const update = () => {
    const { shown, found, whole } = narrowed()
    showRows(shown, whole)
    showCounts(found)
    for (const part of parts) part.element.hidden = part.name !== show.value
    const { name, rows } = parts.find(part => part.name === show.value)
    const [left, all] = [rows.filter(row => !row.hidden).length, rows.length].map(number)
    tally.textContent = left === all ? `${all} ${name}` : `${left} of ${all} ${name}`
    clear.hidden = whole
    empty.hidden = left !== "0" || whole
    if (!empty.hidden) parts.find(part => part.name === name).element.hidden = true
    said.textContent = chosenInWords()
  }

  const address = () => {
    const chosen = new URLSearchParams()
    for (const box of boxes) if (box.checked) chosen.append(box.name, box.value)
    if (words.value.trim()) chosen.set("words", words.value.trim())
    if (show.value !== "statements") chosen.set("show", show.value)
    return location.href.split("#")[0] + (chosen.size ? `#${chosen}` : "")
  }

  /* An anchor, such as the one that leads past the menu, has no = and says nothing about filters. */
  const read = () => {
    const hash = location.hash.slice(1)
    if (hash && !hash.includes("=")) return
    const chosen = new URLSearchParams(hash)
    for (const box of boxes) box.checked = chosen.getAll(box.name).includes(box.value)
    words.value = chosen.get("words") ?? ""
    show.value = parts.some(part => part.name === chosen.get("show")) ? chosen.get("show") : "statements"
    for (const facet of facets) if (facet.querySelector(":checked")) facet.open = true
    update()
  }

  const changed = () => {
    update()
    if (address() !== location.href) history.pushState(null, "", address())
  }

  let waiting = 0
  words.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      update()
      history.replaceState(null, "", address())
    }, 120)
  })
  form.addEventListener("change", event => event.target !== words && changed())
  form.addEventListener("reset", () => {
    words.focus()
    setTimeout(changed)
  })
  form.addEventListener("submit", event => event.preventDefault())
  addEventListener("popstate", read)
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") !== "true"
    more.setAttribute("aria-expanded", String(open))
  })

  update()
  read()
})()
