/* lunr.js over the index that lunr.py made: all pairs of what is typed, its number first; where
   nothing has them all, whatever has most, as lunr weighs it. */
'use strict'

exports.load = function (files, parted) {
  const lunr = files.library()
  const index = lunr.Index.load(files.json('index.json'))
  const hanzi = files.hanzi()
  const { REQUIRED, OPTIONAL } = lunr.Query.presence
  const { TRAILING } = lunr.Query.wildcard

  function found ({ pairs, starts }, presence) {
    if (!pairs.length && !starts.length) return []
    return index.query(query => {
      pairs.forEach(term => query.term(term, { presence, usePipeline: false }))
      starts.forEach(term => query.term(term, { presence, usePipeline: false, wildcard: TRAILING }))
    })
  }

  function numbered (keys) {
    const fields = ['numbers']
    return keys.length ? index.query(query => query.term(keys, { fields, usePipeline: false })) : []
  }

  return function (typed) {
    const terms = parted(hanzi, typed)
    const hits = numbered(terms.keys).concat(found(terms, REQUIRED))
    const best = hits.length ? hits : found(terms, OPTIONAL)
    return Array.from(new Set(best.map(hit => hit.ref)))
  }
}
