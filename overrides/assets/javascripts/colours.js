/* Light or dark, where a reader wants another one than the system's. Only a choice made here is kept in the browser,
   and choosing the system's again takes it out. The shell's inline script sets it before the first word is shown. */
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
        /* A browser may forbid a page to keep anything; then the choice lasts as long as the page. */
      }
      tell()
    })
  }
  tell()
})()
