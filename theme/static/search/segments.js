/* The segments of the index, of one build all of them; of each the files, brought when they are
   first asked for. */
(function (root) {
  'use strict'

  const search = root.gongkai.search
  const { inflated, learn, terms, plane, columns } = search.unpacking
  const FORMAT = 1 // as of plugins/search/segments.py
  const WIDEST = 32 // files of a segment that one single character may need

  const heads = {}
  const taken = new Map()
  let marks = {}
  let written = 0 // the number of the format in which the site's files are
  let rare = null // Han characters of which only fold.js tells what they fold to

  /** What the files call. */
  search.segment = function (name, head) { heads[name] = head }
  search.version = function (found, format) { marks = found; written = format }
  search.take = function (name, data) { taken.set(name, data) }

  /** Brings a script of this folder; hosts without a page put another in its place. */
  search.bring = function (address) {
    return new Promise((resolve, reject) => {
      const script = root.document.createElement('script')
      script.src = address
      script.onload = () => { script.remove(); resolve() }
      script.onerror = () => { script.remove(); reject(new Error(address)) }
      root.document.head.appendChild(script)
    })
  }

  function matching () {
    const names = Object.keys(marks)
    if (written !== FORMAT) return false // which these scripts cannot read
    return names.length > 0 && names.every(name => heads[name] && heads[name].mark === marks[name])
  }

  /** Whether the site is still the one whose segments are here; from a disk it is. */
  search.current = async function () {
    if (root.location && root.location.protocol === 'file:') return true
    await search.bring('version.js?at=' + Date.now())
    return matching()
  }

  /** Whether all segments have arrived, of one build: a cache may have kept some of another. */
  search.complete = async function () {
    const { fold, han } = search.given
    if (!root.lunr || !fold || !han) return false
    if (!rare) rare = learn(await inflated(han), fold)
    for (let tries = 0; tries < 3 && !matching(); tries++) {
      await search.bring('version.js?at=' + Date.now())
      const old = Object.keys(marks).filter(name => !heads[name] || heads[name].mark !== marks[name])
      await Promise.all(old.map(name => search.bring(name + '.js?v=' + marks[name])))
    }
    return matching()
  }

  /** Keeps what was made, by its name; what failed is made again when it is next asked for. */
  search.keeper = function () {
    const kept = new Map()
    return function (name, make) {
      if (!kept.has(name)) kept.set(name, make().catch(fault => { kept.delete(name); throw fault }))
      return kept.get(name)
    }
  }

  /** A file that is not there has gone with the build that it was of. */
  async function gone (fault) {
    throw await search.current().catch(() => true) ? fault : new search.Replaced()
  }

  /** Whether a character is one of which only fold.js tells what it folds to. */
  search.rare = character => rare.has(character)

  /** The segments that hold anything, in the order of their documents. */
  search.segments = () => Object.values(heads).filter(head => head.count)
    .sort((a, b) => a.base - b.base).map(segment)

  /** What is thrown where the site was replaced while it was searched: start again. */
  search.Replaced = class extends Error {}

  /** The hash of plugins/search/hashed.py. */
  function hashed (text) {
    let found = 0x811c9dc5
    for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193)
    return (found ^ found >>> 16) >>> 0
  }

  /** One segment, which holds something: its terms, lengths and records. */
  function segment (head) {
    const { records: RECORDS } = search.given.shape
    const once = search.keeper()
    const splits = new Map()
    for (const [, first, exponent] of (head.splits || '').matchAll(/([^])([0-9a-f])/g)) {
      splits.set(first, 2 ** parseInt(exponent, 16))
    }

    function file (name) {
      const full = head.folder + '/' + name
      return once(name, async () => {
        await search.bring(full + '.js?v=' + head.mark).catch(gone)
        const data = taken.get(full)
        taken.delete(full)
        return data === undefined ? gone(new Error(full)) : inflated(data) // a host may answer anything
      })
    }

    /** The names of the files in which terms stand whose first code unit is `first`. */
    function files_of (first) {
      const split = splits.get(first)
      const hash = hashed(first)
      if (!split) return [hash % head.parts + '.' + Math.floor(hash / head.parts) % head.groups]
      const name = first.charCodeAt(0).toString(16).padStart(4, '0')
      return Array.from({ length: split }, (_, at) => name + '-' + at)
    }

    function file_of (term) {
      const names = files_of(term[0])
      return names[names.length > 1 ? hashed(term.slice(1)) % names.length : 0]
    }

    function loaded (name) {
      return once('terms ' + name, async () => terms(await file(name)))
    }

    const inline = head.terms && once('terms', async () => terms(await inflated(head.terms)))

    return {
      head,
      /** The rows of a term, or none. */
      async rows (term) {
        return (await (inline || loaded(file_of(term)))).of(term)
      },
      /** Map(term -> rows) of the terms that begin with `first`, as far as WIDEST files go. */
      async starting (first) {
        const names = files_of(first[0]).slice(0, WIDEST)
        const found = await (inline ? Promise.all([inline]) : Promise.all(names.map(loaded)))
        return new Map(found.flatMap(file => file.begun(first)))
      },
      async lengths () {
        const bytes = await once('lengths ready', async () => (
          head.lengths ? inflated(head.lengths) : file('lengths')))
        return plane(bytes, head.count)
      },
      async record (place) {
        const rows = await once('records ' + Math.floor(place / RECORDS), async () => {
          const bytes = await file('r' + Math.floor(place / RECORDS))
          return JSON.parse(new root.TextDecoder().decode(bytes))
        })
        return rows[place % RECORDS]
      },
      /** {names: [[value]], of: [places], dates: [steps]}: as of plugins/search/files.py. */
      async facets () {
        return head.about || once('facets ready', async () => columns(await file('facets'), head.count))
      },
      async body (place) {
        return once('body ' + place, async () => new root.TextDecoder().decode(await file('t' + place)))
      },
      /** The texts of its attachments. */
      async attached (place) {
        return once('attached ' + place, async () => (
          JSON.parse(new root.TextDecoder().decode(await file('a' + place)))))
      }
    }
  }
})(this)
