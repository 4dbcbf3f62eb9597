/* Where answers come from. The engine knows only this interface, so that an index in many files
   can stand in for the one file that is here:
     prepare(typed)    -> Promise of knowing how to fold what is typed
     find(words, keys) -> Promise of {total, sure, hits(from, to)}
   `words` are the readings of each word; a document answers that has one of each, or whose own
   number is one of `keys`. hits are [{ref, document, score, named}], the best first; `named`: what
   was typed stands in the title or is a number of the document. Where it is not `sure`, total may
   be too high, by what `hits` then leaves out. */
(function (root) {
  'use strict'

  const gongkai = root.gongkai = root.gongkai || {}
  const given = {}
  const TIER = 1000 // above any score of lunr's

  gongkai.search = {
    /** What the data file calls, once for each of its parts. */
    give (name, value) { given[name] = value },
    given,
    /** Whether everything that the page loads has arrived; mends what can be mended. */
    async complete () {
      return Boolean(root.lunr && given.fold && given.documents && given.index)
    },
    source (hanzi) { return gongkai.search.whole(hanzi, given.index, given.documents, root.lunr) },
    /** Ask lunr for what has all terms, and of each of `starts` a term that begins so. */
    require (lunr, query, terms, starts) {
      const { presence: { REQUIRED: presence }, wildcard: { TRAILING: wildcard } } = lunr.Query
      // A new object for each: lunr keeps the one it is given and writes the term into it.
      terms.forEach(term => query.term(term, { presence, usePipeline: false }))
      starts.forEach(term => query.term(term, { presence, wildcard, usePipeline: false }))
    },
    /** The source over lunr.py's index in one piece; here the text itself decides. */
    whole (hanzi, index, documents, lunr) {
      const loaded = lunr.Index.load(index)
      const folds = new WeakMap()

      function ask (build) {
        return new Map(loaded.query(build).map(found => [Number(found.ref), found.score]))
      }

      /** Map(ref -> score) of what may hold a text; the text decides. */
      function candidates (terms) {
        if (!terms.pairs.length && !terms.starts.length) return new Map()
        return ask(query => {
          gongkai.search.require(lunr, query, terms.pairs, terms.starts)
          terms.whole.forEach(term => query.term(term, { usePipeline: false }))
        })
      }

      /** The folded fields of a document, title first. */
      function fields (document) {
        if (!folds.has(document)) {
          const { title, numbers, keywords, summary, text } = document
          const all = [title, numbers.join(' '), keywords.join(' '), summary, text]
          folds.set(document, all.map(hanzi.fold))
        }
        return folds.get(document)
      }

      /** Map(ref -> {score, title}) of the documents that hold one of the readings of a word. */
      function holding (readings) {
        const found = new Map()
        for (const reading of readings) {
          for (const [ref, score] of candidates(hanzi.wanted(reading))) {
            const place = fields(documents[ref]).findIndex(field => field.includes(reading))
            const known = found.get(ref)
            if (place < 0 || (known && known.score >= score)) continue
            found.set(ref, { score, title: place === 0 })
          }
        }
        return found
      }

      /** Map(ref -> score) of the documents that every map has. */
      function inAll (maps) {
        const scores = new Map()
        for (const ref of maps.length ? maps[0].keys() : []) {
          const found = maps.map(map => map.get(ref))
          if (found.includes(undefined)) continue
          const score = found.reduce((sum, one) => sum + one.score, 0)
          scores.set(ref, Math.min(score, TIER - 1) + (found.every(one => one.title) ? TIER : 0))
        }
        return scores
      }

      function numbered (keys) {
        if (!keys.length) return []
        return ask(query => query.term(keys, { fields: ['numbers'], usePipeline: false })).keys()
      }

      async function find (words, keys) {
        const scores = inAll(words.map(holding))
        for (const ref of numbered(keys)) scores.set(ref, (scores.get(ref) || 0) % TIER + 2 * TIER)
        const all = Array.from(scores, ([ref, score]) => (
          { ref, document: documents[ref], score: Math.round(score * 1e6) / 1e6, named: score >= TIER }))
        all.sort((a, b) => b.score - a.score || a.ref - b.ref)
        return { total: all.length, sure: true, hits: async (from, to) => all.slice(from, to) }
      }

      return { find, prepare: async () => {} }
    }
  }
})(this)
