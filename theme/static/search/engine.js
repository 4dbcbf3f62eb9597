/* What is asked of the source: every word typed, in each of its readings, and the number that it
   may be; what means the same or is written nearly so, where little or nothing is found; and what
   to ask instead. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const MOST_PARTS = 24
  const MOST_WAYS = 4 // of reading letters as syllables
  const MOST_PIECES = 4 // of a word's sound
  const MOST_SOUNDS = 7 // of all the ways to say it: each is a file to bring
  const FEW = 10 // results, beside which others that mean the same are welcome
  const TORN = /^[)}\]]|[({[]$/ // a bracket that the other half has
  const DATED = /^(?=.*\d)[\d\u3400-\u9fff]+$/
  const TITLED = /^[《》]+|[《》]+$/g
  const HAN = /[\u3400-\u9fff]/
  const SIGNS = /[.*+?^${}()|[\]\\/-]/g

  search.engine = function (hanzi, source, { variants, regional, synonyms, prefixes, syllables }) {
    const typed_as = search.typed(hanzi, prefixes || {})
    const { cut, initials } = search.pinyin(syllables || '')
    const groups = synonyms.map(group => group.map(hanzi.fold))

    /** The words of a query that have a letter. */
    function parts_of (query) {
      const read = typed_as(query)
      const bare = read.words.map(word => Object.assign({}, word, { text: word.text.replace(TITLED, '') }))
      return { words: bare.filter(word => hanzi.tokens(word.text).length), filters: read.filters, when: read.when }
    }

    /** The folded words that a query asks for. */
    function words (query) {
      return parts_of(query).words.filter(word => !word.unwanted).map(word => word.text)
    }

    /** What a text must have and be to hold `word`. */
    function reading (word) {
      return { text: word, wanted: hanzi.wanted(word), test: text => text.includes(word) }
    }

    /** `word` and what it would be in Simplified, where single characters do not tell. */
    function readings (word, traditional) {
      const found = new Set([word])
      const also = variants.concat(traditional ? regional || [] : [])
      for (const [from, to] of also) found.add(word.split(from).join(to))
      if (traditional) fellows(word).forEach(fellow => found.add(fellow))
      return Array.from(found, reading)
    }

    /** Figures and Latin letters as a part of longer ones: 020年 of 2020年. What stands beside them
        finds it, the text decides, and no further file is needed. */
    function loose (word) {
      const { pairs, starts, whole } = hanzi.wanted(word)
      const beside = pairs.filter(pair => !whole.some(one => one.includes(pair)))
      return whole.length && beside.length
        ? [Object.assign(reading(word), { wanted: { pairs: beside, starts, whole: [] } })]
        : []
    }

    /** The readings of `word` in which one character is another, nearest to the whole first. */
    function slips (word) {
      const characters = Array.from(word)
      if (characters.length < 3 || !characters.every(one => HAN.test(one))) return []
      return characters.map((_, at) => {
        const pieces = [characters.slice(0, at).join(''), characters.slice(at + 1).join('')]
        const pairs = pieces.map(piece => hanzi.wanted(piece).pairs).reduce((a, b) => a.concat(b), [])
        const pattern = new RegExp(pieces.map(piece => piece.replace(SIGNS, '\\$&')).join('[^ ]'), 'u')
        return { text: pieces, wanted: { pairs, starts: [], whole: [] }, test: text => pattern.test(text) }
      }).filter(one => one.wanted.pairs.length)
    }

    /** What letters may be the sound of: pairs of syllables, or first letters. */
    function spelt (letters) {
      const sound = pairs => (
        { text: letters, field: 'sound', wanted: { pairs, starts: [], whole: [] }, test: () => true })
      const ways = cut(letters).slice(0, MOST_WAYS).map(way => way.open ? way.syllables.slice(0, -1) : way.syllables)
      const met = new Set()
      const said = ways.filter(way => way.length > 1)
        .map(way => few(way.slice(1).map((one, at) => '~' + way[at] + one), 2))
        .filter((pairs, at) => {
          const all = new Set([...met, ...pairs])
          if (at > 0 && all.size > MOST_SOUNDS) return false
          pairs.forEach(pair => met.add(pair))
          return true
        })
        .map(sound)
      if (!initials(letters)) return said
      const size = Math.min(3, letters.length)
      const grams = Array.from({ length: letters.length - size + 1 }, (_, at) => '^' + letters.substr(at, size))
      return said.concat(sound(few(grams, size)))
    }

    /** Of the pieces of a long word, each of `size` and one step behind the last, so many that no
        place of the word is left out: each is a file to bring, and long words are rare enough. */
    function few (pieces, size) {
      const last = pieces.length - 1
      return last < MOST_PIECES ? pieces : pieces.filter((_, at) => at % size === 0 || at === last)
    }

    /** The one word that several are if all are letters: zheng wu gong kai. */
    function lettered (asked) {
      const letters = asked.words.map(word => word.text).join('')
      if (!/^[a-z']{2,}$/.test(letters) || asked.words.some(word => word.unwanted || word.field)) return null
      const readings = spelt(letters)
      return readings.length
        ? Object.assign({}, asked, { words: [{ text: letters, readings, field: null, unwanted: false }] })
        : null
    }

    /** The other words of the groups of synonyms that `word` is in. */
    function fellows (word) {
      const others = groups.filter(group => group.includes(word)).reduce((a, b) => a.concat(b), [])
      return others.filter(other => other !== word)
    }

    function isTraditional (typed) {
      return Array.from(typed).some(c => HAN.test(c) && hanzi.one(c) !== c)
    }

    /** {words, total, sure, facets(), hits(from, to), nearly}: as of the source; `words` are all
        readings of all words; `alike` says that some only mean the same, `nearly` that nothing is
        quite what was typed. `how` may have filters {name: [value]} and `newest`. */
    async function answer (query, how) {
      const typed = query.slice(0, search.MOST_UNITS)
      await source.prepare(typed)
      const read = parts_of(typed)
      const filters = together(read.filters, (how && how.filters) || {})
      const asked = { filters, newest: Boolean(how && how.newest) }
      if (!read.words.length && !Object.keys(filters).length) return nothing()
      const traditional = isTraditional(typed)
      const own = read.words.filter(word => word.field === 'numbers').map(word => word.text)
      const folded = hanzi.fold(typed)
      const numbers = own.concat(/\d/.test(folded) ? folded : []).map(hanzi.numberTerms)
      asked.keys = Array.from(new Set(numbers.reduce((a, b) => a.concat(b), [])))
      const dated = word => read.when && search.isDay(word.text) ? [{ text: word.text, dated: read.when }] : []
      asked.words = read.words.map(word => Object.assign({}, word, {
        readings: readings(word.text, traditional).concat(dated(word))
      }))
      const near = await nearest(asked)
      return Object.assign(near, { words: texts(near.asked || asked) })
    }

    /** The answer; where it is little, with words that mean the same; where there is none, with what
        sounds so, or is written nearly so. All that may be needed is fetched at once. */
    async function nearest (asked) {
      const wider = alike(asked)
      const heard = lettered(asked)
      const [found, more, sounds] = await Promise.all([asked, wider, heard].map(one => one && source.find(one)))
      if (found.unfiltered >= FEW) return found // or a value would leave more than was counted
      if (more && more.total) return Object.assign(more, { asked: wider, nearly: !found.total, alike: true })
      if (found.total) return found
      if (sounds && sounds.total) return Object.assign(sounds, { asked: heard, sounds: true })
      const other = misspelt(asked)
      return other ? Object.assign(await source.find(other), { asked: other, nearly: true }) : found
    }

    /** The same with more readings of its wanted words; null where there are none. */
    function widened (asked, more) {
      const words = asked.words.map(word => Object.assign({}, word, {
        readings: word.readings.concat(word.unwanted ? [] : more(word))
      }))
      const grown = words.some((word, at) => word.readings.length > asked.words[at].readings.length)
      return grown ? Object.assign({}, asked, { words }) : null
    }

    function alike (asked) {
      const said = word => asked.words.length === 1 && !word.field && /^[a-z']+$/.test(word.text) ? spelt(word.text) : []
      return widened(asked, word => fellows(word.text).map(reading).concat(said(word))
        .map(one => Object.assign(one, { weaker: true })))
    }

    function misspelt (asked) {
      return widened(asked, word => word.phrase ? [] : slips(word.text).concat(loose(word.text)))
    }

    function texts ({ words }) {
      const wanted = words.filter(word => !word.unwanted).map(word => word.readings)
      const all = wanted.reduce((a, b) => a.concat(b), []).map(one => one.text)
      return all.reduce((a, b) => a.concat(b), []).filter(text => text.length > 1 || all.length === 1)
    }

    function together (typed, chosen) {
      const all = Object.assign({}, chosen)
      for (const { name, text } of typed) all[name] = (all[name] || []).concat(text)
      return all
    }

    function nothing () {
      return { words: [], total: 0, sure: true, facets: async () => ({}), hits: async (_, to) => Object.assign([], { next: to }) }
    }

    /** What is near to `typed` and does find something: [{query, total}], at most `most`. */
    async function near (typed, most) {
      await source.prepare(typed)
      const asked = words(typed)
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
      const asked = words(typed)
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
      return groups.filter(group => group.some(one => word.includes(one))).reduce((a, b) => a.concat(b), [])
    }

    return { answer, near, related }
  }

  /** The engine over what was given: one file, or many. */
  search.start = function () {
    const hanzi = root.gongkai.hanzi(search.given.fold)
    return Object.assign({ hanzi }, search.engine(hanzi, search.source(hanzi), search.given))
  }
})(this)
