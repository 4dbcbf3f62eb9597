/* FlexSearch with the encoder that it has for Chinese, one character a term. Terms without a
   letter or a figure are left out: a blank between two words would otherwise be asked for.
   What has everything that is typed, or else what has most, as it suggests. */
'use strict'

const FIELDS = ['title', 'numbers', 'keywords', 'summary', 'text']

function empty ({ Charset, Document, Encoder }) {
  const encoder = new Encoder(Charset.CJK, { filter: term => /[\p{L}\p{N}]/u.test(term) })
  return new Document({ encoder, document: { id: 'ref', index: FIELDS } })
}

exports.build = async function (files, documents) {
  const index = empty(files.library())
  let ref = 0
  for (const document of documents) {
    const { title, summary, text } = document
    const [numbers, keywords] = [document.numbers.join(' '), document.keywords.join(' ')]
    index.add({ ref: ref++, title, numbers, keywords, summary, text })
  }
  await index.export((key, data) => files.write(`index.${key}.json`, data))
}

exports.load = function (files) {
  const index = empty(files.library())
  for (const name of files.names().filter(one => one.startsWith('index.'))) {
    index.import(name.slice('index.'.length), files.read(name))
  }
  const found = (typed, limit, suggest) => index.search(typed, { limit, merge: true, suggest })
  return function (typed, limit) {
    const all = found(typed, limit, false)
    return (all.length ? all : found(typed, limit, true)).map(hit => hit.id)
  }
}
