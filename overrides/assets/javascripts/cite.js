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

  /* What is copied, as text and as HTML: a word processor takes the italics, a letter the words. */
  const put = (event, { text, html }) => {
    event.clipboardData.setData("text/plain", text)
    if (html) event.clipboardData.setData("text/html", html)
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  const write = ({ text, html }) => {
    if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text)
    const part = (words, type) => new Blob([words], { type })
    return navigator.clipboard.write([
      new ClipboardItem({ "text/plain": part(text, "text/plain"), "text/html": part(html, "text/html") }),
    ])
  }

  /* From a folder, and over plain http, browsers give pages no clipboard; the old way still works there. */
  const copied = async what => {
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await write(what)
        return true
      } catch {
        /* not allowed: the old way */
      }
    }
    const field = document.createElement("textarea")
    field.value = what.text
    field.readOnly = true
    field.className = "copy-field"
    const active = /** @type {HTMLElement | null} */ (document.activeElement)
    const both = event => put(event, what)
    document.body.append(field)
    field.select()
    document.addEventListener("copy", both, { capture: true, once: true })
    const done = document.execCommand("copy")
    document.removeEventListener("copy", both, { capture: true })
    field.remove()
    active?.focus({ preventScroll: true })
    return done
  }

  const copy = async (what, words) =>
    say((await copied(what)) ? words : "This browser does not let the page copy; select the words instead.")

  const citation = element =>
    element.matches("pre")
      ? { text: element.textContent }
      : { text: element.textContent.trim(), html: element.innerHTML.trim() }

  for (const cited of article.querySelectorAll(".citation")) {
    const button = document.createElement("button")
    const name = cited.closest("dd")?.previousElementSibling
    const work = cited.closest("[data-cited]")?.dataset.cited
    button.type = "button"
    button.className = "copy"
    button.textContent = "Copy"
    button.setAttribute("aria-label", name ? `Copy: ${name.textContent}, ${work}` : `Copy citation of ${work}`)
    button.addEventListener("click", () => copy(citation(cited), "Citation copied"))
    if (name) name.append(button)
    else cited.after(" ", button)
  }

  /* The number stays a link: it moves to the paragraph, as links do, and copies where that is. */
  const canonical = document.querySelector("link[rel=canonical]")?.href
  const address = hash => new URL(hash, canonical || location.href.replace(/#.*/, "")).href

  for (const number of article.querySelectorAll(".passage > h3 > a[href^='#']")) {
    number.addEventListener("click", event => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      copy({ text: address(number.getAttribute("href")) }, `Address of ${number.textContent.trim()} copied`)
    })
  }

  /* A selection of some words: the words of one kind of text that it meets, and nothing that stands between
     them, then whose they are. Short ones, those in fields, and citations themselves are left alone. */
  const SHORTEST = 25
  const KINDS = { captured: ".captured", digest: ".digest", note: ".note, #notes + ul > li", finding: "h1" }
  const credits = new Map([...article.querySelectorAll(".credit")].map(p => [p.dataset.kind, p]))

  const clipped = (range, element) => {
    const part = document.createRange()
    part.selectNodeContents(element)
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset)
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset)
    const inner = part.cloneContents()
    for (const other of inner.querySelectorAll(".headerlink, .copy, [hidden]")) other.remove()
    return inner.textContent.replace(/\s+/g, " ").trim()
  }

  const met = (range, kind) =>
    credits.has(kind)
      ? [...article.querySelectorAll(KINDS[kind])]
          .filter(element => range.intersectsNode(element))
          .map(element => ({ kind, element, text: clipped(range, element) }))
          .filter(one => one.text)
      : []

  const earlier = (a, b) => a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING

  const chosen = range => {
    const texts = ["captured", "digest"].map(kind => met(range, kind)).filter(found => found.length)
    if (texts.length === 2) return earlier(texts[0][0], texts[1][0]) ? texts[0] : texts[1]
    return [...texts, met(range, "note"), met(range, "finding")].find(found => found.length) || []
  }

  const passageOf = element => {
    const listed = element.matches("li") && element.querySelector("a[href^='#']")
    const id = listed ? listed.hash.slice(1) : element.closest(".passage")?.querySelector("h3[id]")?.id || ""
    return id
  }

  /* `para. 2`, `paras. 1–3`; `at 00:12:31`; a standfirst or a caption by its name. How they are worded the page says. */
  const patterns = article.querySelector(".cite")?.dataset
  const fill = (pattern, ...values) => values.reduce((words, value) => words.replace("*", value), pattern)
  const numberOf = id => /^p(\d+)$/.exec(id)?.[1]
  const UNITS = { pages: /^pg(\d+)p(\d+)$/, times: /^t(\d+)-(\d+)-(\d+)$/, messages: /^m(\d+)$/ }
  const nameOf = id => {
    if (numberOf(id)) return fill(patterns.paragraph, numberOf(id))
    const [unit, form] = Object.entries(UNITS).find(entry => entry[1].test(id)) || []
    return unit ? fill(patterns[unit], ...form.exec(id).slice(1)) : (patterns[id] ?? id)
  }
  const passages = ids => {
    const [first, last] = [ids[0], ids[ids.length - 1]]
    if (!first) return ""
    if (first === last) return `, ${nameOf(first)}`
    if (numberOf(first) && numberOf(last)) return `, ${fill(patterns.paragraphs, numberOf(first), numberOf(last))}`
    return `, ${fill(patterns.span, nameOf(first), nameOf(last))}`
  }

  const credited = found => {
    const ids = found.map(one => passageOf(one.element)).filter(Boolean)
    const words = credits.get(found[0].kind).cloneNode(true)
    const place = words.querySelector(".credit__address")
    words.querySelector(".credit__at")?.replaceWith(passages(ids))
    if (canonical || location.protocol !== "file:") {
      const link = document.createElement("a")
      link.href = address(ids.length ? `#${ids[0]}` : "")
      link.textContent = link.href
      place.before(", ", link)
    }
    place.remove()
    return words
  }

  document.addEventListener("copy", event => {
    const selection = getSelection()
    if (!event.clipboardData || !selection.rangeCount || selection.isCollapsed) return
    if (document.activeElement?.matches("input, textarea")) return
    const found = chosen(selection.getRangeAt(0))
    if (!found.length || found.reduce((sum, one) => sum + one.text.length, 0) < SHORTEST) return
    const quotation = document.createElement("blockquote")
    for (const one of found) {
      const paragraph = document.createElement("p")
      paragraph.textContent = one.text
      if (one.element.lang) paragraph.lang = one.element.lang
      quotation.append(paragraph)
    }
    const words = credited(found)
    const text = found.map(one => one.text).join("\n\n")
    put(event, {
      text: `“${text}”\n\n${words.textContent.trim()}`,
      html: `${quotation.outerHTML}<p>${words.innerHTML.trim()}</p>`,
    })
  })
})()
