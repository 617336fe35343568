/* Single keys: / opens search, n and p lead to the next and the previous source. Who speaks to a computer may say
   letters that it takes for keys, so they can be turned off at the foot of each page; that choice is kept in the
   browser. */
(() => {
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
