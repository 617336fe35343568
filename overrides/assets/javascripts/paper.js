/* On paper a page says when it was printed, and from which address, what was chosen on it included. */
(() => {
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
