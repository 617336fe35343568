/* Search begins when it is opened: its program and the index are fetched then, and not before, as scripts, because
   a page on a disk may read nothing else. What is typed meanwhile is looked for when they have come. */
(() => {
  "use strict"

  const { root, scripts } = document.currentScript.dataset
  const dialog = document.getElementById("search")
  const field = document.getElementById("search-field")
  const told = document.getElementById("search-told")
  const opener = document.querySelector(".masthead__search")
  if (!dialog?.showModal || !opener) return
  // the page for lost addresses knows its root as /
  dialog.dataset.root = new URL(root.replace(/\/?$/, "/"), location.href).href

  const load = name =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(name, dialog.dataset.root).href
      script.async = false
      script.addEventListener("load", resolve)
      script.addEventListener("error", () => reject(new Error(`cannot load ${script.src}`)))
      document.head.append(script)
    })

  /* What search is made of; Explore looks for words with it, too. What did not come is asked for again. */
  let coming = null
  const fetchEngine = () => {
    coming ??= Promise.all(scripts.split(" ").map(load)).catch(error => {
      coming = null
      throw error
    })
    return coming
  }
  window.archiveLoad = load
  window.archiveEngine = async () => {
    await fetchEngine()
    return window.archiveSearch
  }

  let begun = false
  const begin = async () => {
    if (begun) return
    begun = true
    told.textContent = "The index is being loaded."
    try {
      await fetchEngine()
      told.textContent = ""
      await window.archiveSearch.start()
    } catch {
      begun = false
      told.textContent = "The index could not be loaded. Close search and open it again to retry."
    }
  }

  const open = () => {
    if (!dialog.open) dialog.showModal()
    opener.setAttribute("aria-expanded", "true")
    field.focus()
    field.select()
    begin()
  }

  opener.addEventListener("click", open)
  /* What looks like a field on a page leads to Explore where no script runs, and opens this one where it does. */
  for (const seek of document.querySelectorAll("a.seek")) {
    seek.addEventListener("click", event => {
      event.preventDefault()
      open()
    })
  }
  dialog.addEventListener("close", () => opener.setAttribute("aria-expanded", "false"))
  /* A press beside the dialog, on its close button, or on a result, which may lead to this same page. */
  dialog.addEventListener("click", event => {
    if (event.target === dialog || /** @type {Element} */ (event.target).closest("a, .search__close")) dialog.close()
  })
  field.form.addEventListener("submit", event => event.preventDefault())
})()
