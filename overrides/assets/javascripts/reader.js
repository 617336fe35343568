/* Light or dark, where a reader wants another one than the system's. A choice made here is kept in the browser until
   the system's is chosen; the shell's inline script sets it before a word is shown. */
(() => {
  "use strict"

  const KEPT = "archive.colours"
  const root = document.documentElement
  const buttons = document.querySelectorAll(/** @type {"button"} */ (".colours button"))

  const tell = () => {
    for (const button of buttons) button.ariaPressed = String((root.dataset.colours ?? "") === button.value)
  }
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (button.value) root.dataset.colours = button.value
      else delete root.dataset.colours
      try {
        if (button.value) localStorage.setItem(KEPT, button.value)
        else localStorage.removeItem(KEPT)
      } catch {
        /* Kept by no browser that forbids it: the choice lasts as long as the page. */
      }
      tell()
    })
  }
  tell()
})()

/* Single keys: / opens search, n and p lead to the next and the previous source. Who speaks to a computer may say
   letters that it takes for keys, so they can be turned off at the foot of each page; that choice is kept in the
   browser. */
;(() => {
  "use strict"

  const KEPT = "archive.keys"
  const button = document.querySelector(".keys button")
  if (!button) return

  /* A browser may forbid a page to keep anything; then the choice lasts as long as the page. */
  const kept = act => {
    try {
      return act(localStorage)
    } catch {
      return null
    }
  }
  let off = kept(storage => storage.getItem(KEPT)) === "off"

  const tell = () => (button.textContent = off ? "Turn single keys on" : "Turn them off")
  button.addEventListener("click", () => {
    off = !off
    kept(storage => (off ? storage.setItem(KEPT, "off") : storage.removeItem(KEPT)))
    tell()
  })
  tell()

  const search = () => {
    document.querySelector(".masthead__search")?.click()
  }
  const follow = way => document.querySelector(`.neighbours a.${way}`)?.click()
  const acts = { "/": search, s: search, f: search, n: () => follow("next"), p: () => follow("previous") }

  addEventListener("keydown", event => {
    if (off || !acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector("dialog[open]")) return
    if (/** @type {Element} */ (event.target).matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return
    event.preventDefault()
    acts[event.key]()
  })
})()

/* On paper a page says when it was printed, and from which address, what was chosen on it included. */
;(() => {
  "use strict"

  const line = document.querySelector(".paper")
  if (!line) return
  const address = line.querySelector(".paper__address")
  const date = line.querySelector(".paper__date")

  addEventListener("beforeprint", () => {
    if (location.protocol.startsWith("http")) address.textContent = location.href
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
    date.textContent = `printed on ${today}`
  })
})()
