/* Runs of Latin letters as Mandarin syllables: fangan is fang'an or fan'gan, an apostrophe parts.
   The syllables come from the build, ü as v. Folding makes ü a u, so a u is read as ü too where
   there is such a syllable: lue is lve, lu is lu or lv. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const MOST_WAYS = 16
  const END = { count: 0 }

  search.pinyin = function (syllables) {
    const spelt = new Map() // what is typed -> the syllables that it may be
    for (const syllable of syllables.split(' ').filter(Boolean)) {
      for (const spelling of new Set([syllable, syllable.replace('v', 'u')])) {
        const known = spelt.get(spelling) || []
        spelt.set(spelling, spelling === syllable ? [syllable].concat(known) : known.concat(syllable))
      }
    }
    const begun = new Set()
    for (const spelling of spelt.keys()) {
      for (let length = 1; length < spelling.length; length++) begun.add(spelling.slice(0, length))
    }
    const first = new Set(Array.from(spelt.keys(), spelling => spelling.charAt(0)))
    const longest = Math.max(0, ...Array.from(spelt.keys(), spelling => spelling.length))

    /** [{syllables, open}], the fewest syllables first; [] where a letter is left over. `open`: the
        last is only the beginning of a syllable, read so where nothing else is to be had. */
    function cut (letters) {
      if (!/^[a-z']*$/.test(letters)) return []
      const whole = ways(letters, false)
      return (whole.length ? whole : ways(letters, true)).map(listed)
    }

    /** The best ways from the first letter, worked out from the last: a way is {syllable, next},
        and no place keeps more than MOST_WAYS, so that many letters take long in proportion. */
    function ways (letters, open) {
      const from = new Array(letters.length + 1)
      from[letters.length] = open ? [] : [END]
      for (let at = letters.length - 1; at >= 0; at--) {
        from[at] = letters.charAt(at) === "'" ? from[at + 1] : best(letters, at, from, open)
      }
      return from[0].filter(way => way !== END)
    }

    function best (letters, at, from, open) {
      const found = []
      const most = Math.min(longest, letters.length - at)
      const rest = letters.slice(at, at + longest)
      if (open && rest.length === letters.length - at && begun.has(rest) && !spelt.has(rest)) {
        found.push({ syllable: rest, next: END, count: 1, order: 0, open })
      }
      for (let length = most; length > 0; length--) {
        for (const syllable of spelt.get(letters.slice(at, at + length)) || []) {
          for (const next of from[at + length]) {
            const [count, order] = [next.count + 1, found.length]
            found.push({ syllable, next, count, order, open: next.open || false })
          }
        }
      }
      return found.sort((a, b) => a.count - b.count || a.order - b.order).slice(0, MOST_WAYS)
    }

    function listed (way) {
      const syllables = []
      for (let one = way; one !== END; one = one.next) syllables.push(one.syllable)
      return { syllables, open: way.open }
    }

    /** Whether the letters could be the first ones of syllables, as slsczj is. */
    function initials (letters) {
      return /^[a-z]{2,12}$/.test(letters) && Array.from(letters).every(letter => first.has(letter))
    }

    return { cut, initials }
  }
})(this)
