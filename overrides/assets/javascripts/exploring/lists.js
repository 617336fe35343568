/* What Explore shows: numbers in the archive's order, each with the part that it stands in and its row there; and how
   many of them statements stand for. */
(() => {
  "use strict"

  const form = document.getElementById("explore")
  if (!form) return
  const { load, each, unpacked, number, range, rows: make } = window.archiveExplore
  const [STATEMENTS, PART] = [form.dataset.statements, form.dataset.rows].map(Number)
  const BATCH = form.dataset.together ? 500 : 100
  const next = document.querySelector(".explore__next")

  const count = (numbers, test) => numbers.reduce((sum, n) => sum + Number(test(n)), 0)

  /* Of findings, disagreements or sources: those of whose statements some are shown, and how many of all. */
  const grouped = (groups, kind, make_) => (shown, whole, kept) => {
    const left = groups.map(numbers => count(numbers, shown))
    return {
      items: range(groups.length).filter(n => (whole || left[n]) && (!kept || kept(n))),
      part: n => `${kind}-${Math.floor(n / PART)}`,
      row: (n, part) => {
        const all = number(groups[n].length)
        return make_(part[n % PART], whole || left[n] === groups[n].length ? all : `${number(left[n])} of ${all}`)
      },
    }
  }

  /* The statements of each source, finding, disagreement; what each statement stands for is told from them. */
  const groupsOf = {
    sources: async () => {
      const ends = unpacked((await load("index"))[1])
      return range(ends.length).map(n => range(ends[n] - (ends[n - 1] ?? 0)).map(at => at + (ends[n - 1] ?? 0)))
    },
    findings: async () => (await load("members"))[0].map(unpacked),
    disagreements: async () => (await load("members"))[1].map(unpacked),
  }
  const known = {}
  const groups = async kind => (known[kind] ??= await groupsOf[kind]())

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
    sources: async (...wish) => grouped(await groups("sources"), "sources", make.source)(...wish),
    findings: async (...wish) => grouped(await groups("findings"), "findings", make.finding)(...wish),
    disagreements: async (...wish) => grouped(await groups("disagreements"), "disagreements", make.disagreement)(...wish),
  }

  const ORDERS = {
    earliest: items => items,
    latest: items => items.reverse(),
    support: async items => {
      const rank = new Map((await load("members"))[2].map((n, at) => [n, at]))
      return items.sort((a, b) => rank.get(a) - rank.get(b))
    },
  }
  const ordered = async (list, order) => ({ ...list, items: await ORDERS[order](list.items) })

  /* Numbers of statements → how many rows of a kind they stand for. */
  const owners = async kind => {
    if (kind === "figures") return [...unpacked((await load("index"))[0])].map(n => [n])
    return groups(kind)
  }
  const counterOf = async (kind, kept) => {
    if (kind === "statements") return numbers => numbers.length
    const of = range(STATEMENTS).map(() => [])
    ;(await owners(kind)).forEach((numbers, item) => (!kept || kept(item)) && numbers.forEach(n => of[n].push(item)))
    return numbers => new Set(numbers.flatMap(n => of[n])).size
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

  Object.assign(window.archiveExplore, { groups, lists, ordered, counterOf, draw })
})()
