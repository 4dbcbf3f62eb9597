/* What a citizen typed, as a plain value:
     {words: [{text, phrase, unwanted, field}], when: null | {from, to}, filters: [{name, text}]}
   Everything is folded first, so that any width, any dash and any quotation mark will do; the
   table of folding must lead to the signs that are read here (" - : , ; ~ . / 、 《 》 and blanks),
   to figures and to the characters of dates and labels, whether or not a document holds them.

   水价 办法、收费    blanks, commas and semicolons part words; not the commas of 3,000 or of 《甲、乙》
   "居民 用水"        a phrase, in any marks, wherever it stands; a mark without its fellow is text
   -电价              unwanted, behind a blank, while something else is wanted
   标题:水价          in one field, or a filter; a label that nobody knows is text
   甲、乙             what stands before 甲 (label, minus) holds for 乙 too
   2021年3月          stays a word; `when` is a reading beside it, only where there is one alone */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const MOST_WORDS = 16 // and as many filters
  const MOST_UNITS = search.MOST_UNITS = 200 // of what is typed
  const ENDS = /^[,.;:!?、。"']+|[,.;:!?、。"']+$/g
  const GAP = /[ ,;、]*/y
  const JOINS = /^ *、+ *$/
  const LABEL = /([^ ,;、":《]+) *: */y
  const BODY = /"([^"]*)"|([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+|《[^》 ]*》|[^ ,;、"《0-9]+|["《])/y

  function at (pattern, text, place) {
    pattern.lastIndex = place
    return pattern.exec(text)
  }

  search.typed = function (hanzi, prefixes) {
    /** Never throws; equal texts give equal values. */
    function read (text) {
      const folded = single(hanzi.fold(beginning(text)))
      const found = parted(folded, true)
      const wanted = found.filters.length || found.words.some(word => !word.unwanted)
      return wanted ? found : parted(folded, false)
    }

    /** The parts in order. Without `minus` every dash is text. */
    function parted (folded, minus) {
      const words = []
      const filters = []
      let plain = '' // the words that stand free, for dates; a quotation mark for all others
      let head = { unwanted: false, prefix: null }
      for (let place = 0; place < folded.length;) {
        const gap = at(GAP, folded, place)[0]
        place += gap.length
        if (!JOINS.test(gap)) head = { unwanted: false, prefix: null }
        const refused = minus && gap.endsWith(' ') && isMinus(folded, place)
        if (refused) head = { unwanted: true, prefix: null }
        place += refused ? 1 : 0
        const label = labelled(folded, place)
        if (label && !(refused && label.prefix.filter)) {
          head = { unwanted: refused, prefix: label.prefix }
          place = label.end
        }
        const { pieces, end } = bodies(folded, place)
        const free = !head.unwanted && !head.prefix
        plain += gap + (free ? pieces.map(piece => piece.phrase ? '"' : piece.text).join('') : '"')
        place = end
        if (head.prefix && head.prefix.filter) add(filters, filter(pieces, head))
        else pieces.forEach(piece => add(words, word(piece, head)))
      }
      return { words: words.slice(0, MOST_WORDS), when: when(plain), filters: filters.slice(0, MOST_WORDS) }
    }

    /** A dash that goes on with a letter or a mark: -5 and -- are text. */
    function isMinus (folded, place) {
      const next = folded.codePointAt(place + 1)
      if (folded.charAt(place) !== '-' || next === undefined) return false
      const character = String.fromCodePoint(next)
      return /^["《]$/.test(character) || (!/^[0-9]$/.test(character) && isWord(character))
    }

    /** {prefix, end} of a known label that has something behind its colon. */
    function labelled (folded, place) {
      const found = at(LABEL, folded, place)
      const prefix = found && known(found[1])
      const end = LABEL.lastIndex
      if (!prefix || end === folded.length || /[ ,;、]/.test(folded.charAt(end))) return null
      const next = found[0].endsWith(' ') && at(LABEL, folded, end)
      return next && known(next[1]) ? null : { prefix, end }
    }

    function known (label) {
      return Object.prototype.hasOwnProperty.call(prefixes, label) ? prefixes[label] : null
    }

    /** Text and phrases up to the next gap. */
    function bodies (folded, place) {
      const pieces = []
      let end = place
      for (let found = at(BODY, folded, end); found; found = at(BODY, folded, end)) {
        end = BODY.lastIndex
        const phrase = found[1] !== undefined
        const last = pieces[pieces.length - 1]
        if (!phrase && last && !last.phrase) last.text += found[2]
        else pieces.push({ text: phrase ? single(found[1]) : found[2], phrase })
      }
      return { pieces, end }
    }

    function word ({ text, phrase }, { unwanted, prefix }) {
      return { text: phrase ? text : bare(text), phrase, unwanted, field: prefix ? prefix.field : null }
    }

    function filter (pieces, { prefix }) {
      return { name: prefix.filter, text: bare(pieces.map(piece => piece.text).join('')) }
    }

    /** Take `one` in, if it has a letter or a figure and is not there yet. */
    function add (all, one) {
      const same = other => Object.keys(one).every(key => one[key] === other[key])
      if (isWord(one.text) && !all.some(same)) all.push(one)
    }

    function isWord (text) { return hanzi.tokens(text).length > 0 }

    return read
  }

  /** As much as is read; a surrogate pair stays whole or goes. */
  function beginning (text) {
    const torn = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(MOST_UNITS - 1, MOST_UNITS + 1))
    return text.slice(0, torn ? MOST_UNITS - 1 : MOST_UNITS)
  }

  function single (text) { return text.replace(/ +/g, ' ').replace(/^ | $/g, '') }

  function bare (text) { return text.replace(ENDS, '') }

  /* Dates. What is a number of a document is no date, and nothing is guessed:
     - A year is read with its 年 only, or in the span 2021-2025年. 2021, (2021), 2021-8, 2021-08 and
       2021-2025 are how numbers and plans are written; 2021年8号 and (2021年)第8号 are numbers too.
     - In figures a day needs all three parts with one sign (2021-3-5, 2021/3/5, 2021.3.5), and nothing
       that would make it part of a longer number; a month is 2021/3 standing alone, since 2021.3
       is an amount and 示政发2021/3 a number.
     - What cannot be (13月, 2月30日, the year 1021) is no date, nor is half of it.
     - 2021年以前, 2021年3月1日起 are not in 2021 or on that day: no reading.
     - Two dates that differ, and no 至 between them: no reading. */
  const DAY = /^([0-9]{4}年([0-9]{1,2}月([0-9]{1,2}[日号])?)?|[0-9]{1,2}月([0-9]{1,2}[日号])?|[0-9]{1,2}[日号]|[0-9]{4}[-./][0-9]{1,2}([-./][0-9]{1,2})?)$/
  const EARLIEST = 1900
  const LATEST = 2100
  const DIGITS = '〇一二三四五六七八九'
  const YEAR = '([0-9]{4}|[零○o0〇一二三四五六七八九]{4})'
  const NUMBER = '([0-9]+|[一二三四五六七八九十廿卅]+)'
  const UP_TO_39 = /^(?:([一二三]?)十)?([一二三四五六七八九]?)$/
  const TO = ' *(?:至|到|~|--?) *'
  const IN_MONTH = `(?: *${NUMBER} *[日号])?`
  const IN_YEAR = `(?: *${NUMBER} *月${IN_MONTH})?`
  // In a span the first 年, 月 or 日 may be left to the second.
  const DAY_OF_FIRST = `(?: *${NUMBER} *(?:[日号]|(?=${TO}${NUMBER} *[日号])))?`
  const MONTH_OF_FIRST = `(?: *${NUMBER} *(?:月${DAY_OF_FIRST}|(?=${TO}${NUMBER} *月)))?`
  const FIRST = new RegExp(`${YEAR} *(?:(年)${MONTH_OF_FIRST}|(?=${TO}${YEAR} *年))`, 'y')
  const FIGURES = '([0-9]{4})(?:([-./])([0-9]{1,2})\\2([0-9]{1,2})|/([0-9]{1,2}))(?![0-9])'
  const NUMERIC = new RegExp(FIGURES, 'y')
  const BETWEEN = new RegExp(TO, 'y')
  const SECOND = new RegExp(`${YEAR} *年${IN_YEAR}|${NUMBER} *月${IN_MONTH}|${NUMBER} *[日号]`, 'y')
  const LONGER = /[0-9a-su-z]|t(?![0-9])|[-./][0-9]| *号/y
  const ALONE = /$|[ ,;、"]/y
  const NUMBERED = new RegExp(`[ )-]*(?:第 *)?${NUMBER} *[号日]`, 'y')
  const ASIDE = / *(?:[以之][前后来]|[前后起])/y

  /** Whether a word is, in figures, a part of what `when` was read from. */
  search.isDay = word => DAY.test(word)

  /** The one date or span that a folded text speaks of, or null. */
  function when (text) {
    const found = new Set()
    for (let place = 0; place < text.length;) {
      const one = span(text, place)
      if (one && one.from) found.add(one.from + ' ' + one.to)
      place = one ? one.end : place + 1
    }
    const [from, to] = found.size === 1 ? Array.from(found)[0].split(' ') : []
    return from ? { from, to } : null
  }

  /** {end, from, to} of what looks like a date at `place`; without from and to it is none. */
  function span (text, place) {
    const first = written(text, place) || figures(text, place)
    if (!first) return null
    const between = at(BETWEEN, text, first.end)
    const second = between && then(text, BETWEEN.lastIndex, first)
    const last = second || first
    if (!closed(text, last)) return { end: last.end }
    const [from, to] = [days(first), days(last)]
    if (!from || !to) return { end: last.end }
    if (from[0] <= to[0]) return { end: last.end, from: from[0], to: to[1] }
    return last.own ? { end: last.end, from: to[0], to: from[1] } : { end: last.end }
  }

  /** 2021年3月5日, in figures or characters; not inside a longer number. */
  function written (text, place) {
    const found = at(FIRST, text, place)
    if (!found) return null
    const before = text.charAt(place - 1)
    const inside = /^[0-9]/.test(found[1]) ? /[0-9]/ : /[零○0〇一二三四五六七八九十廿卅]/
    if (inside.test(before) || (!found[2] && /[a-z./-]/.test(before))) return null
    return { year: year(found[1]), month: value(found[3]), day: value(found[4]), end: FIRST.lastIndex }
  }

  /** 2021-03-05 not inside a longer number; 2021/3 only where it stands alone. */
  function figures (text, place) {
    const before = text.charAt(place - 1)
    const found = at(NUMERIC, text, place)
    if (!found || /[0-9a-z./-]/.test(before) || (found[5] && !/^[ ,;、:"]?$/.test(before))) return null
    return numeric(found)
  }

  function numeric (found) {
    const [first, month, day] = [found[1], found[3] || found[5], found[4]].map(value)
    return { year: first, month, day, end: NUMERIC.lastIndex, figures: true, own: true }
  }

  /** The second date of a span; what it leaves out it has from the first. */
  function then (text, place, first) {
    const plain = at(NUMERIC, text, place)
    if (plain) return numeric(plain)
    const found = at(SECOND, text, place)
    if (!found) return null
    const end = SECOND.lastIndex
    const [month, day] = [found[2] || found[4], found[3] || found[5] || found[6]].map(value)
    if (found[1]) return { year: year(found[1]), month, day, end, own: true }
    if (found[4]) return first.month === null ? null : { year: first.year, month, day, end }
    return first.day === null ? null : { year: first.year, month: first.month, day, end }
  }

  /** Whether the date ends where it ends, and means itself. */
  function closed (text, { month, day, end, figures }) {
    if (at(ASIDE, text, end) || (figures && at(LONGER, text, end))) return false
    if (figures && day === null) return at(ALONE, text, end) !== null
    return month !== null || at(NUMBERED, text, end) === null
  }

  function year (text) {
    const figure = one => /[0-9]/.test(one) ? one : Math.max(0, DIGITS.indexOf(one))
    return Number(Array.from(text, figure).join(''))
  }

  /** The number that figures or characters write, 0 for one that is none; null for nothing. */
  function value (text) {
    if (text === undefined) return null
    if (/^[0-9]+$/.test(text)) return Number(text)
    const found = UP_TO_39.exec(text.replace('廿', '二十').replace('卅', '三十'))
    if (!found) return 0
    const tens = found[1] === undefined ? 0 : DIGITS.indexOf(found[1] || '一')
    return tens * 10 + DIGITS.indexOf(found[2] || '〇')
  }

  /** The first and the last day of a year, month or day; null for one that cannot be. */
  function days ({ year, month, day }) {
    if (year < EARLIEST || year > LATEST) return null
    if (month === null) return [iso(year, 1, 1), iso(year, 12, 31)]
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    if (!length || day === 0 || day > length) return null
    return [iso(year, month, day || 1), iso(year, month, day || length)]
  }

  function iso (...parts) { return parts.map(part => String(part).padStart(2, '0')).join('-') }
})(this)
