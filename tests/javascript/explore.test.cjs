/* Filters of Explore as arithmetic over the numbers of statements. */
const { test } = require("node:test")
const assert = require("node:assert/strict")
const { load } = require("./scripts.cjs")

const { unpacked, failing, passesOthers } = load("exploring/numbers.js").window.archiveExplore
const range = length => [...Array(length).keys()]
const without = (all, one) => all.filter((_, n) => n !== one)

test("numbers are unpacked as they were packed", () => {
  assert.deepEqual([...unpacked("ABgB")], [0, 1, 33])
  assert.deepEqual([...unpacked("")], [])
  assert.deepEqual([...unpacked("//////B")], [2 ** 31 - 1])
})

test("a statement passes a filter by any of its values, and all filters together", () => {
  const { failed } = failing(6, [[[0, 1], [2]], [[1, 2, 5]]])
  assert.deepEqual([...failed], [1, 0, 0, 2, 2, 1])
  assert.deepEqual([...failing(3, []).failed], [0, 0, 0])
})

for (const filters of [1, 2, 16, 17, 32, 33, 70]) {
  test(`counts of ${filters} filters are what choosing shows`, () => {
    const total = 200
    const groups = range(filters).map(f => [range(total).filter(n => (n * 7 + f * 13) % 50 || n % 9 === 0)])
    const state = failing(total, groups)
    for (let f = -1; f < filters; f += 1) {
      const others = failing(total, without(groups, f)).failed
      for (let n = 0; n < total; n += 1) assert.equal(passesOthers(state, f, n), !others[n], `filter ${f}, statement ${n}`)
    }
  })
}
