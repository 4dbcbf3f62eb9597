/* The source over an index in many files. How many documents answer, and which are the best, is found
   by counting in arrays; lunr itself, over the best of them alone, says how much each is worth: its
   score of a document depends on no other document but by the counts that are known here, so the
   numbers are those of one index over everything. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const BEST = 200 // documents that lunr is asked about at a time
  const STEP = 10 // documents that are looked at together
  const FURTHER = 50 // documents that are looked at where none of those asked for is a hit
  const LONG = 5 // pairs of a word, beyond which not all are needed to find it
  const { TIER, OUTSIDE } = search

  search.source = hanzi => search.shards(hanzi, root.lunr)

  /** The source over all segments. */
  search.shards = function (hanzi, lunr) {
    const { fields: FIELDS } = search.given.shape
    const NUMBERS = FIELDS.indexOf('numbers')
    const { count, entry, begun, lengths, weight, rough, facets, of } = search.united(search.segments())
    const weighing = search.weighing({ count, fields: FIELDS, rough })
    let whole = null // the promise of all of folding

    /** A reading's terms: {required: [[entry]], starts, terms}, of each group one at least. */
    async function read ({ pairs, starts, whole }) {
      const words = whole.filter(word => word.length > 2)
      const inside = pair => words.some(word => word.includes(pair))
      const others = pairs.filter(pair => !inside(pair))
      const terms = words.concat(others.length > LONG ? thinned(others) : others)
      const required = await Promise.all(terms.map(async term => [await entry(term)]))
      const alone = terms.length ? [] : starts // beside other terms one character is not worth its files
      for (const start of alone) required.push(await begun(start))
      return { required, starts: alone, terms }
    }

    /** The pairs without those that lie between two others: every character is still in one. */
    function thinned (pairs) {
      const ends = pairs.map(pair => Array.from(pair))
      const kept = []
      pairs.forEach((pair, at) => {
        const [first, last] = [at - 1, at + 1].map(other => ends[other])
        const between = kept[kept.length - 1] === pairs[at - 1] && first && last &&
          first[1] === ends[at][0] && last[0] === ends[at][1]
        if (!between) kept.push(pair)
      })
      return kept
    }

    /** Whether a word is left to the texts: a figure or Latin letter beside longer words is in
        nearly every text, and begins terms in very many files. */
    function left (word, words) {
      return !word.unwanted && !word.field && /^[0-9a-z]$/.test(word.text) &&
        words.some(other => !other.unwanted && other.text.length > 1)
    }

    /** Where a document stands in a row, or -1. */
    function place_of (document, documents) {
      let low = 0
      for (let high = documents.length; low < high;) {
        const middle = (low + high) >> 1
        if (documents[middle] < document) low = middle + 1; else high = middle
      }
      return documents[low] === document ? low : -1
    }

    /** lunr over these documents alone: Map(ref -> score). */
    function answered (asked, documents, field) {
      const wanted = Int32Array.from(documents).sort()
      const all = asked.required.reduce((a, b) => a.concat(b), [])
      all.sort((a, b) => a.first - b.first || (a.term < b.term ? -1 : 1))
      const inverted = Object.create(null)
      const vectors = Object.create(null)
      all.forEach((one, index) => {
        const posting = inverted[one.term] = { _index: index }
        FIELDS.forEach(name => { posting[name] = Object.create(null) })
        for (const row of one.rows) {
          for (const document of wanted) {
            const at = place_of(document, row.documents)
            if (at < 0) continue
            posting[FIELDS[row.field]][document] = {}
            const name = FIELDS[row.field] + '/' + document
            const vector = vectors[name] || (vectors[name] = new lunr.Vector())
            vector.elements.push(index, weight(one, row, at))
          }
        }
      })
      const index = new lunr.Index({
        invertedIndex: inverted,
        fieldVectors: vectors,
        tokenSet: lunr.TokenSet.fromArray(Object.keys(inverted).sort()),
        fields: FIELDS,
        pipeline: new lunr.Pipeline()
      })
      const fields = field ? [field] : FIELDS
      const found = index.query(query => search.require(lunr, query, asked.terms, asked.starts, fields))
      return new Map(found.map(one => [Number(one.ref), one.score]))
    }

    /** The documents whose own number is one of `keys`. */
    async function numbered (keys) {
      const rows = (await Promise.all(keys.map(entry))).map(one => one.rows.find(row => row.field === NUMBERS))
      return new Set(rows.filter(Boolean).reduce((all, row) => all.concat(Array.from(row.documents)), []))
    }

    async function find ({ words, keys, filters, newest }) {
      const nothing = { required: [], starts: [], terms: [] }
      const loose = words.map(word => left(word, words))
      const read_all = (word, at) => Promise.all(word.readings.map(reading => (
        reading.dated || loose[at] ? nothing : read(reading.wanted))))
      const dated = words.some(word => word.readings.some(reading => reading.dated))
      const narrowed = Object.keys(filters).length > 0
      const [asked, own, about] = await Promise.all([
        Promise.all(words.map(read_all)), numbered(keys), dated || narrowed || newest ? facets() : null, lengths()])
      const { dates, others } = about || {}
      const found = words.map((word, at) => loose[at] ? weighing.anywhere() : weighing.word(word.readings.map((reading, place) => {
        if (reading.dated) return weighing.dated(reading.dated, dates, others)
        const name = reading.field || word.field
        const counts = row => !name || FIELDS[row.field] === name
        return Object.assign(weighing.reading(asked[at][place].required, counts), { weaker: reading.weaker })
      })))
      const wanted = found.filter((_, at) => !words[at].unwanted)
      const total = weighing.worth(wanted, found.filter((_, at) => words[at].unwanted), own)
      const all = weighing.answering(total)
      let passing = null
      const narrow = () => {
        if (!passing) passing = facets().then(({ columns }) => search.filtered(hanzi, all, columns, filters))
        return passing
      }
      const refs = narrowed ? (await narrow()).order : all
      const order = newest ? (a, b) => dates[b] - dates[a] : (a, b) => total[b] - total[a]
      let best = []
      const ordered = most => {
        if (best.length < Math.min(most, refs.length)) best = search.first(refs, most, order)
        return best
      }
      const inside = document => wanted.some(({ places }) => !(places[document] & OUTSIDE))
      const sure = asked.every((readings, at) => !loose[at] && readings.every(one => one.required.length < 2))
      const answer = { refs, total: refs.length, unfiltered: all.length, sure, facets: async () => (await narrow()).facets }
      answer.hits = async (from, to) => {
        for (let next = to; ; from = next, next += STEP) {
          const some = ordered(to + FURTHER).slice(from, next)
          const shown = await hits(words, asked, some, total, inside)
          answer.total -= some.length - shown.length
          if (shown.length || next >= Math.min(refs.length, to + FURTHER)) return Object.assign(shown, { next })
        }
      }
      return answer
    }

    /** What is shown of these documents. Pairs of characters that stand apart are no word: a document
        of which no text has it is left out. */
    async function hits (words, asked, shown, total, inside) {
      const [same, ...records] = await Promise.all([search.current(), ...shown.map(document => (
        Promise.all([of(document, 'record'), total[document] < TIER ? of(document, 'body') : '',
          total[document] < TIER && inside(document) ? of(document, 'attached') : []])))])
      if (!same) throw new search.Replaced()
      const sums = new Map()
      const weights = new Map(shown.map((document, at) => [document, dated_of(words, records[at][0])]))
      for (let at = 0; at < shown.length; at += BEST) {
        const some = shown.slice(at, at + BEST)
        const maps = asked.map((readings, at) => (
          words[at].unwanted ? [] : readings.map((one, place) => {
            const reading = words[at].readings[place]
            if (reading.dated) return document => weights.get(document)
            const map = answered(one, some, reading.field || words[at].field)
            const share = words[at].readings[place].weaker ? search.WEAKER : 1
            return document => (map.get(document) || 0) * share
          })))
        for (const document of some) {
          sums.set(document, maps.reduce((sum, readings) => (
            sum + Math.max(0, ...readings.map(score => score(document)))), 0))
        }
      }
      const all = shown.map((document, at) => {
        const tier = Math.floor(total[document] / TIER)
        const score = Math.round((Math.min(sums.get(document), TIER - 1) + tier * TIER) * 1e6) / 1e6
        const [row, text, attached_texts] = records[at]
        return { ref: document, document: Object.assign({}, row, { text, attached_texts }), score, named: tier > 0 }
      })
      const held = await Promise.all(all.map(async hit => hit.named || holds(hit.document, hit.ref, words)))
      return all.filter((_, at) => held[at])
    }

    /** Whether the texts of a document answer; those of its attachments are brought if need be. */
    async function holds (found, document, words) {
      if (search.holds(hanzi, found, words)) return true
      if (found.attached_texts.length || !found.attached.length) return false
      found.attached_texts = await of(document, 'attached')
      return search.holds(hanzi, found, words)
    }

    function dated_of (words, record) {
      const readings = words.reduce((all, word) => all.concat(word.readings), [])
      return readings.some(({ dated }) => dated && search.within(dated, record)) ? search.DATED : 0
    }

    /** All of folding, where something is typed that the everyday part may not know. */
    async function prepare (typed) {
      const strange = Array.from(typed).some(character => {
        const code = character.codePointAt(0)
        return search.rare(character) || !search.given.everyday.some(([first, last]) => first <= code && code <= last)
      })
      if (strange && !whole) whole = search.bring('fold.js').catch(fault => { whole = null; throw fault })
      if (!whole) return
      await whole
      hanzi.learn(search.given.fold)
    }

    return { find, prepare, answered, read, count }
  }
})(this)
