/* Folding, tokens and number keys: the twin of plugins/hanzi, which has the reasons.
   It asks nothing of the browser's own Unicode: the table comes from the build. */
(function (root) {
  'use strict'

  const gongkai = root.gongkai = root.gongkai || {}
  const NOISE = /^[年第号]+|[年第号]+$/g

  /** The twin over one table {from, to, between} of plugins.search.data. */
  gongkai.hanzi = function (table) {
    const folded = new Map()
    const to = table.to.split('\n')
    Array.from(table.from).forEach((character, at) => folded.set(character, to[at]))
    const runs = new RegExp('[^' + table.between + ']+', 'gu')
    const segments = new RegExp('[0-9a-z]+|[^0-9a-z' + table.between + ']+', 'gu')

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

    function numberTokens (text) {
      const parts = all(segments, text).map(part => part.replace(NOISE, '')).filter(Boolean)
      const plain = parts.map(part => /^[0-9]+$/.test(part) ? part.replace(/^0+(?=.)/, '') : part)
      const keys = plain.slice(1).map((_, at) => plain.slice(at).join('#'))
      return parts.length ? keys.concat('#' + parts.join('')) : []
    }

    function numberTerms (text) {
      const keys = numberTokens(text)
      return Array.from(new Set([keys[0], keys[keys.length - 1]])).filter(Boolean)
    }

    /** What a text holding `word` must have: pairs, and tokens that begin with a character;
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

    return { one, fold, tokens, numberTokens, numberTerms, wanted }
  }
})(this)
