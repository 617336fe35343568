/* What Explore shows: numbers in the archive's order, each with the part that it stands in and its row there; and the
   statements in which words stand. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return
  const { load, each, unpacked, number, range, rows: make, words } = window.archiveExplore
  const { searchable } = window.archiveSpelling
  const [STATEMENTS, PART] = [form.dataset.statements, form.dataset.rows].map(Number)
  const BATCH = form.dataset.together ? 500 : 100
  const next = document.querySelector(".explore__next")

  const lists = {
    statements: shown => ({
      items: range(STATEMENTS).filter(shown),
      part: n => `rows-${Math.floor(n / PART)}`,
      row: (n, part) => make.statement(part, part[1][n % PART]),
    }),
    figures: async shown => {
      const owners = unpacked((await load("index"))[0])
      return {
        items: range(owners.length).filter(n => shown(owners[n])),
        part: n => `rows-${Math.floor(owners[n] / PART)}`,
        row: (n, part) => make.figure(part[1][owners[n] % PART], n - owners.indexOf(owners[n])),
      }
    },
    sources: async (shown, whole) => {
      const ends = unpacked((await load("index"))[1])
      const within = range(ends.length).map(n => range(ends[n] - (ends[n - 1] ?? 0)).map(at => at + (ends[n - 1] ?? 0)))
      const left = within.map(numbers => numbers.filter(shown).length)
      return {
        items: range(ends.length).filter(n => whole || left[n]),
        part: n => `sources-${Math.floor(n / PART)}`,
        row: (n, part) => {
          const all = number(within[n].length)
          return make.source(part[n % PART], whole ? all : `${number(left[n])} of ${all}`)
        },
      }
    },
  }

  /* Rows appear as their parts come, so many at a time; `live` tells whether they are still wanted. */
  let drawing = null
  const more = async () => {
    const { list, body, live } = drawing
    const items = list.items.slice(drawing.drawn, drawing.drawn + BATCH)
    next.hidden = true
    await each([...new Set(items.map(list.part))], part => {
      if (!live()) return false
      const name = list.part(items[0])
      const others = items.findIndex(n => list.part(n) !== name)
      body.append(...items.splice(0, others < 0 ? items.length : others).map(n => list.row(n, part)))
      return true
    })
    if (!live()) return
    drawing.drawn = Math.min(list.items.length, drawing.drawn + BATCH)
    const left = list.items.length - drawing.drawn
    next.hidden = !left
    next.firstElementChild.textContent = `Show ${number(Math.min(left, BATCH))} more of ${number(left)}`
  }
  const draw = (list, body, live) => {
    drawing = { list, body, live, drawn: 0 }
    return more()
  }
  next.firstElementChild.addEventListener("click", more)

  /* Part after part is read, each once; `reading` is told how far. A part's rows are folded as one text of so many
     lines, because that takes half as long. */
  const texts = []
  const withWords = async (sought, reading) => {
    const found = new Uint8Array(STATEMENTS)
    const names = range(Math.ceil(STATEMENTS / PART)).map(n => `rows-${n}`)
    await each(names, (part, at) => {
      texts[at] ??= searchable(part[1].map(row => words(part, row)).join("\n")).split("\n")
      texts[at].forEach((text, n) => (found[at * PART + n] = sought.every(word => text.includes(word))))
      return reading(found, Math.min(STATEMENTS, (at + 1) * PART))
    })
    return found
  }

  Object.assign(window.archiveExplore, { lists, draw, withWords })
})()
