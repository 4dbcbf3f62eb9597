/* The places of folded words in text as it is shown: marks, and the sentence around the first. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const LONGEST = 120
  const BEFORE = 30

  search.snippet = function (hanzi) {
    /** Ranges [from, to) of `text` in which one of `words` stands, in order, none overlapping. */
    function places (text, words) {
      let folded = ''
      const origin = []
      let at = 0
      for (const character of text) {
        const one = hanzi.one(character)
        for (let i = 0; i < one.length; i++) origin.push([at, at + character.length])
        folded += one
        at += character.length
      }
      const found = []
      for (const word of words.filter(Boolean)) {
        for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length)) {
          found.push([origin[i][0], origin[i + word.length - 1][1]])
        }
      }
      return merged(found.sort((a, b) => a[0] - b[0]))
    }

    function merged (ranges) {
      const result = []
      for (const range of ranges) {
        const last = result[result.length - 1]
        if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
        else result.push(range)
      }
      return result
    }

    /** `text` in pieces {text, marked}. */
    function marked (text, words) {
      const pieces = []
      let done = 0
      for (const [from, to] of places(text, words)) {
        pieces.push({ text: text.slice(done, from), marked: false })
        pieces.push({ text: text.slice(from, to), marked: true })
        done = to
      }
      pieces.push({ text: text.slice(done), marked: false })
      return pieces.filter(piece => piece.text)
    }

    /** The line with most of the words, from the sentence of the first of them, cut to size. */
    function excerpt (lines, words) {
      let best = { line: lines[0] || '', count: 0 }
      for (const line of lines) {
        const count = words.filter(word => hanzi.fold(line).includes(word)).length
        if (count > best.count) best = { line, count }
      }
      const first = places(best.line, words)[0]
      return marked(cut(best.line, first ? first[0] : 0), words)
    }

    function cut (line, at) {
      const sentence = Math.max(...['。', '；', '！', '？'].map(end => line.lastIndexOf(end, at - 1))) + 1
      const start = at - sentence > BEFORE * 2 ? whole(line, at - BEFORE) : at ? sentence : 0
      const end = whole(line, start + LONGEST)
      return (start ? '…' : '') + line.slice(start, end) + (end < line.length ? '…' : '')
    }

    /** A place that does not part a surrogate pair. */
    function whole (line, at) {
      return /[\udc00-\udfff]/.test(line.charAt(at)) ? at - 1 : at
    }

    return { marked, excerpt }
  }
})(this)
