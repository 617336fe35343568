/* Parts of Explore → rows of its tables, as the page has them, and the words that are sought in them. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return

  const element = (name, attributes, ...content) => {
    const made = Object.assign(document.createElement(name), attributes)
    made.append(...content)
    return made
  }
  const [cell, head, span] = [
    (...content) => element("td", {}, ...content),
    (...content) => element("th", { scope: "row" }, ...content),
    (words, className) => element("span", { className }, words),
  ]
  const link = (words, address, name, anchor = "") => {
    const made = element("a", {}, words)
    made.setAttribute("href", address.replace("*", name) + anchor)
    return made
  }
  const numeric = words => element("td", { className: "num" }, words)

  /* A part of statements is its findings and its rows; a row names findings by their numbers. */
  const [SLUG, CLAIM, TEXT, SAID_BY, WORDING, SOURCE, PUBLISHED, FINDINGS, FIGURES, NAMES] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const at = row => link(row[SOURCE], form.dataset.source, row[SLUG], `#${row[CLAIM]}`)

  const statement = ([findings], row) => {
    const held = row[FINDINGS].flatMap((n, place) => {
      const [id, words, status] = findings[n]
      const one = element("span", { className: "held-in" }, link(words, form.dataset.finding, id), " ", span(status, "status"))
      return place ? [" ", one] : [one]
    })
    return element(
      "tr",
      {},
      head(row[TEXT], " ", span(`${row[SAID_BY]}; ${row[WORDING]}`, "saying")),
      cell(at(row), " ", span(row[PUBLISHED], "saying")),
      cell(...(held.length ? held : ["–"])),
    )
  }

  const figure = (row, n) => {
    const [amount, what, scope, asOf] = row[FIGURES][n]
    return element(
      "tr",
      {},
      numeric(amount),
      head(what, ...(scope ? [" ", span(scope, "saying")] : [])),
      cell(asOf),
      cell(row[SAID_BY]),
      cell(at(row)),
    )
  }

  const source = ([slug, title, language, outlet, published], statements) => {
    const words = language ? element("span", { lang: language }, title) : title
    return element(
      "tr",
      {},
      cell(published),
      head(link(words, form.dataset.source, slug)),
      cell(outlet),
      numeric(statements),
    )
  }

  const finding = ([id, words, tally, when], statements) =>
    element("tr", {}, head(link(words, form.dataset.finding, id)), cell(tally), cell(when), numeric(statements))

  const disagreement = ([id, title, differences], statements) =>
    element("tr", {}, head(link(title, form.dataset.disagreement, id)), cell(differences), numeric(statements))

  /* What stands in the row of a statement, and behind it: the names and topics in it, as whoever looks for them calls
     them. In one line: line by line parts are read. */
  const words = ([findings, , names], row) =>
    [...row.slice(TEXT, FINDINGS), ...row[FINDINGS].flatMap(n => findings[n].slice(1)), ...row[NAMES].map(n => names[n])].join(" · ")

  Object.assign(window.archiveExplore, { rows: { statement, figure, source, finding, disagreement }, words })
})()
