/* The search page: answers while one types, keeps the query in the address, says what it found.
   Without index or library it says so; the lists stand on the page either way. */
(function (root) {
  'use strict'

  const document = root.document
  if (!document) return // the same scripts answer in Node

  const search = root.gongkai.search
  const PAUSE = 150
  const STEP = 20
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

  function start () {
    if (!search.complete()) return say(words('failed'))
    const input = byId('q')
    const engine = search.start()
    const snippet = search.snippet(engine.hanzi)
    let answered = { words: [], hits: [] }
    let shown = 0
    let turn = 0
    let timer = 0

    function result (hit) {
      const node = document.importNode(byId('hit').content, true)
      const { title, url, doc_number: number, index_no: index, publisher, date, summary, text } = hit.document
      const { hanzi } = engine
      const keys = hanzi.numberTerms(hanzi.fold(input.value))
      const plain = value => value ? [{ text: value, marked: false }] : []
      const numbered = value => hanzi.numberTokens(hanzi.fold(value)).some(key => keys.includes(key))
        ? [{ text: value, marked: true }]
        : snippet.marked(value, answered.words)
      fill(node, 'title', snippet.marked(title, answered.words))
      fill(node, 'excerpt', snippet.excerpt([summary].concat(text.split('\n')), answered.words))
      fill(node, 'number', numbered(number))
      fill(node, 'index', numbered(index))
      fill(node, 'publisher', plain(publisher))
      fill(node, 'date', plain(date))
      node.querySelector('a').href = link(url)
      validity(node, hit.document.validity)
      return node
    }

    function validity (node, word) {
      const place = node.querySelector('[data-slot="validity"]')
      const template = document.querySelector('template[data-validity="' + word + '"]')
      if (template) place.appendChild(document.importNode(template.content, true))
      else place.remove()
    }

    function more () {
      const next = answered.hits.slice(shown, shown + STEP)
      const list = byId('results')
      const first = list.children.length
      next.forEach(hit => list.appendChild(result(hit)))
      shown += next.length
      byId('more').hidden = shown >= answered.hits.length
      return list.children[first]
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

    async function ask () {
      const mine = ++turn
      const typed = input.value
      const found = await engine.answer(typed)
      const blank = !found.hits.length && !found.words.length
      const close = blank ? [] : found.hits.length ? await engine.related(typed) : await engine.near(typed, NEAR)
      if (mine !== turn) return // something else has been typed meanwhile
      answered = found
      shown = 0
      byId('results').textContent = ''
      more()
      offer(close)
      const q = typed.trim()
      const name = blank ? (q ? 'unreadable' : 'ready') : !found.hits.length ? 'none'
        : found.hits.length > shown ? 'some' : 'all'
      say(words(name, { q, n: found.hits.length, shown }))
    }

    function remember (how) {
      const q = input.value.trim()
      const address = root.location.pathname + (q ? '?q=' + encodeURIComponent(wellFormed(q)) : '')
      try { root.history[how](null, '', address) } catch (_) { return false } // from a disk
      return true
    }

    function later () {
      clearTimeout(timer)
      timer = setTimeout(() => { remember('replaceState'); run() }, PAUSE)
    }

    function run () { return ask().catch(() => say(words('failed'))) }

    function fromAddress () {
      input.value = new root.URLSearchParams(root.location.search).get('q') || ''
      run()
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
      if (!remember('pushState')) return
      event.preventDefault()
      run()
    })
    byId('more').addEventListener('click', () => {
      const first = more()
      if (first) first.querySelector('a').focus()
    })
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
