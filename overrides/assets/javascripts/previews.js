/* Who or what a link leads to, in a card, on hover, focus and first tap: made of the link's own title and address,
   nothing is asked for. Without it the title shows as the browser's own tip. A tap on the card follows the link. */
(() => {
  "use strict"

  /* Folder → what a page of it is called, and what stands between a name and who it is: written by the shell. */
  const { kinds, apart } = document.currentScript.dataset
  const KINDS = JSON.parse(kinds)
  const SOON = 120
  const LATE = 250

  /* A place on the same page is near enough. */
  const elsewhere = link => link.pathname !== location.pathname
  const links = [...document.querySelectorAll(".page a[title]")].filter(link => KINDS[folder(link)] && elsewhere(link))
  if (!links.length) return

  const card = document.createElement("div")
  card.className = "preview"
  card.id = "preview"
  card.role = "tooltip"
  card.hidden = true
  document.body.append(card)

  let shown = null
  let waiting = 0
  let touched = false

  function folder(link) {
    const [below, name] = link.pathname.split("/").slice(-3)
    return name === "glossary" ? name : below
  }

  const line = (mark, text) => {
    const element = document.createElement("span")
    element.className = mark
    element.textContent = text
    return element
  }

  const hide = () => {
    clearTimeout(waiting)
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

  /* A name and who it is; a finding has no name. */
  const told = link => {
    const tip = link.dataset.tip
    const at = link.matches(".entity, .term") ? tip.indexOf(apart) : -1
    return at < 0
      ? [line("preview__text", tip)]
      : [line("preview__name", tip.slice(0, at)), line("preview__text", tip.slice(at + apart.length))]
  }

  const show = (link, hint = "") => {
    hide()
    card.replaceChildren(line("preview__kind", KINDS[folder(link)]), ...told(link))
    if (hint) card.append(line("preview__hint", hint))
    card.hidden = false
    place(link)
    link.setAttribute("aria-describedby", card.id)
    shown = link
  }

  const later = (act, delay) => {
    clearTimeout(waiting)
    waiting = setTimeout(act, delay)
  }

  for (const link of links) {
    link.dataset.tip = link.title
    link.removeAttribute("title")
    link.addEventListener("pointerdown", event => (touched = event.pointerType === "touch"))
    link.addEventListener("pointerenter", event => event.pointerType === "mouse" && later(() => show(link), SOON))
    link.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide, LATE))
    link.addEventListener("focus", () => link.matches(":focus-visible") && !touched && show(link))
    link.addEventListener("blur", hide)
    link.addEventListener("click", event => {
      if (!touched || shown === link) return
      event.preventDefault()
      show(link, "Tap here to open")
    })
  }

  /* The card stays while the pointer is on it. */
  card.addEventListener("pointerenter", () => clearTimeout(waiting))
  card.addEventListener("pointerleave", event => event.pointerType === "mouse" && later(hide, LATE))
  card.addEventListener("mousedown", event => touched && event.preventDefault())
  card.addEventListener("click", () => touched && shown?.click())
  addEventListener("keydown", event => event.key === "Escape" && hide())
  addEventListener("pointerdown", event => {
    const pressed = /** @type {Node} */ (event.target)
    if (!card.contains(pressed) && !shown?.contains(pressed)) hide()
  })
})()
