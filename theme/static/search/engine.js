/* What is asked of the source: every word typed, in each of its readings, and the number that it
   may be; and what to ask instead where nothing is found. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const MOST_WORDS = 16
  const MOST_UNITS = 200 // of what is typed
  const MOST_PARTS = 24
  const TORN = /^[)}\]]|[({[]$/ // a bracket that the other half has
  const DATED = /^(?=.*\d)[\d\u3400-\u9fff]+$/
  const ENDS = /^[,.;:!?、。"'《》]+|[,.;:!?、。"'《》]+$/g
  const HAN = /[\u3400-\u9fff]/

  search.engine = function (hanzi, source, variants, synonyms) {
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

    /** {words, total, sure, hits(from, to)}: as of the source; `words` are all readings of all words. */
    async function answer (query) {
      const typed = query.slice(0, MOST_UNITS)
      await source.prepare(typed)
      const traditional = isTraditional(typed)
      const read = words(typed).map(word => readings(word, traditional))
      const found = await source.find(read, hanzi.numberTerms(hanzi.fold(typed)))
      return Object.assign(found, { words: read.reduce((a, b) => a.concat(b), []) })
    }

    /** What is near to `typed` and does find something: [{query, total}], at most `most`. */
    async function near (typed, most) {
      await source.prepare(typed)
      const asked = words(typed.slice(0, MOST_UNITS))
      const pieces = asked.map(undated).reduce((a, b) => a.concat(b), [])
      const longest = pieces.reduce((a, b) => b.length > a.length ? b : a, '')
      const found = []
      for (const query of (pieces.length > 1 ? pieces : []).concat(parts(longest))) {
        const { total } = await answer(query)
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
      await source.prepare(typed)
      const asked = words(typed.slice(0, MOST_UNITS))
      const others = new Set(asked.map(word => {
        const known = fellows(word)
        return known.length ? known : within(word)
      }).reduce((a, b) => a.concat(b), []))
      const found = await Promise.all(Array.from(others)
        .map(async query => ({ query, total: (await answer(query)).total })))
      return found.filter(one => one.total && !asked.includes(one.query))
    }

    /** The groups of synonyms of which a word stands in `word`. */
    function within (word) {
      const groups = synonyms.map(group => group.map(hanzi.fold))
      return groups.filter(group => group.some(one => word.includes(one))).reduce((a, b) => a.concat(b), [])
    }

    return { answer, near, related }
  }

  /** The engine over what was given: one file, or many. */
  search.start = function () {
    const { fold, variants, synonyms } = search.given
    const hanzi = root.gongkai.hanzi(fold)
    return Object.assign({ hanzi }, search.engine(hanzi, search.source(hanzi), variants, synonyms))
  }
})(this)
