/* Where answers come from. The engine knows only this interface, so that an index in many files
   can stand in for the one file that is here:
     prepare(typed) -> Promise of knowing how to fold what is typed
     find({words, keys, filters, newest}) -> Promise of {total, unfiltered, sure, facets(),
       hits(from, to)}; `unfiltered` is the total without the filters, `hits.next` the place in the
       order up to which was looked
   A word is {readings: [{wanted, test}], field, unwanted}: a document answers that holds a reading
   of each word, in the field if one is named, and none of an unwanted one; or whose own number is
   one of `keys`. A reading may be {dated: {from, to}}: the document's date lies there. `filters` are {name: [value or part of it]}. hits are [{ref, document, score,
   named}], the best first or the `newest`; a reading that is `weaker` counts little; `named`: what was typed stands in the title or is a
   number of the document. Where it is not `sure`, total may be too high, by what `hits` then
   leaves out. */
(function (root) {
  'use strict'

  const gongkai = root.gongkai = root.gongkai || {}
  const given = {}
  const FIELDS = ['title', 'numbers', 'keywords', 'summary', 'text', 'publisher', 'attached']

  const search = gongkai.search = {
    /** What a reading that only means the same counts beside the word itself. */
    WEAKER: 0.01,
    /** Above any score of lunr's: once for a title, twice for a number. */
    TIER: 1000,
    /** Places of a word that count as the name of a document: its title, and who published it. */
    TITLED: 1,
    BY: 2,
    /** Whether all words stand in a document's name, and one at least in its title; `places` of each
        word are bits. */
    titled (places) {
      let some = 0
      for (const place of places) {
        if (!(place & 3)) return false
        some |= place & search.TITLED
      }
      return some > 0
    },
    /** What the date of a document counts that lies in the time that was typed. */
    DATED: 100,
    /** What the data file calls, once for each of its parts. */
    give (name, value) { given[name] = value },
    given,
    /** Whether everything that the page loads has arrived; mends what can be mended. */
    async complete () {
      return Boolean(root.lunr && given.fold && given.documents && given.index)
    },
    source (hanzi) { return search.whole(hanzi, given.index, given.documents, root.lunr) },

    /** Ask lunr for what has all terms, and of each of `starts` a term that begins so. */
    require (lunr, query, terms, starts, fields) {
      const { presence: { REQUIRED: presence }, wildcard: { TRAILING: wildcard } } = lunr.Query
      // A new object for each: lunr keeps the one it is given and writes the term into it.
      terms.forEach(term => query.term(term, { presence, usePipeline: false, fields }))
      starts.forEach(term => query.term(term, { presence, wildcard, usePipeline: false, fields }))
    },

    /** The folded texts of a document in which a word may stand. */
    texts (hanzi, document, field) {
      const { title, numbers, keywords, summary, text, publishers } = document
      const attached = document.attached.map(([name]) => name).concat(document.attached_texts).join('\n')
      const all = { title, numbers: numbers.join(' '), keywords: keywords.join(' '), summary, text, publisher: publishers.join(' '), attached }
      return (field ? [field] : FIELDS).map(name => hanzi.fold(all[name]))
    },

    /** Whether the texts of a document answer all words. */
    holds (hanzi, document, words) {
      return words.every(({ readings, field, unwanted }) => {
        const texts = search.texts(hanzi, document, field)
        const answers = reading => reading.dated ? search.within(reading.dated, document) : texts.some(reading.test)
        return unwanted !== readings.some(answers)
      })
    },

    /** Whether one of a document's dates lies in a span. */
    within ({ from, to }, { date, days }) {
      return [date].concat(days).some(day => from <= day && day <= to)
    },

    /** {order, facets}: the documents that pass all filters; and of each facet its values, how many
        documents each would leave beside the other filters, and whether it is chosen. */
    filtered (hanzi, documents, columns, filters) {
      const names = Object.keys(columns)
      const chosen = names.map(name => chosen_of(hanzi, columns[name].names, filters[name] || []))
      const counts = names.map(name => new Int32Array(columns[name].names.length))
      const of = names.map(name => columns[name].of)
      const order = documents.filter(document => {
        let missed = 0
        let last = 0
        for (let at = 0; at < of.length; at++) {
          if (chosen[at].size && !chosen[at].has(of[at][document])) { missed++; last = at }
        }
        if (missed === 1) counts[last][of[last][document]]++
        if (!missed) for (let at = 0; at < of.length; at++) counts[at][of[at][document]]++
        return !missed
      })
      const facets = {}
      names.forEach((name, at) => {
        facets[name] = columns[name].names
          .map((value, number) => ({ value, count: counts[at][number], chosen: chosen[at].has(number) }))
          .filter(one => one.value && (one.count || one.chosen))
      })
      return { order, facets }
    },

    /** The source over lunr.py's index in one piece; here the text itself decides. */
    whole (hanzi, index, documents, lunr) {
      const loaded = lunr.Index.load(index)
      const folds = new WeakMap()
      let columns = null

      function ask (build) {
        return new Map(loaded.query(build).map(found => [Number(found.ref), found.score]))
      }

      /** Map(ref -> score) of what may hold a text; the text decides. */
      function candidates (terms, field) {
        if (!terms.pairs.length && !terms.starts.length) return new Map()
        const fields = field ? [field] : FIELDS
        return ask(query => {
          search.require(lunr, query, terms.pairs, terms.starts, fields)
          terms.whole.forEach(term => query.term(term, { usePipeline: false, fields }))
        })
      }

      function texts (document, field) {
        if (!folds.has(document)) folds.set(document, search.texts(hanzi, document))
        return field ? [folds.get(document)[FIELDS.indexOf(field)]] : folds.get(document)
      }

      /** Map(ref -> {score, places}) of the documents that hold one of the readings of a word. */
      function holding ({ readings, field }) {
        const found = new Map()
        for (const { dated } of readings.filter(reading => reading.dated)) {
          documents.forEach((document, ref) => {
            if (search.within(dated, document)) found.set(ref, { score: search.DATED, places: 0 })
          })
        }
        for (const reading of readings.filter(reading => !reading.dated)) {
          for (const [ref, full] of candidates(reading.wanted, reading.field || field)) {
            const score = full * (reading.weaker ? search.WEAKER : 1)
            if (!texts(documents[ref], field).some(reading.test)) continue
            const known = found.get(ref) || { score: 0, places: 0 }
            const places = reading.weaker ? 0 : named(documents[ref], field, reading.test)
            found.set(ref, { score: Math.max(score, known.score), places: known.places | places })
          }
        }
        return found
      }

      /** Which of the places that count as a name hold a word, as bits. */
      function named (document, field, test) {
        const holds = (name, bit) => (!field || field === name) && texts(document, name).some(test) ? bit : 0
        return holds('title', search.TITLED) | holds('publisher', search.BY)
      }

      /** Map(ref -> score) of the documents that every wanted word's map has, and no other. */
      function inAll (words) {
        const maps = words.filter(word => !word.unwanted).map(holding)
        const not = words.filter(word => word.unwanted).map(holding)
        const scores = new Map()
        const all = maps.length ? maps[0].keys() : words.length ? [] : documents.keys()
        for (const ref of all) {
          const found = maps.map(map => map.get(ref))
          if (found.includes(undefined) || not.some(map => map.has(ref))) continue
          const score = found.reduce((sum, one) => sum + one.score, 0)
          const title = search.titled(found.map(one => one.places))
          scores.set(ref, Math.min(score, search.TIER - 1) + (title ? search.TIER : 0))
        }
        return scores
      }

      function numbered (keys) {
        if (!keys.length) return []
        return ask(query => query.term(keys, { fields: ['numbers'], usePipeline: false })).keys()
      }

      /** {name: {names, of}} of all documents. */
      function facets () {
        const all = {}
        given.facets.forEach((name, place) => {
          const values = documents.map(document => document.facets[place] || '')
          const names = Array.from(new Set(values))
          all[name] = { names, of: values.map(value => names.indexOf(value)) }
        })
        return all
      }

      async function find ({ words, keys, filters, newest }) {
        const scores = inAll(words)
        for (const ref of numbered(keys)) scores.set(ref, (scores.get(ref) || 0) % search.TIER + 2 * search.TIER)
        columns = columns || facets()
        const { order, facets: counted } = search.filtered(hanzi, Array.from(scores.keys()), columns, filters)
        const all = order.map(ref => (
          { ref, document: documents[ref], score: Math.round(scores.get(ref) * 1e6) / 1e6, named: scores.get(ref) >= search.TIER }))
        const dated = hit => hit.document.date
        all.sort((a, b) => newest
          ? (dated(a) < dated(b) ? 1 : dated(a) > dated(b) ? -1 : a.ref - b.ref)
          : b.score - a.score || a.ref - b.ref)
        return { total: all.length, unfiltered: scores.size, sure: true, facets: async () => counted, hits: async (from, to) => Object.assign(all.slice(from, to), { next: to }) }
      }

      return { find, prepare: async () => {} }
    }
  }

  /** The places of the values that are chosen: by their name, or by a part of it. */
  function chosen_of (hanzi, names, values) {
    const wanted = values.map(hanzi.fold)
    const folded = names.map(hanzi.fold)
    const whole = wanted.map(value => folded.indexOf(value))
    const found = wanted.map((value, at) => whole[at] >= 0
      ? [whole[at]]
      : folded.map((name, place) => name.includes(value) ? place : -1).filter(place => place >= 0))
    const all = new Set(found.reduce((a, b) => a.concat(b), []))
    if (wanted.length && !all.size) all.add(-1) // nothing has such a value
    return all
  }
})(this)
