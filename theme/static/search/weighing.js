/* How much each document is worth for what was asked, counted in arrays. Which documents answer is
   told of all of them; which are the best, of as many as are shown. No file and no lunr in here:
   `rough(entry, row, at)` says what a row gives one of its documents. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const { TIER, TITLED, BY, WEAKER, DATED } = search
  const OUTSIDE = search.OUTSIDE = 4 // a place that is no attachment, as a bit beside TITLED and BY
  const PLACES = TITLED | BY | OUTSIDE
  const HELD = 8
  const LEAST = 1e-6 // of a document that answers: 0 says that it does not

  search.weighing = function ({ count, fields, rough }) {
    const bits = fields.map(name => HELD |
      (name === 'title' ? TITLED : 0) | (name === 'publisher' ? BY : 0) | (name === 'attached' ? 0 : OUTSIDE))
    // Used again by every reading, and all 0 between two of them.
    const all = new Uint8Array(count) // of a document the places that all groups so far have
    const now = new Uint8Array(count) // the places that this group has
    const sums = new Float64Array(count)

    function size_of (rows) { return rows.reduce((sum, [, row]) => sum + row.documents.length, 0) }

    /** {documents, worths, places} of a reading: the documents in which each of the groups of entries
        `required` has one at least, in a field that `counts`; and the places that have all of them. */
    function reading (required, counts) {
      const groups = required.map(group => (
        group.flatMap(one => one.rows.filter(counts).map(row => [one, row]))))
      const documents = held(groups.slice().sort((a, b) => size_of(a) - size_of(b)))
      const norm = Math.sqrt(required.reduce((sum, group) => sum + group.length, 0))
      for (const [one, row] of groups.flat()) {
        const known = row.documents
        for (let at = 0; at < known.length; at++) {
          if (all[known[at]]) sums[known[at]] += rough(one, row, at) / norm
        }
      }
      const worths = new Float64Array(documents.length)
      const places = new Uint8Array(documents.length)
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at]
        worths[at] = sums[document] || LEAST // what nearly all documents have weighs nothing
        places[at] = all[document] & PLACES
        all[document] = sums[document] = 0
      }
      return { documents, worths, places }
    }

    /** The documents that all groups of rows have; `all` says where. */
    function held (groups) {
      let documents = new Int32Array(groups.length ? size_of(groups[0]) : 0)
      groups.forEach((rows, step) => {
        const bits_of = step ? now : all
        let many = 0
        for (const [, row] of rows) {
          const known = row.documents
          const bit = bits[row.field]
          for (let at = 0; at < known.length; at++) {
            const document = known[at]
            if (!step && !all[document]) documents[many++] = document
            bits_of[document] |= bit
          }
        }
        for (let at = 0; step && at < documents.length; at++) {
          const document = documents[at]
          if (all[document] &= now[document]) documents[many++] = document
        }
        documents = documents.subarray(0, many)
        if (step) now.fill(0)
      })
      return documents
    }

    /** As of `reading`: the documents of which a date lies in a span; `others` are steps from it. */
    function dated ({ from, to }, dates, others) {
      const [first, last] = [from, to].map(day => Number(day.replace(/-/g, '')))
      const found = new Uint8Array(count)
      for (let document = 0; document < count; document++) {
        for (let at = -1; at < others.length; at++) {
          const day = dates[document] + (at < 0 ? 0 : others[at][document])
          if (first <= day && day <= last) found[document] = 1
        }
      }
      const documents = answering(found)
      const worths = new Float64Array(documents.length).fill(DATED)
      return { documents, worths, places: new Uint8Array(documents.length).fill(OUTSIDE) }
    }

    /** {score, places} of every document for a word: of its readings the best; a name only where
        the word itself is one. */
    function word (readings) {
      const score = new Float64Array(count)
      const places = new Uint8Array(count)
      for (const one of readings) {
        const share = one.weaker ? WEAKER : 1
        const counts = one.weaker ? OUTSIDE : PLACES
        for (let at = 0; at < one.documents.length; at++) {
          const document = one.documents[at]
          const value = one.worths[at] * share
          if (value > score[document]) score[document] = value
          places[document] |= one.places[at] & counts
        }
      }
      return { score, places }
    }

    /** As of `word`: all documents, in places that are not known. */
    function anywhere () {
      return { score: new Float64Array(count).fill(LEAST), places: new Uint8Array(count).fill(OUTSIDE) }
    }

    /** What each document is worth: 0 where it does not answer. With nothing wanted all do: filters
        alone were asked for, or a number. `own` have what was typed as their number. */
    function worth (wanted, unwanted, own) {
      const total = new Float64Array(count)
      const [scores, places] = [wanted.map(word => word.score), wanted.map(word => word.places)]
      const refused = unwanted.map(word => word.score)
      const many = scores.length
      for (let document = 0; document < count; document++) {
        if (many && !scores[0][document]) continue
        let sum = many ? 0 : LEAST
        let some = 0 // of the places of all words
        for (let at = 0; at < many; at++) {
          const value = scores[at][document]
          if (!value) { sum = 0; break }
          sum += value
          some |= places[at][document]
        }
        for (let at = 0; sum && at < refused.length; at++) if (refused[at][document]) sum = 0
        if (!sum) continue
        const titled = some & TITLED && search.titled(places.map(one => one[document]))
        total[document] = Math.min(sum, TIER - 1) + (titled ? TIER : 0)
      }
      for (const document of own) total[document] = total[document] % TIER + 2 * TIER
      return total
    }

    /** The documents that are worth anything, in their order. */
    function answering (total) {
      const found = new Int32Array(count)
      let many = 0
      for (let document = 0; document < count; document++) if (total[document]) found[many++] = document
      return found.subarray(0, many)
    }

    return { reading, dated, word, anywhere, worth, answering }
  }

  /** The first `most` of documents, of which the later ones stand first where `order(a, b)` is 0:
      few of many are found by looking at each once. */
  search.first = function (documents, most, order) {
    const before = (a, b) => order(a, b) || b - a
    if (most * 4 > documents.length) return Array.from(documents).sort(before).slice(0, most)
    const found = []
    for (let at = documents.length - 1; at >= 0; at--) {
      const document = documents[at]
      if (found.length === most && before(found[most - 1], document) < 0) continue
      let low = 0
      for (let high = found.length; low < high;) {
        const middle = (low + high) >> 1
        if (before(found[middle], document) < 0) low = middle + 1; else high = middle
      }
      found.splice(low, 0, document)
      if (found.length > most) found.pop()
    }
    return found
  }
})(this)
