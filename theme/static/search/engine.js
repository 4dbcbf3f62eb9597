/* What an answer is: exactly the documents that hold every word typed, as a search for the
   folded word in title, numbers, keywords, summary and text would find them, and those whose
   own number is what was typed, in whatever writing. lunr proposes and weighs; the text decides. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const MOST_WORDS = 16
  const MOST_UNITS = 200 // of what is typed
  const TIER = 1000 // above any score of lunr's
  const MOST_PARTS = 24
  const TORN = /^[)}\]]|[({[]$/ // a bracket that the other half has
  const DATED = /^(?=.*\d)[\d\u3400-\u9fff]+$/
  const ENDS = /^[,.;:!?、。"'《》]+|[,.;:!?、。"'《》]+$/g
  const HAN = /[\u3400-\u9fff]/

  search.engine = function (hanzi, source, variants, synonyms) {
    const folds = new WeakMap()

    /** The folded fields of a document, title first. */
    function fields (document) {
      if (!folds.has(document)) {
        const { title, numbers, keywords, summary, text } = document
        const all = [title, numbers.join(' '), keywords.join(' '), summary, text]
        folds.set(document, all.map(hanzi.fold))
      }
      return folds.get(document)
    }

    /** The words of a query, each with its readings; one without any letter is left out. */
    function words (typed) {
      const parts = Array.from(new Set(hanzi.fold(typed).split(' ')))
      return parts.map(part => part.replace(ENDS, ''))
        .filter(word => hanzi.tokens(word).length).slice(0, MOST_WORDS)
    }

    /** `word` and what it would be in Simplified, where single characters do not tell. */
    function readings (word, traditional) {
      const found = new Set([word])
      for (const [from, to] of variants) found.add(word.split(from).join(to))
      if (traditional) fellows(word).forEach(fellow => found.add(fellow))
      return Array.from(found)
    }

    /** The other words of the groups of synonyms that `word` is in. */
    function fellows (word) {
      const groups = synonyms.map(group => group.map(hanzi.fold))
      const others = groups.filter(group => group.includes(word)).reduce((a, b) => a.concat(b), [])
      return others.filter(other => other !== word)
    }

    function isTraditional (typed) {
      return Array.from(typed).some(c => HAN.test(c) && hanzi.one(c) !== c)
    }

    /** Map(ref -> {score, title}) of the documents that hold one of the readings of a word. */
    async function holding (readings) {
      const found = new Map()
      for (const reading of readings) {
        const scores = await source.candidates(hanzi.wanted(reading))
        const documents = await source.documents(Array.from(scores.keys()))
        for (const [ref, document] of documents) {
          const place = fields(document).findIndex(field => field.includes(reading))
          const known = found.get(ref)
          if (place < 0 || (known && known.score >= scores.get(ref))) continue
          found.set(ref, { score: scores.get(ref), title: place === 0 })
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

    /** {words, hits: [{document, score, named}]}, the best first, then by index number; `named`:
        what was typed stands in the title or is a number of the document. */
    async function answer (query) {
      const typed = query.slice(0, MOST_UNITS)
      const asked = words(typed)
      const traditional = isTraditional(typed)
      const read = asked.map(word => readings(word, traditional))
      const scores = inAll(await Promise.all(read.map(holding)))
      for (const ref of await source.numbers(hanzi.numberTerms(hanzi.fold(typed)))) {
        scores.set(ref, (scores.get(ref) || 0) % TIER + 2 * TIER)
      }
      const documents = await source.documents(Array.from(scores.keys()))
      const hits = Array.from(scores, ([ref, score]) => (
        { ref, document: documents.get(ref), score: Math.round(score * 1e6) / 1e6, named: score >= TIER }))
      hits.sort((a, b) => b.score - a.score || a.ref - b.ref)
      return { words: read.reduce((a, b) => a.concat(b), []), hits }
    }

    /** What is near to `typed` and does find something: [{query, total}], at most `most`. */
    async function near (typed, most) {
      const asked = words(typed.slice(0, MOST_UNITS))
      const pieces = asked.map(undated).reduce((a, b) => a.concat(b), [])
      const longest = pieces.reduce((a, b) => b.length > a.length ? b : a, '')
      const found = []
      for (const query of (pieces.length > 1 ? pieces : []).concat(parts(longest))) {
        const total = (await answer(query)).hits.length
        if (total && !found.some(one => one.query.includes(query))) found.push({ query, total })
        if (found.length === most) break
      }
      return found
    }

    /** A word parted at its figures and 年, what is no figure first: 2025年预算 is 预算 and 2025年. */
    function undated (word) {
      if (!DATED.test(word)) return [word]
      const pieces = word.match(/\d+年?|[^\d]+/g)
      return pieces.filter(piece => /^\D/.test(piece)).concat(pieces.filter(piece => /^\d/.test(piece)))
    }

    /** The beginnings and ends of a word, the longest first. */
    function parts (word) {
      const characters = Array.from(word)
      const all = []
      for (let length = characters.length - 1; length > 1; length--) {
        all.push(characters.slice(0, length).join(''), characters.slice(-length).join(''))
      }
      return all.filter(part => !TORN.test(part)).slice(0, MOST_PARTS)
    }

    /** What else to look for that finds something: [{query, total}]. The synonyms of the words
        typed; where a word is in no group, those of the words that stand in it, and they too. */
    async function related (typed) {
      const asked = words(typed.slice(0, MOST_UNITS))
      const others = new Set(asked.map(word => {
        const known = fellows(word)
        return known.length ? known : within(word)
      }).reduce((a, b) => a.concat(b), []))
      const found = await Promise.all(Array.from(others)
        .map(async query => ({ query, total: (await answer(query)).hits.length })))
      return found.filter(one => one.total && !asked.includes(one.query))
    }

    /** The groups of synonyms of which a word stands in `word`. */
    function within (word) {
      const groups = synonyms.map(group => group.map(hanzi.fold))
      return groups.filter(group => group.some(one => word.includes(one))).reduce((a, b) => a.concat(b), [])
    }

    return { answer, near, related }
  }

  /** The engine over what the data file gave. */
  search.start = function () {
    const { fold, index, documents, variants, synonyms } = search.given
    const hanzi = root.gongkai.hanzi(fold)
    return Object.assign({ hanzi },
      search.engine(hanzi, search.whole(index, documents, root.lunr), variants, synonyms))
  }
})(this)
