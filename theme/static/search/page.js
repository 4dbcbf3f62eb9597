/* The search page: answers while one types, keeps what is asked in the address and how much of the
   answer is shown in the history, says what it found. Without index or library it says so; the
   lists stand on the page either way. */
(function (root) {
  'use strict'

  const document = root.document
  if (!document) return // the same scripts answer in Node

  const search = root.gongkai.search
  const PAUSE = 150
  const STEP = 10
  const NEAR = 3

  function byId (id) { return document.getElementById(id) }

  /** The sentence that the template keeps for `name`, its {braces} filled. */
  function words (name, values) {
    return byId('summary').dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key])
  }

  function link (address) {
    const home = byId('finder').dataset.home.replace(/[^/]*$/, '')
    return home + address.split('/').map(encodeURIComponent).join('/')
  }

  /** Fill a slot of a result with pieces of text; an empty one is taken out. */
  function fill (node, slot, pieces) {
    const place = node.querySelector('[data-slot="' + slot + '"]')
    if (!pieces.length) return place.remove()
    for (const piece of pieces) {
      const element = document.createElement(piece.marked ? 'mark' : 'span')
      element.textContent = piece.text
      place.appendChild(piece.marked ? element : document.createTextNode(piece.text))
    }
  }

  async function start () {
    if (search.shards && !root.DecompressionStream) return say(words('old'))
    if (!await search.complete().catch(() => false)) return say(words('failed'))
    const input = byId('q')
    let engine = search.start()
    let snippet = search.snippet(engine.hanzi)
    let answered = { words: [], total: 0, hits: async () => [] }
    const named = document.title
    let place = 0 // in the order of the answer: what stands before it is shown
    let turn = 0
    let busy = false // more of an answer is on its way
    let timer = 0
    let written = '' // what the address asks
    let settled = false // whether the entry of the history is to be kept, not written over
    const narrowing = search.narrowing(() => {
      clearTimeout(timer)
      settled = true
      remember(true)
      run()
    })

    function result (hit) {
      const node = document.importNode(byId('hit').content, true)
      const { title, url, doc_number: number, index_no: index, publisher, date } = hit.document
      const { hanzi } = engine
      const keys = hanzi.numberTerms(hanzi.fold(input.value))
      const plain = value => value ? [{ text: value, marked: false }] : []
      const numbered = value => hanzi.numberTokens(hanzi.fold(value)).some(key => keys.includes(key))
        ? [{ text: value, marked: true }]
        : snippet.marked(value, answered.words)
      fill(node, 'title', snippet.marked(title, answered.words))
      const { lines, attached } = snippet.shown(hit, answered.words)
      fill(node, 'excerpt', snippet.excerpt(lines, answered.words))
      inside(node, attached)
      fill(node, 'number', numbered(number))
      fill(node, 'index', numbered(index))
      fill(node, 'publisher', plain(publisher))
      fill(node, 'date', plain(date))
      node.querySelector('a').href = link(url)
      validity(node, hit.document.validity)
      return node
    }

    /** In which attachment the words stand. */
    function inside (node, attached) {
      const place = node.querySelector('[data-slot="attached"]')
      if (!attached) return place.remove()
      const anchor = place.querySelector('a')
      anchor.textContent = attached[0]
      anchor.href = link(attached[1])
    }

    function validity (node, word) {
      const place = node.querySelector('[data-slot="validity"]')
      const template = document.querySelector('template[data-validity="' + word + '"]')
      if (template) place.appendChild(document.importNode(template.content, true))
      else place.remove()
    }

    /** Show the next results; whether that was done: another answer may stand there by now. */
    async function more (found, upTo) {
      const [mine, before] = [turn, answered]
      const next = await found.hits(place, upTo)
      if (mine !== turn || before !== answered) return false
      const list = byId('results')
      if (found !== answered) list.textContent = ''
      answered = found
      next.forEach(hit => list.appendChild(result(hit)))
      place = next.next
      byId('more').hidden = list.children.length >= found.total
      return true
    }

    /** More of the same answer; of the whole of it, where the site was replaced meanwhile. */
    async function further () {
      if (busy) return
      busy = true
      const mine = turn
      const upTo = place + 3 * STEP
      const shown = byId('results').children.length
      try {
        if (await more(answered, upTo)) tell()
      } catch (_) {
        if (mine === turn) await run(upTo)
      }
      busy = false
      const first = byId('results').children[shown]
      if (!first || document.activeElement === input) return // something else is typed
      first.querySelector('a').focus()
      try { root.history.replaceState({ shown: place }, '') } catch (_) { /* from a disk */ }
    }

    function offer (found) {
      const list = byId('near-list')
      list.textContent = ''
      for (const { query, total } of found) {
        const item = document.createElement('li')
        const anchor = document.createElement('a')
        anchor.href = '?q=' + encodeURIComponent(query)
        anchor.textContent = words('near', { q: query, n: total })
        list.appendChild(item).appendChild(anchor)
      }
      byId('near').hidden = !found.length
    }

    /** The pages of the site itself that are asked for by name: forms, guides, yearly reports. */
    function doors (typed) {
      const { fold } = engine.hanzi
      const q = fold(typed).replace(/ /g, '')
      const rows = Array.from(byId('doors-list').children)
      for (const row of rows) row.hidden = !row.dataset.words.split(' ').some(word => q.includes(fold(word)))
      byId('doors').hidden = rows.every(row => row.hidden)
    }

    /** What to look for instead, or besides where something was found. */
    async function others (typed, found) {
      if (narrowing.count() || (!found.total && !found.words.length)) return []
      const related = await engine.related(typed)
      if ((found.total && !found.nearly) || related.length >= NEAR) return related
      const near = await engine.near(typed, NEAR)
      return related.concat(near.filter(one => !related.some(other => other.query === one.query)))
    }

    async function ask (wanted) {
      const mine = ++turn
      const typed = input.value
      const found = await engine.answer(typed, { filters: narrowing.filters(), newest: narrowing.newest() })
      if (mine !== turn) return // something else has been typed meanwhile
      place = 0
      await more(found, Math.max(STEP, wanted || 0))
      if (mine !== turn) return
      doors(typed)
      tell()
      // What stands beside the results needs files of its own, and they do not wait for it.
      const [facets, close] = await Promise.all([found.facets(), others(typed, found)])
      if (mine !== turn) return
      narrowing.show(Object.assign({}, found, { facets }), typed)
      offer(close)
    }

    /** Say what was found and how much of it is shown; the page's title has the query too. */
    function tell () {
      const { words: asked, total, sure, nearly, alike } = answered
      const shown = byId('results').children.length
      const q = input.value.trim()
      const chosen = narrowing.count()
      const bare = chosen && !asked.length
      const name = bare ? (!total ? 'chosen_no' : total > shown ? 'chosen_some' : 'chosen_all')
        : !total ? (asked.length ? 'none' : q ? 'unreadable' : 'ready')
          : nearly ? 'nearly' : alike ? 'alike' : total > shown ? (sure ? 'some' : 'about') : 'all'
      const also = byId('doors').hidden ? '' : words('also')
      const why = !chosen || (bare && total) ? '' : words(total ? 'narrowed' : 'relax')
      say(words(name, { q, n: total, shown }) + why + also)
      document.title = q ? words('titled', { q, title: named }) : named
    }

    /** Put what is asked into the address. `settle`: what comes next gets an entry of its own. */
    function remember (settle) {
      const wanted = question()
      if (wanted !== written) {
        try {
          root.history[settled ? 'pushState' : 'replaceState'](null, '', root.location.pathname + wanted)
        } catch (_) { return false } // from a disk
        written = wanted
        settled = false
      }
      settled = settled || settle
      return true
    }

    /** The part of the address that says what is asked. */
    function question () {
      const q = wellFormed(input.value.trim())
      const params = new root.URLSearchParams(q ? { q } : {})
      narrowing.write(params)
      return String(params) && '?' + params
    }

    function later () {
      clearTimeout(timer)
      timer = setTimeout(() => { remember(false); run() }, PAUSE)
    }

    async function run (wanted) {
      try {
        await ask(wanted)
      } catch (fault) {
        const again = search.Replaced && fault instanceof search.Replaced
        if (!again || !await search.complete().catch(() => false)) return say(words('failed'))
        engine = search.start()
        snippet = search.snippet(engine.hanzi)
        await ask(wanted).catch(() => say(words('failed')))
      }
    }

    function fromAddress () {
      const params = new root.URLSearchParams(root.location.search)
      input.value = params.get('q') || ''
      narrowing.read(params)
      written = question()
      settled = Boolean(written)
      run((root.history.state || {}).shown)
    }

    /** Arrow keys go from the box through the results and back. */
    function walk (event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const stops = [input].concat(Array.from(byId('results').querySelectorAll('a')))
      const next = stops[stops.indexOf(event.target) + step]
      if (!step || event.isComposing || !stops.includes(event.target) || !next) return
      event.preventDefault()
      next.focus()
    }

    input.addEventListener('input', event => { if (!event.isComposing) later() })
    input.addEventListener('compositionend', later)
    input.form.addEventListener('submit', event => {
      clearTimeout(timer)
      event.preventDefault()
      if (remember(true)) run()
      else root.location.search = question()
    })
    byId('more').addEventListener('click', further)
    byId('finder').addEventListener('keydown', walk)
    root.addEventListener('popstate', fromAddress)
    fromAddress()
  }

  /** encodeURIComponent throws at half a surrogate pair. */
  function wellFormed (text) {
    return Array.from(text).filter(c => !/^[\ud800-\udfff]$/.test(c)).join('')
  }

  function say (sentence) { byId('summary').textContent = sentence }

  document.addEventListener('DOMContentLoaded', start)
})(this)
