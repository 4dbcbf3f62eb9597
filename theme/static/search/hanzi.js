/* Folding, tokens and number keys: the twin of plugins/hanzi, which has the reasons.
   It asks nothing of the browser's own Unicode: the table comes from the build. */
(function (root) {
  'use strict'

  const gongkai = root.gongkai = root.gongkai || {}
  const NOISE = /^[年第号]+|[年第号]+$/g

  /** The twin over one table {from, to, between} of plugins.search.data. */
  gongkai.hanzi = function (table) {
    const folded = new Map()
    learn(table)
    const runs = new RegExp('[^' + table.between + ']+', 'gu')
    const segments = new RegExp('[0-9a-z]+|[^0-9a-z' + table.between + ']+', 'gu')

    /** Fold what another table says as well. */
    function learn (table) {
      const to = table.to.split('\n')
      Array.from(table.from).forEach((character, at) => folded.set(character, to[at]))
    }

    /** What one character is found by: another one, several, or nothing. */
    function one (character) {
      const found = folded.get(character)
      return found === undefined ? character : found
    }

    function fold (text) {
      let result = ''
      for (const character of text) result += one(character)
      return result
    }

    function all (pattern, text) {
      return text.match(pattern) || []
    }

    function tokens (text) {
      const found = []
      for (const run of all(runs, text)) {
        const characters = Array.from(run)
        characters.forEach((character, at) => found.push(character + (characters[at + 1] || '')))
        found.push(...all(/[0-9a-z]{3,}/g, run))
      }
      return found
    }

    /** The segments of a number without leading zeros, and all of it run together. */
    function segmented (text) {
      const parts = all(segments, text).map(part => part.replace(NOISE, '')).filter(Boolean)
      const plain = parts.map(part => /^[0-9]+$/.test(part) ? part.replace(/^0+(?=.)/, '') : part)
      return { plain, together: parts.length ? ['#' + parts.join('')] : [] }
    }

    function numberTokens (text) {
      const { plain, together } = segmented(text)
      return plain.slice(1).map((_, at) => plain.slice(at).join('#')).concat(together)
    }

    function numberTerms (text) {
      const { plain, together } = segmented(text)
      return (plain.length > 1 ? [plain.join('#')] : []).concat(together)
    }

    /** What a text that holds `word` must have: pairs, and tokens that begin with a character;
        whole Latin words only weigh more. */
    function wanted (word) {
      const pairs = new Set()
      const starts = new Set()
      for (const run of all(runs, word)) {
        const characters = Array.from(run)
        if (characters.length === 1) starts.add(run)
        characters.slice(1).forEach((character, at) => pairs.add(characters[at] + character))
      }
      const whole = all(/[0-9a-z]{3,}/g, word)
      return { pairs: Array.from(pairs), starts: Array.from(starts), whole: Array.from(new Set(whole)) }
    }

    return { one, learn, fold, tokens, numberTokens, numberTerms, wanted }
  }
})(this)
