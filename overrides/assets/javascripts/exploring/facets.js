/* The filters of Explore: what is chosen, which statements fail them, and how many would be shown if a value were
   chosen, too. Statements are numbers in the archive's order. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return
  const { load, has, unpacked, number, range, failing, passesOthers } = window.archiveExplore
  const { searchable, wanted } = window.archiveSpelling
  const STATEMENTS = Number(form.dataset.statements)

  /* `at`: the place in the filter's part, where the choice's statements are. */
  const choice = (label, at) => {
    const [box, text, count] = label.children
    return { label, at, box, text, count, total: count.textContent, numbers: null }
  }
  const facets = [...form.querySelectorAll("details")].map(element => {
    const fieldset = element.querySelector("fieldset")
    const choices = [...fieldset.querySelectorAll("label")].map(choice)
    const { name, others } = fieldset.dataset
    return { element, fieldset, name, others: Number(others), choices, listed: choices.length }
  })

  const chosenOf = facet => facet.choices.filter(one => one.box.checked)
  const numbersOf = async (facet, one) => (one.numbers ??= unpacked((await load(facet.name))[one.at]))

  /* A filter with a thousand values shows the commonest; others come when they are sought or chosen. */
  const othersOf = async facet => (facet.others ? (facet.names ??= await load(`${facet.name}-names`)) : [])
  const add = (facet, [id, name, total], n) => {
    const known = facet.choices.find(one => one.at === facet.listed + n)
    if (known) return known
    const label = facet.choices[0].label.cloneNode(true)
    const added = choice(label, facet.listed + n)
    Object.assign(added.box, { value: id, checked: false })
    added.text.textContent = name
    added.total = number(total)
    facet.fieldset.append(label)
    facet.choices.push(added)
    return added
  }
  const seek = async (facet, sought) => {
    const words = wanted(sought)
    const contains = text => words.every(word => text.includes(word))
    const names = words.length ? await othersOf(facet) : []
    facet.texts ??= names.length ? names.map(([, name]) => searchable(name)) : null
    const found = range(names.length).filter(n => contains(facet.texts[n]))
    const shown = new Set(found.slice(0, facet.listed).map(n => add(facet, names[n], n)))
    for (const one of facet.choices) {
      const fits = one.at < facet.listed ? contains(searchable(one.text.textContent)) : shown.has(one)
      one.label.hidden = !fits && !one.box.checked
    }
  }
  const choose = async (facet, values) => {
    const known = new Set(facet.choices.map(one => one.box.value))
    const names = values.some(value => !known.has(value)) ? await othersOf(facet) : []
    names.forEach((name, n) => values.includes(name[0]) && add(facet, name, n))
    for (const one of facet.choices) {
      one.box.checked = values.includes(one.box.value)
      if (one.at >= facet.listed) one.label.hidden = !one.box.checked
    }
    if (chosenOf(facet).length) facet.element.open = true
  }

  /* Which statements the filters keep: one passes a filter if it has one of the values chosen there. */
  const findFailing = async () => {
    const used = facets.filter(facet => chosenOf(facet).length)
    const passing = used.map(facet => Promise.all(chosenOf(facet).map(one => numbersOf(facet, one))))
    return { used, ...failing(STATEMENTS, await Promise.all(passing)) }
  }

  const setCount = (one, words, none) => {
    one.count.textContent = words
    one.label.classList.toggle("explore__none", none)
  }
  /* A statement that fails a single filter still counts there: so many more would be shown. */
  const showCounts = async (failed, found, counter) => {
    for (const facet of facets.filter(one => has(one.name))) {
      const filter = failed.used.indexOf(facet)
      for (const one of facet.choices) {
        const passing = [...(await numbersOf(facet, one))].filter(n => (!found || found(n)) && passesOthers(failed, filter, n))
        const count = counter(passing)
        setCount(one, number(count), count === 0)
      }
    }
  }
  const showTotals = () => {
    for (const facet of facets) for (const one of facet.choices) setCount(one, one.total, false)
  }

  const showChosen = () => {
    for (const facet of facets) {
      const chosen = chosenOf(facet).length
      facet.element.querySelector(".explore__chosen").textContent = chosen ? ` (${chosen} chosen)` : ""
    }
  }
  const chosenInWords = () =>
    facets.map(facet => {
      const values = chosenOf(facet).map(one => one.text.textContent)
      return values.length ? `${facet.fieldset.querySelector("legend").textContent}: ${values.join(" or ")}.` : ""
    })

  /* The parts of what is chosen, and of what is in sight beside numbers that change. */
  const loadFacets = () =>
    Promise.all(facets.filter(one => one.element.open || chosenOf(one).length).map(one => load(one.name)))

  Object.assign(window.archiveExplore, {
    facets, chosenOf, seek, choose, findFailing, showCounts, showTotals, showChosen, chosenInWords, loadFacets,
  })
})()
