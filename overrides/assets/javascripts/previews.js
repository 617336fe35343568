/* Cards: what a link or a mark of a picture leads to, on hover, focus and first tap. Nothing is asked for; without it
   the browser's own tip shows. A tap on the card follows the link. */
(() => {
  "use strict"

  /* Milliseconds: long enough that a passing pointer opens nothing, and reaches the card before it goes. */
  const SOON = 120
  const LATE = 250

  const card = document.createElement("div")
  card.className = "preview"
  card.id = "preview"
  card.role = "tooltip"
  card.hidden = true

  /** @type {HTMLAnchorElement | null} */
  let shown = null
  let leave = () => {}
  let waiting = 0
  let touched = false

  const later = (act, delay) => {
    clearTimeout(waiting)
    waiting = setTimeout(act, delay)
  }

  const line = (kind, text) => {
    const element = document.createElement("span")
    element.className = `preview__${kind}`
    element.textContent = text
    return element
  }

  const hide = () => {
    clearTimeout(waiting)
    leave()
    shown?.removeAttribute("aria-describedby")
    shown = null
    card.hidden = true
  }

  /* Under the link; over it where there is no room. */
  const place = link => {
    const at = link.getClientRects()[0]
    const { width, height } = card.getBoundingClientRect()
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))
    const below = at.bottom + height + 8 < innerHeight
    card.style.left = `${left + scrollX}px`
    card.style.top = `${scrollY + (below ? at.bottom + 4 : Math.max(4, at.top - height - 4))}px`
  }

  const show = (link, lines, hint = "") => {
    hide()
    card.replaceChildren(...lines(link).map(([kind, text]) => line(kind, text)))
    if (hint) card.append(line("hint", hint))
    card.hidden = false
    place(link)
    shown = link
  }

  /* `lines`: link → pairs of what a line is and its words; `enter` and `exit`: what else happens meanwhile. */
  const attach = (links, lines, enter = link => link.setAttribute("aria-describedby", card.id), exit = () => {}) => {
    if (links.length) document.body.append(card)
    const open = (link, hint = "") => {
      show(link, lines, hint)
      leave = exit
      enter(link)
    }
    for (const link of links) {
      link.addEventListener("pointerdown", event => (touched = event.pointerType === "touch"))
      link.addEventListener("pointerenter", event => event.pointerType === "mouse" && later(() => open(link), SOON))
      link.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide, LATE))
      link.addEventListener("focus", () => link.matches(":focus-visible") && !touched && open(link))
      link.addEventListener("blur", hide)
      link.addEventListener("click", event => {
        if (!touched || shown === link) return
        event.preventDefault()
        open(link, "Tap here to open")
      })
    }
  }

  /* The card stays while the pointer is on it. */
  card.addEventListener("pointerenter", () => clearTimeout(waiting))
  card.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide, LATE))
  card.addEventListener("mousedown", event => touched && event.preventDefault())
  card.addEventListener("click", () => {
    if (touched) shown?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
  })
  addEventListener("keydown", event => event.key === "Escape" && hide())
  addEventListener("pointerdown", event => {
    const pressed = /** @type {Node} */ (event.target)
    if (!card.contains(pressed) && !shown?.contains(pressed)) hide()
  })

  /* Folder → what a page of it is called, and what stands between a name and who it is: written by the shell. */
  const { kinds, apart } = document.currentScript.dataset
  const KINDS = JSON.parse(kinds)

  const folder = link => {
    const [below, name] = link.pathname.split("/").slice(-3)
    return name === "glossary" ? name : below
  }

  /* A name and who it is; a finding has no name. */
  const told = link => {
    const { tip } = link.dataset
    const at = link.matches(".entity, .term") ? tip.indexOf(apart) : -1
    const words = at < 0 ? [["text", tip]] : [["name", tip.slice(0, at)], ["text", tip.slice(at + apart.length)]]
    return [["kind", KINDS[folder(link)]], ...words]
  }

  /* A place on the same page is near enough. */
  const elsewhere = link => link.pathname !== location.pathname
  const links = [...document.querySelectorAll(".page a[title]")].filter(link => KINDS[folder(link)] && elsewhere(link))
  for (const link of links) {
    link.dataset.tip = link.title
    link.removeAttribute("title")
  }
  attach(links, told)

  window.archiveCards = { attach }
})()
