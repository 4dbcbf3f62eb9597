/* What the bytes of the index's files say: plugins/search/files.py and words.py write them. No file
   is brought in here and nothing is searched. */
(function (root) {
  'use strict'

  const search = root.gongkai.search

  /** What was deflated, in base 64. */
  async function inflated (data) {
    const text = root.atob(data)
    const bytes = new Uint8Array(text.length)
    for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at)
    const { writable, readable } = new root.DecompressionStream('deflate-raw')
    const writer = writable.getWriter()
    const written = [writer.write(bytes), writer.close()]
    written.forEach(one => one.catch(() => {})) // the reader tells of it
    return new Uint8Array(await new root.Response(readable).arrayBuffer())
  }

  /** Reads LEB128 numbers from `at` on. */
  function reader (bytes, at) {
    return {
      next () {
        let value = bytes[at] & 127
        for (let scale = 128; bytes[at++] > 127; scale *= 128) value += (bytes[at] & 127) * scale
        return value
      },
      skip (count) { at += count; return at - count },
      /** Go past so many numbers; where they began. */
      pass (count) {
        const start = at
        while (count > 0) if (bytes[at++] < 128) count--
        return start
      }
    }
  }

  /** Put the Han characters of words.js into the table of folding: those that it does not tell. */
  function learn (bytes, fold) {
    const numbers = reader(bytes, 0)
    const count = numbers.next()
    const untold = new Set()
    const codes = []
    for (let code = 0; codes.length < count;) codes.push(code += numbers.next())
    const high = numbers.skip(2 * count)
    codes.forEach((code, at) => {
      const value = bytes[high + at] * 256 + bytes[high + count + at]
      if (!value) return untold.add(String.fromCharCode(code))
      fold.from += String.fromCharCode(code)
      fold.to += '\n' + String.fromCharCode(value)
    })
    return untold
  }

  /** A file of terms: of(term) gives its rows [{field, documents, times, lengths}], fields by their
      numbers, read when they are first asked for; begun(first) each [term, rows] that begins so. */
  function terms (bytes) {
    const { fields: FIELDS } = search.given.shape
    const TEXT = FIELDS.indexOf('text')
    const numbers = reader(bytes, 0)
    const count = numbers.next()
    const size = numbers.next()
    const from = numbers.skip(size)
    const names = count ? new root.TextDecoder().decode(bytes.subarray(from, from + size)).split('\n') : []
    const masks = numbers.skip(count)
    const known = new Map()
    const begins = new Int32Array(count + 1) // the first row of each term
    const fields = new Uint8Array(count * FIELDS.length)
    let all = 0
    for (let at = 0; at < count; at++) {
      for (let field = 0, mask = bytes[masks + at]; mask; field++, mask >>= 1) if (mask & 1) fields[all++] = field
      begins[at + 1] = all
    }
    const counts = new Int32Array(all)
    const steps = new Int32Array(all)
    const others = new Int32Array(all)
    for (let row = 0; row < all; row++) counts[row] = numbers.next()
    for (let row = 0; row < all; row++) steps[row] = numbers.pass(counts[row])
    for (let row = 0; row < all; row++) others[row] = numbers.pass(fields[row] === TEXT ? counts[row] : 2 * counts[row])

    function read (row) {
      const field = fields[row]
      const documents = new Int32Array(counts[row])
      const times = new Int32Array(counts[row])
      const lengths = field === TEXT ? null : new Int32Array(counts[row])
      const [gaps, rest] = [reader(bytes, steps[row]), reader(bytes, others[row])]
      for (let at = 0, last = -1; at < documents.length; at++) {
        documents[at] = last += gaps.next()
        times[at] = rest.next()
        if (lengths) lengths[at] = rest.next()
      }
      return { field, documents, times, lengths }
    }

    function rows_of (at) {
      const length = begins[at + 1] - begins[at]
      if (!known.has(at)) known.set(at, Array.from({ length }, (_, more) => read(begins[at] + more)))
      return known.get(at)
    }

    return {
      of (term) {
        const at = names.indexOf(term)
        return at < 0 ? [] : rows_of(at)
      },
      begun: first => names.flatMap((name, at) => name.startsWith(first) ? [[name, rows_of(at)]] : [])
    }
  }

  /** `count` numbers: the low bytes of all, then the next ones, and so on as far as any goes. */
  function plane (bytes, count) {
    const found = new Int32Array(count)
    for (let from = 0, shift = 0; from < bytes.length; from += count, shift += 8) {
      const part = bytes.subarray(from, from + count)
      for (let at = 0; at < count; at++) found[at] |= part[at] << shift
    }
    return found
  }

  /** A file of facets. */
  function columns (bytes, count) {
    let from = bytes.indexOf(10) + 1
    const [names, widths] = JSON.parse(new root.TextDecoder().decode(bytes.subarray(0, from)))
    const all = widths.map(width => plane(bytes.subarray(from, from += width * count), count))
    const dates = all.splice(names.length)
    for (const days of dates) for (let at = 0; at < count; at++) days[at] = days[at] >>> 1 ^ -(days[at] & 1)
    return { names, of: all, dates }
  }

  search.unpacking = { inflated, learn, terms, plane, columns }
})(this)
