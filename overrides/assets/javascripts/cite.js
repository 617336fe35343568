/* Copying: a button beside each citation, a paragraph number that copies its address, a selection that carries
   its citation. Everything can be read, selected and linked without this script. */
(() => {
  "use strict"

  const article = document.querySelector(".md-content article, .md-content")
  if (!article) return

  const said = document.createElement("div")
  said.className = "copied"
  said.setAttribute("role", "status")
  document.body.append(said)
  let clearing

  const say = words => {
    said.textContent = words
    clearTimeout(clearing)
    clearing = setTimeout(() => (said.textContent = ""), 2500)
  }

  /* From a folder, and over plain http, browsers give pages no clipboard; the old way still works there. */
  const copied = async text => {
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        /* not allowed: the old way */
      }
    }
    const field = document.createElement("textarea")
    field.value = text
    field.readOnly = true
    field.className = "copy-field"
    const active = document.activeElement
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    active?.focus({ preventScroll: true })
    return done
  }

  const copy = async (text, words) =>
    say((await copied(text)) ? words : "This browser does not let the page copy; select the words instead.")

  const words = element => (element.matches("pre") ? element.textContent : element.textContent.trim())

  for (const cited of article.querySelectorAll(".citation")) {
    const button = document.createElement("button")
    const name = cited.closest("dd")?.previousElementSibling
    button.type = "button"
    button.className = "copy"
    button.textContent = "Copy"
    button.setAttribute("aria-label", `Copy: ${name ? name.textContent : "citation of this statement"}`)
    button.addEventListener("click", () => copy(words(cited), "Citation copied"))
    if (name) name.append(button)
    else cited.after(" ", button)
  }

  /* The number stays a link: it moves to the paragraph, as links do, and copies where that is. */
  const canonical = document.querySelector("link[rel=canonical]")?.href
  const address = hash => new URL(hash, canonical || location.href.replace(/#.*/, "")).href

  for (const number of article.querySelectorAll(".passage > h3 > a[href^='#']")) {
    number.addEventListener("click", event => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      copy(address(number.getAttribute("href")), `Address of ${number.textContent.trim()} copied`)
    })
  }

  /* A selection of some words of the text: the words as they are, then where they stand. Short ones, those in
     fields, and citations themselves are left alone. */
  const SHORTEST = 25
  const passages = ".digest, .captured, .note"

  const passage = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(passages)

  const source = () => {
    const first = article.querySelector(".cite .citation")
    return first ? first.textContent.trim() : document.title
  }

  document.addEventListener("copy", event => {
    const selection = getSelection()
    if (!event.clipboardData || !selection.rangeCount || selection.isCollapsed) return
    if (document.activeElement?.matches("input, textarea")) return
    const range = selection.getRangeAt(0)
    const begin = passage(range.startContainer)
    const text = selection.toString().trim()
    if (!begin || !passage(range.endContainer) || text.length < SHORTEST) return
    const anchor = begin.closest(".passage")?.querySelector("h3[id]")?.id
    const at = address(anchor ? `#${anchor}` : "")
    const own = begin.matches(".captured")
      ? source()
      : `${document.querySelector("meta[name='z.archive']")?.content || document.title}, on: ${source()}`
    const quotation = document.createElement("blockquote")
    quotation.textContent = text
    const credit = document.createElement("p")
    const link = document.createElement("a")
    link.href = link.textContent = at
    credit.append(`${own} `, link)
    event.clipboardData.setData("text/plain", `${text}\n\n${own} ${at}`)
    event.clipboardData.setData("text/html", quotation.outerHTML + credit.outerHTML)
    event.preventDefault()
  })
})()
