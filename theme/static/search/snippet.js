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
      const { line } = best(lines, words)
      const first = places(line, words)[0]
      return marked(cut(line, first ? first[0] : 0), words)
    }

    /** {line, count}: the first line that has most of the words; the first of all if none has any. */
    function best (lines, words) {
      return lines.reduce((found, line) => {
        const folded = hanzi.fold(line)
        const count = words.filter(word => folded.includes(word)).length
        return count > found.count ? { line, count } : found
      }, { line: lines[0] || '', count: 0 })
    }

    /** {lines, attached}: the lines of a hit that show best why it answers; and where these are of
        an attachment, its title and address. */
    function shown ({ document, named }, words) {
      const { title, summary, text, attached, attached_texts: texts } = document
      const own = named && summary ? [summary] : [summary].concat(text.split('\n'))
      let found = { lines: own, attached: null, count: best(own.concat(title), words).count }
      texts.forEach((said, at) => {
        const lines = said.split('\n')
        const { count } = best(lines.concat(attached[at][0]), words)
        if (count > found.count) found = { lines, attached: attached[at], count }
      })
      return found
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

    return { marked, excerpt, shown }
  }
})(this)
