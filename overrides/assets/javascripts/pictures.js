/* Pictures: what a mark is, in a card, on hover, focus and first tap; one stop for the Tab key in each row of marks,
   arrow keys within it; and, where lines join reports, the whole way through the one that is touched. Without it a
   mark has the browser's own tip, and each is a stop. */
(() => {
  "use strict"

  const { attach } = window.archiveCards

  /** @type {SVGAElement[]} */
  const marks = [...document.querySelectorAll(/** @type {"a"} */ (".plot svg a"))].map(mark => /** @type {any} */ (mark))
  if (!marks.length) return

  /* All that leads to a report, or from it. */
  const reach = (lines, start, near, far) => {
    const met = new Set([start])
    for (const subject of met) for (const path of lines) if (path.dataset[near] === subject) met.add(path.dataset[far])
    return met
  }

  const light = (svg, before, after) => {
    const lines = [...svg.querySelectorAll("[data-from]")]
    const givers = reach(lines, before, "to", "from")
    const takers = reach(lines, after, "from", "to")
    svg.classList.add("lighting")
    for (const path of lines) {
      const { from, to } = path.dataset
      const through = from === before && to === after
      path.classList.toggle("lit", through || givers.has(to) || takers.has(from))
    }
    for (const mark of svg.querySelectorAll("[data-subject]")) {
      const { subject } = mark.dataset
      mark.classList.toggle("lit", givers.has(subject) || takers.has(subject))
    }
  }

  const darken = () => {
    for (const svg of document.querySelectorAll("svg.lighting")) svg.classList.remove("lighting")
  }

  /* The name of a mark stays its name; the browser's tip would stand beside the card. */
  const name = mark => {
    const title = mark.querySelector("title")
    mark.dataset.tip = title.textContent
    mark.setAttribute("aria-label", title.textContent)
    title.remove()
  }

  const lightWay = mark => {
    const { subject } = mark.dataset
    if (subject) light(mark.ownerSVGElement, subject, subject)
  }

  marks.forEach(name)
  attach(marks, mark => [["text", mark.dataset.tip]], lightWay, darken)

  document.querySelectorAll(".plot [data-from]").forEach(line => {
    const path = /** @type {any} */ (line)
    path.addEventListener("pointerenter", () => light(path.ownerSVGElement, path.dataset.from, path.dataset.to))
    path.addEventListener("pointerleave", darken)
  })

  /* Rows: the Tab key comes to the mark that was left last, arrows go from mark to mark. */
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }

  const rove = row => {
    const members = [...row.querySelectorAll("a")]
    const enter = chosen => members.forEach(mark => mark.setAttribute("tabindex", mark === chosen ? "0" : "-1"))
    enter(members[0])
    row.addEventListener("keydown", event => {
      const at = members.indexOf(event.target)
      const step = STEPS[event.key]
      if (at < 0 || !step) return
      event.preventDefault()
      const next = members[Math.max(0, Math.min(members.length - 1, at + step))]
      enter(next)
      next.focus()
    })
  }
  document.querySelectorAll(".plot svg g.row").forEach(rove)
})()
