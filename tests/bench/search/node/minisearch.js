/* MiniSearch with our tokens and our weights; asked as lunr is. */
'use strict'

const boost = { title: 10, numbers: 10, keywords: 6, summary: 2, text: 1 }

function options (hanzi) {
  const cut = text => hanzi.tokens(hanzi.fold(text))
  const keys = text => text.split('\n').flatMap(number => hanzi.numberTokens(hanzi.fold(number)))
  return {
    idField: 'ref',
    fields: Object.keys(boost),
    extractField: (document, name) => Array.isArray(document[name]) ? document[name].join('\n') : document[name],
    tokenize: (text, field) => field === 'numbers' ? keys(text).concat(cut(text)) : cut(text),
    processTerm: term => term
  }
}

exports.build = function (files, documents) {
  const MiniSearch = files.library()
  const index = new MiniSearch(options(files.hanzi()))
  let ref = 0
  for (const document of documents) index.add({ ...document, ref: ref++ })
  files.write('index.json', JSON.stringify(index))
}

exports.load = function (files, parted) {
  const MiniSearch = files.library()
  const hanzi = files.hanzi()
  const index = MiniSearch.loadJSON(files.read('index.json'), options(hanzi))
  const asIs = { tokenize: term => [term], boost }

  function found ({ pairs, starts }, combineWith) {
    const queries = pairs.concat(starts.map(start => ({ queries: [start], prefix: true })))
    return queries.length ? index.search({ combineWith, queries }, asIs) : []
  }

  function numbered (keys) {
    return keys.length ? index.search({ queries: keys, fields: ['numbers'] }, asIs) : []
  }

  return function (typed) {
    const terms = parted(hanzi, typed)
    const hits = numbered(terms.keys).concat(found(terms, 'AND'))
    const best = hits.length ? hits : found(terms, 'OR')
    return Array.from(new Set(best.map(hit => hit.id)))
  }
}
