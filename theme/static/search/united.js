/* All segments as one index: of a term its rows over all documents and what they weigh, lengths, facets.
   Documents are numbered through; what was brought once is kept. */
(function (root) {
  'use strict'

  const search = root.gongkai.search

  search.united = function (parts) {
    const { fields: FIELDS, boosts: BOOSTS, k1: K1, b: B, facets: FACETS } = search.given.shape
    const TEXT = FIELDS.indexOf('text')
    const count = parts.reduce((sum, part) => sum + part.head.count, 0)
    const means = FIELDS.map((_, field) => (
      parts.reduce((sum, part) => sum + part.head.sums[field], 0) / (count || 1)))
    const once = search.keeper()
    let bodies = null // how long they are

    /** {term, rows: [{field, documents, times, lengths}], rarity, first}; documents by their refs. */
    function entry (term) {
      return once('term ' + term, async () => (
        entry_of(term, await Promise.all(parts.map(part => part.rows(term))))))
    }

    /** The entries of all terms that begin so and are known without further files. */
    async function begun (first) {
      const found = await Promise.all(parts.map(part => part.starting(first)))
      const names = new Set(found.reduce((all, map) => all.concat(Array.from(map.keys())), []))
      return Array.from(names, term => entry_of(term, found.map(map => map.get(term) || [])))
    }

    function entry_of (term, found) {
      const rows = FIELDS.map((_, field) => joined(found.map(rows => rows.find(row => row.field === field)), field))
        .filter(Boolean)
      const holding = rows.reduce((sum, row) => sum + row.documents.length, 0)
      const x = (count - holding + 0.5) / (holding + 0.5)
      const first = rows.reduce((best, row) => Math.min(best, row.documents[0] * 8 + row.field), Infinity)
      return { term, rows, rarity: Math.log(1 + Math.abs(x)), first }
    }

    /** The rows of one field of all segments as one; null where there are none. */
    function joined (rows, field) {
      if (!rows.some(Boolean)) return null
      const size = rows.reduce((sum, row) => sum + (row ? row.documents.length : 0), 0)
      const all = { field, documents: new Int32Array(size), times: new Int32Array(size), lengths: new Int32Array(size) }
      let at = 0
      rows.forEach((row, part) => {
        if (!row) return
        const { base } = parts[part].head
        for (let place = 0; place < row.documents.length; place++) all.documents[at + place] = base + row.documents[place]
        all.times.set(row.times, at)
        if (row.lengths) all.lengths.set(row.lengths, at)
        at += row.documents.length
      })
      return all
    }

    /** The lengths of all bodies, without which nothing can be weighed. */
    function lengths () {
      return once('lengths', async () => {
        const found = await Promise.all(parts.map(part => part.lengths()))
        const all = new Int32Array(count)
        found.forEach((numbers, at) => all.set(numbers, parts[at].head.base))
        bodies = all
      })
    }

    function worth_of (entry, row, at) {
      const length = row.field === TEXT ? bodies[row.documents[at]] : row.lengths[at]
      const least = K1 * (1 - B + B * (length / means[row.field]))
      const times = row.times[at]
      return entry.rarity * ((K1 + 1) * times) / (least + times) * BOOSTS[row.field]
    }

    /** What lunr.py gives a term of a field of a document, rounded as it writes it. */
    function weight (entry, row, at) { return Number(worth_of(entry, row, at).toFixed(3)) }

    /** The same for very many, to tell which are the best: a half may be rounded the other way. */
    function rough (entry, row, at) { return Math.round(worth_of(entry, row, at) * 1000) / 1000 }

    /** {columns: {name: {names, of}}, dates, others}: of all documents, by their refs. */
    function facets () {
      return once('facets', gathered)
    }

    async function gathered () {
      const all = FACETS.map(() => ({ names: [], of: new Int32Array(count) }))
      const [dates, ...others] = [0, 1, 2].map(() => new Int32Array(count))
      const found = await Promise.all(parts.map(part => part.facets()))
      found.forEach(({ names, of, dates: [steps, ...more] }, part) => {
        const { base } = parts[part].head
        more.forEach((days, at) => others[at].set(days, base))
        let day = 0
        for (let at = 0; at < steps.length; at++) dates[base + at] = day += steps[at]
        all.forEach((known, at) => {
          const places = Int32Array.from(names[at], one => {
            if (!known.names.includes(one)) known.names.push(one)
            return known.names.indexOf(one)
          })
          const [from, to] = [of[at], known.of]
          for (let one = 0; one < from.length; one++) to[base + one] = places[from[one]]
        })
      })
      return { columns: Object.fromEntries(FACETS.map((name, at) => [name, all[at]])), dates, others }
    }

    function part_of (document) {
      return parts.find(part => document < part.head.base + part.head.count)
    }

    /** What a file of its segment says of a document: its record, body or attached texts. */
    function of (document, what) {
      const part = part_of(document)
      return part[what](document - part.head.base)
    }

    return { count, entry, begun, lengths, weight, rough, facets, of }
  }
})(this)
