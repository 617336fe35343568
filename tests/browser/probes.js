// What an open page tells of itself, each by a function of its own; `visits.py` calls those that it names.
({
  /** What is wider than the window, so that the page scrolls sideways. */
  sideways() {
    const room = document.documentElement.clientWidth
    const over = document.documentElement.scrollWidth - room
    if (over <= 0) return []
    const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1)
    return [`${over} px too wide`, ...wide.slice(0, 3).map(e => `${e.tagName}.${e.className}`)]
  },

  /** What is scrolled within a frame that the keyboard does not reach, or that has no name. */
  frames() {
    return [...document.querySelectorAll('main *')]
      .filter(e => e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX))
      .filter(e => e.tabIndex !== 0 || !(e.ariaLabel || e.getAttribute('aria-label')))
      .map(e => e.outerHTML.slice(0, 80))
  },

  /** Words that are cut off. Marks of `.again` are a sign alone on purpose; who hears the page has their words. */
  cut() {
    return [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
      if (e.scrollWidth <= e.clientWidth + 1) return false
      const style = getComputedStyle(e)
      const clips = ['hidden', 'clip'].includes(style.overflowX) && style.position !== 'absolute'
      return clips && !e.matches('.again') && e.innerText?.trim() && e.checkVisibility()
    }).map(e => e.outerHTML.slice(0, 80))
  },

  /** Lines that lie over others. */
  overlapping() {
    const kinds = '.digest p, .captured p, .aside .note, summary, .masthead a, h1, h2'
    const lines = [...document.querySelectorAll(kinds)].filter(e => e.checkVisibility())
      .map(e => [e, e.getBoundingClientRect()]).sort(([, x], [, y]) => x.top - y.top)
    const found = []
    lines.forEach(([a, x], n) => {
      for (const [b, y] of lines.slice(n + 1)) {
        if (y.top >= x.bottom - 4) break // as all that follow, it lies lower
        const beside = x.left >= y.right - 2 || y.left >= x.right - 2 || x.top >= y.bottom - 4
        if (!beside && !a.contains(b) && !b.contains(a)) found.push(a.outerHTML.slice(0, 60))
      }
    })
    return found
  },

  /** What has an animation, a transition, or scrolls softly. */
  moving() {
    return [...document.querySelectorAll('*')].filter(e => {
      const style = getComputedStyle(e)
      const lasts = style.transitionDuration.split(', ').some(t => parseFloat(t) > 0)
      return style.animationName !== 'none' || lasts || style.scrollBehavior === 'smooth'
    }).map(e => e.outerHTML.slice(0, 80))
  },

  /** Where the title begins, in pixels; that all is invented is said above everything else, and not counted. */
  title() {
    const banner = document.querySelector('.md-banner')
    return document.querySelector('h1').getBoundingClientRect().y - (banner?.getBoundingClientRect().height ?? 0)
  },

  /** Links that leave the site, with what is told of them and the sign that they show. */
  waysOut() {
    return [...document.querySelectorAll('a[href^="http"]')]
      .map(a => ({to: a.href, rel: a.rel.split(' '), sign: getComputedStyle(a, '::after').content}))
  },

  /** Names of what the page left in the browser. */
  stored() {
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)
  },

  /** Whether the heading is seen. */
  headed() {
    return document.querySelector('main h1')?.checkVisibility() ?? false
  },

  /** How many words the page shows. */
  words() {
    return document.querySelector('main').innerText.split(/\s+/).length
  },

  /** The path above the page: each step that is seen, where it leads, and how many say that one is here. */
  way() {
    const path = document.querySelector('nav[aria-label="The way here"]')
    if (!path) return null
    const seen = [...path.querySelectorAll('a')].filter(a => a.checkVisibility())
    return {
      steps: seen.map(a => ({words: a.innerText, to: a.getAttribute('href')})),
      here: path.querySelectorAll('[aria-current=page]').length,
    }
  },
})
