/* Pictures: what a mark is, in a card, on hover, focus and first tap; one stop for the Tab key in each row of marks,
   arrow keys within it; and, where lines join reports, the whole way through the one that is touched. Without it a
   mark has the browser's own tip, and each is a stop. */
(() => {
  "use strict"

  const SOON = 80
  const LATE = 200

  /** @type {SVGAElement[]} */
  const marks = [...document.querySelectorAll(/** @type {"a"} */ (".plot svg a"))].map(mark => /** @type {any} */ (mark))
  if (!marks.length) return

  const card = document.createElement("div")
  card.className = "preview"
  card.id = "mark-card"
  card.role = "tooltip"
  card.hidden = true
  document.body.append(card)

  /** @type {SVGAElement | null} */
  let shown = null
  let waiting = 0
  let touched = false

  const later = (act, delay) => {
    clearTimeout(waiting)
    waiting = setTimeout(act, delay)
  }

  /* Under the mark; over it where there is no room. */
  const place = mark => {
    const at = mark.getBoundingClientRect()
    const { width, height } = card.getBoundingClientRect()
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))
    const below = at.bottom + height + 8 < innerHeight
    card.style.left = `${left + scrollX}px`
    card.style.top = `${scrollY + (below ? at.bottom + 5 : Math.max(4, at.top - height - 5))}px`
  }

  const span = (mark, text) => {
    const element = document.createElement("span")
    element.className = mark
    element.textContent = text
    return element
  }

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

  const hide = () => {
    clearTimeout(waiting)
    darken()
    shown?.removeAttribute("aria-describedby")
    shown = null
    card.hidden = true
  }

  const show = (mark, hint = "") => {
    hide()
    card.replaceChildren(span("preview__text", mark.dataset.tip))
    if (hint) card.append(span("preview__hint", hint))
    card.hidden = false
    place(mark)
    shown = mark
    const { subject } = mark.dataset
    if (subject) light(mark.ownerSVGElement, subject, subject)
  }

  /* The name of a mark stays its name; the browser's tip would stand beside the card. */
  const name = mark => {
    const title = mark.querySelector("title")
    mark.dataset.tip = title.textContent
    mark.setAttribute("aria-label", title.textContent)
    title.remove()
  }

  for (const mark of marks) {
    name(mark)
    mark.addEventListener("pointerdown", event => (touched = event.pointerType === "touch"))
    mark.addEventListener("pointerenter", event => event.pointerType === "mouse" && later(() => show(mark), SOON))
    mark.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide, LATE))
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && !touched && show(mark))
    mark.addEventListener("blur", hide)
    mark.addEventListener("click", event => {
      if (!touched || shown === mark) return
      event.preventDefault()
      show(mark, "Tap here to open")
    })
  }

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

  card.addEventListener("pointerenter", () => clearTimeout(waiting))
  card.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide, LATE))
  card.addEventListener("mousedown", event => touched && event.preventDefault())
  card.addEventListener("click", () => touched && shown?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })))
  addEventListener("keydown", event => event.key === "Escape" && hide())
  addEventListener("pointerdown", event => {
    const pressed = /** @type {Node} */ (event.target)
    if (!card.contains(pressed) && !shown?.contains(pressed)) hide()
  })
})()
