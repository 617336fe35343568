/* Places that answer → pages, in the order in which they are shown: what is called so, findings that say it, the rest. */
(() => {
  "use strict"

  const { STOP, placesOf, located } = window.archiveSearch
  const WEIGHT = [1.5, 1.3, 1.2, 1.1, 1, 0.8, 0.6] // of a page by the rank of its kind: findings first, what is written by hand last
  const [FINDING, SENTENCES] = [0, 1] // the ranks of findings, and of the last kind whose titles are sentences
  const REPORTS = 10 // from so many on it does not matter in how many reports a finding stands
  const CALLED = [0.5, 0.5, 0.3, 0.5, 0.9, 0.5, 0.5] // if so much of a title or name is the query, whoever typed it meant this page
  const OTHER = 0.95 // of a name that is not the title
  const MOST = { called: 3, findings: 5 } // of these before all others

  const sum = has => [...has.values()].reduce((all, one) => all + one, 0)

  /* How much of a title or name is made of what was found in it; small words count for nothing. */
  const covered = (place, at) => {
    const found = new Set()
    for (const { start, end } of at) for (let n = start; n < end; n += 1) found.add(n)
    let [all, had] = [0, 0]
    for (const { index, 0: word } of place.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      if (STOP.has(word.toLowerCase())) continue
      all += 1
      had += Number(found.has(index))
    }
    return all ? had / all : 0
  }

  const entry = page => ({ page, title: { has: new Map(), marks: [] }, titles: new Map(), places: new Map() })

  const note = (here, place, n, { score, at }) => {
    const own = place.title ? here.titles : here.places
    if (!own.has(place)) own.set(place, { ...place, place, has: new Map(), marks: [] })
    const one = own.get(place)
    one.has.set(n, score)
    one.marks.push(...at)
    if (place.title) here.title.has.set(n, Math.max(score, here.title.has.get(n) ?? 0))
  }

  /* By page: its title and names, and its places, with the terms that each has. */
  const byPage = found => {
    const pages = new Map()
    found.forEach((places, n) => {
      for (const [place, answer] of places) {
        if (!pages.has(place.page)) pages.set(place.page, entry(place.page))
        note(pages.get(place.page), place, n, answer)
      }
    })
    return [...pages.values()]
  }

  /* The title or name that has all terms, and most of whose words they are. */
  const calledSo = (titles, whole) => {
    const fit = [...titles.values()].filter(one => !one.note && whole(one.has)).map(one => {
      const share = covered(one.place, one.marks)
      return { ...one, share: one.place.text === one.place.page.title ? share : share * OTHER }
    })
    return fit.sort((a, b) => b.share - a.share)[0]
  }

  const weigh = ({ rank, weight }) => (WEIGHT[rank] ?? 0.6) * (1 + Math.min(weight, REPORTS) / 8)

  /* Its places, the best first, each with what the title has. */
  const placesIn = ({ title, places }) => {
    const all = [...places.values()].map(here => ({ ...here, has: new Map([...title.has, ...here.has]), score: sum(here.has) }))
    return all.sort((a, b) => b.score - a.score)
  }

  /* Best is a place that, with the title, has all terms; then a page that has them in several places; where `any` will
     do, one that has some. */
  const choose = (one, whole, any) => {
    const all = placesIn(one)
    const fit = all.filter(here => whole(here.has))
    if (fit.length || whole(one.title.has)) return { shown: fit, together: true }
    if (any || whole(new Map(all.flatMap(here => [...here.has])))) return { shown: all, together: false }
    return null
  }

  /* Of a page, what is shown, and how good it is. */
  const judge = (one, needed, any) => {
    const whole = has => needed.every(n => has.has(n))
    const chosen = choose(one, whole, any)
    if (!chosen) return null
    const { page, title, titles } = one
    const { shown, together } = chosen
    const called = calledSo(titles, whole)
    const own = [...titles.keys()].find(place => place.text === page.title)
    const best = shown.length ? shown[0].score : 0
    return {
      page,
      marks: own ? titles.get(own).marks : [],
      name: called && called.place.text !== page.title ? called : null,
      places: shown.filter(place => !place.behind),
      score: (sum(title.has) + best) * (together || any ? 1 : 0.25) * weigh(page),
      share: called ? called.share : 0,
      says: together && title.has.size * 2 >= needed.length,
    }
  }

  const better = (a, b) => b.score - a.score

  /* What is called so comes first, then findings that say it, in the words of their titles for the better part. */
  const lifted = (results, terms) => {
    // a single word is half of too many sentences, and the home page is where one comes from
    const meant = ({ share, page }) => page.at && share >= (CALLED[page.rank] ?? 0.5) && (terms > 1 || page.rank > SENTENCES)
    const called = results.filter(meant).sort((a, b) => b.share - a.share || better(a, b)).slice(0, MOST.called)
    const others = results.filter(one => !called.includes(one))
    const findings = others.filter(one => one.page.rank === FINDING && one.says).slice(0, MOST.findings)
    return [...called, ...findings, ...others.filter(one => !findings.includes(one))]
  }

  /* The pages that have all terms, or, if `any` will do, some: [{page, marks, name, places, score}]. `first` tells
     whether none have been shown before them. */
  const rank = (pages, terms, any, first) => {
    const places = placesOf(pages)
    const needed = terms.map((_, n) => n)
    const order = new Map(pages.map(({ page }, n) => [page, n]))
    const results = byPage(terms.map(term => located(places, term))).flatMap(one => judge(one, needed, any) ?? [])
    results.sort((a, b) => better(a, b) || order.get(a.page) - order.get(b.page))
    return first && !any ? lifted(results, terms.length) : results
  }

  /* How words are written on these pages, or as they are compared. */
  const written = (pages, list) => {
    const places = list.length ? placesOf(pages) : []
    return list.map(word => places.map(one => one.words.get(word)?.shown).find(Boolean) ?? word)
  }

  Object.assign(window.archiveSearch, { rank, written })
})()
