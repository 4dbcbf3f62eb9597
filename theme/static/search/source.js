/* Where candidates and documents come from. The engine knows only this interface, so that an
   index in many pieces can stand in for the one file that is here:
     candidates({pairs, starts, whole}) -> Promise of Map(ref -> score); [] for nothing asked
     numbers(keys)                      -> Promise of the refs whose own number is one of keys
     documents(refs)                    -> Promise of Map(ref -> document)
   Refs sort as numbers in the order of index numbers. */
(function (root) {
  'use strict'

  const gongkai = root.gongkai = root.gongkai || {}
  const given = {}

  gongkai.search = {
    /** What the data file calls, once for each of its parts. */
    give (name, value) { given[name] = value },
    given,
    /** Whether everything that the page loads has arrived. */
    complete () { return Boolean(root.lunr && given.fold && given.documents && given.index) },
    /** The source over lunr.py's index in one piece. */
    whole (index, documents, lunr) {
      const loaded = lunr.Index.load(index)
      const required = { presence: lunr.Query.presence.REQUIRED, usePipeline: false }
      const starting = Object.assign({ wildcard: lunr.Query.wildcard.TRAILING }, required)

      function ask (build) {
        return new Map(loaded.query(build).map(found => [found.ref, found.score]))
      }

      return {
        candidates (terms) {
          if (!terms.pairs.length && !terms.starts.length) return Promise.resolve(new Map())
          return Promise.resolve(ask(query => {
            terms.pairs.forEach(term => query.term(term, required))
            terms.starts.forEach(term => query.term(term, starting))
            terms.whole.forEach(term => query.term(term, { usePipeline: false }))
          }))
        },
        numbers (keys) {
          if (!keys.length) return Promise.resolve([])
          const fields = ['numbers']
          const found = ask(query => query.term(keys, { fields, usePipeline: false }))
          return Promise.resolve(Array.from(found.keys()))
        },
        documents (refs) {
          return Promise.resolve(new Map(refs.map(ref => [ref, documents[ref]])))
        }
      }
    }
  }
})(this)
