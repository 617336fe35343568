/* Single keys: / opens search, n and p lead to the next and the previous source. Who speaks to a computer may say
   letters that it takes for keys, so they can be turned off at the foot of each page; that choice, and nothing
   else, is kept in the browser. */
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
    const field = document.querySelector("[data-md-component=search-query]")
    field?.focus()
    field?.select()
  }
  const follow = way => document.querySelector(`.neighbours a.${way}`)?.click()
  const acts = { "/": search, s: search, f: search, n: () => follow("next"), p: () => follow("previous") }
  const single = new Set([...Object.keys(acts), ".", ","])

  /* Before the theme's program hears of it, which knows these keys too, but not that they may be off. */
  addEventListener(
    "keydown",
    event => {
      if (!single.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return
      event.stopImmediatePropagation()
      if (off || !acts[event.key]) return
      event.preventDefault()
      acts[event.key]()
    },
    { capture: true },
  )
})()
