/* Sorts and filters tables that are marked `data-tabular`. Without it they stand whole, in their own order. Of a list in
   pages there are only the rows of one page here, so it says that it goes over no others. */
(() => {
  "use strict"

  const { searchable, wanted } = window.archiveSpelling
  const words = new Intl.Collator(document.documentElement.lang || "en", { numeric: true })

  const paged = document.querySelector(".paging") !== null

  const key = (row, column) => {
    const cell = row.cells[column]
    return cell.dataset.key ?? cell.textContent.trim()
  }

  const order = (kind, sign) =>
    kind === "number"
      ? (a, b) => sign * (Number(a.key) - Number(b.key)) || a.at - b.at
      : (a, b) => sign * words.compare(a.key, b.key) || a.at - b.at

  const sortable = (table, head) => {
    const body = table.tBodies[0]
    const button = document.createElement("button")
    button.type = "button"
    button.append(...head.childNodes)
    if (paged) button.title = "Sorts the rows of this page"
    head.append(button)
    button.addEventListener("click", () => {
      const downwards = head.getAttribute("aria-sort") === "ascending"
      for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort")
      head.setAttribute("aria-sort", downwards ? "descending" : "ascending")
      const rows = [...body.rows].map((row, at) => ({ row, at, key: key(row, head.cellIndex) }))
      rows.sort(order(head.dataset.sort, downwards ? -1 : 1))
      body.append(...rows.map(({ row }) => row))
    })
  }

  const filterable = (table, frame) => {
    const rows = [...table.tBodies[0].rows].map(row => ({ row, text: searchable(row.textContent) }))
    const label = document.createElement("label")
    const field = document.createElement("input")
    const tally = document.createElement("output")
    label.className = "filter"
    field.type = "search"
    field.autocomplete = "off"
    label.append(paged ? "Filter this page " : "Filter ", field, tally)
    frame.before(label)
    const show = () => {
      const sought = wanted(field.value)
      let shown = 0
      for (const { row, text } of rows) {
        row.hidden = !sought.every(word => text.includes(word))
        if (!row.hidden) shown += 1
      }
      tally.textContent = sought.length ? ` ${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}` : ""
    }
    let waiting = 0
    field.addEventListener("input", () => {
      clearTimeout(waiting)
      waiting = setTimeout(show, rows.length > 500 ? 150 : 0)
    })
    /* A link into the table must not lead to a row that is filtered away. */
    addEventListener("hashchange", () => {
      field.value = ""
      show()
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
    })
  }

  for (const table of document.querySelectorAll("table[data-tabular]")) {
    for (const head of table.tHead.querySelectorAll("th[data-sort]")) sortable(table, head)
    filterable(table, table.closest(".sheet") ?? table)
  }
})()
