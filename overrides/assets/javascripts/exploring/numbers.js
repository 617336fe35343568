/* Numbers of statements: how parts pack them, and which of them filters keep. */
(() => {
  "use strict"

  /* Differences between numbers in base 64, five bits a letter; the sixth bit says that another letter follows. */
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  const BITS = new Uint8Array(128)
  for (let n = 0; n < LETTERS.length; n += 1) BITS[LETTERS.charCodeAt(n)] = n
  const unpacked = text => {
    const numbers = []
    let [number, step, shift] = [0, 0, 0]
    for (let at = 0; at < text.length; at += 1) {
      const bits = BITS[text.charCodeAt(at)]
      step |= (bits & 31) << shift
      shift += 5
      if (bits & 32) continue
      number += step
      numbers.push(number)
      step = 0
      shift = 0
    }
    return Uint32Array.from(numbers)
  }

  const number = n => n.toLocaleString("en")
  const range = n => Array.from({ length: n }, (_, at) => at)

  /* Of so many statements, what filters leave: `groups` are the numbers that pass, a list of lists for each filter
     that is in use. `failed` counts the filters that a statement fails, `last` is one of them. */
  const failing = (total, groups) => {
    const [failed, last] = [new Uint16Array(total), new Int32Array(total).fill(-1)]
    groups.forEach((lists, filter) => {
      const passed = new Uint8Array(total)
      for (const numbers of lists) for (const n of numbers) passed[n] = 1
      for (let n = 0; n < total; n += 1) {
        if (passed[n]) continue
        failed[n] += 1
        last[n] = filter
      }
    })
    return { failed, last }
  }

  /* Whether a statement would be shown if a filter let it pass: it fails none, or that one alone. */
  const passesOthers = ({ failed, last }, filter, n) => !failed[n] || (failed[n] === 1 && last[n] === filter)

  window.archiveExplore = { unpacked, number, range, failing, passesOthers }
})()
