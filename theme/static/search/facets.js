/* What narrows an answer on the search page: boxes beside the results, a line of what is chosen, and
   the order. It keeps what is chosen, reads it from an address and writes it there; what it shows is
   what the engine counted. */
(function (root) {
  'use strict'

  const document = root.document
  if (!document) return // the same scripts answer in Node

  const search = root.gongkai.search
  const FIRST = 8 // values that stand there at once; the others are unfolded

  function byId (id) { return document.getElementById(id) }

  function copy (id) { return document.importNode(byId(id).content, true).firstElementChild }

  /** The boxes; `changed` is called where the reader has chosen or taken away something. */
  search.narrowing = function (changed) {
    const panel = byId('facets')
    const groups = Array.from(panel.querySelectorAll('[data-facet]')).map(group)
    const orders = Array.from(byId('sort').querySelectorAll('input'))
    let last = null // what was typed when the boxes were put in order

    function group (element) {
      const named = name => element.querySelector('[data-slot="' + name + '"]')
      return {
        element,
        name: element.dataset.facet,
        label: named('label').textContent,
        first: named('first'),
        rest: named('rest'),
        chosen: [],
        rows: new Map() // value -> its box
      }
    }

    function row (one, value) {
      if (one.rows.has(value)) return one.rows.get(value)
      const item = copy('facet-box')
      item.querySelector('[data-slot="value"]').textContent = value
      const box = item.querySelector('input')
      box.addEventListener('change', () => {
        one.chosen = one.chosen.filter(other => other !== value).concat(box.checked ? value : [])
        told()
      })
      const made = { item, box, count: item.querySelector('[data-slot="count"]') }
      one.rows.set(value, made)
      return made
    }

    /** What the engine counted, and what was chosen that it does not know by this name: by a part
        of a name, or nothing has it. */
    function counted (one, facets) {
      const known = facets[one.name] || []
      const part = value => known.filter(other => other.value.includes(value))
      const unknown = one.chosen.filter(value => !known.some(other => other.value === value))
      return known.concat(unknown.map(value => (
        { value, count: part(value).reduce((sum, other) => sum + other.count, 0), chosen: true })))
    }

    /** The values as they stand, then those that are new; or all anew, the most frequent first. */
    function placed (one, values, anew) {
      const years = one.name === 'year'
      const sorted = values.slice().sort((a, b) => years
        ? (a.value < b.value ? 1 : -1)
        : b.count - a.count || (a.value < b.value ? -1 : 1))
      if (anew) {
        one.rows.clear()
        one.first.textContent = one.rest.textContent = ''
      }
      for (const { value, chosen } of sorted) {
        if (one.rows.has(value)) continue
        const early = one.first.children.length < FIRST || (anew && chosen)
        const list = early ? one.first : one.rest
        list.appendChild(row(one, value).item)
      }
    }

    function draw (one, values) {
      const counts = new Map(values.map(found => [found.value, found]))
      one.rows.forEach(({ item, box, count }, value) => {
        const found = counts.get(value) || { count: 0, chosen: false }
        const mine = one.chosen.includes(value)
        box.checked = mine || found.chosen
        box.disabled = found.chosen && !mine // it was typed: 发布机构:教育局
        count.textContent = panel.dataset.count.replace('{n}', found.count)
        item.classList.toggle('gk-facets__item--none', !found.count && !box.checked)
      })
      one.rest.parentNode.hidden = !one.rest.children.length
      one.element.hidden = one.rows.size < 2 && !one.chosen.length
    }

    /** Show what an answer to `typed` counted. The boxes change their places only where something
        else was typed or the reader is not among them. */
    function show ({ facets, total }, typed) {
      const inside = panel.contains(document.activeElement)
      const anew = typed !== last || !inside
      last = typed
      for (const one of groups) {
        const values = counted(one, facets)
        placed(one, values, anew)
        draw(one, values)
      }
      panel.hidden = groups.every(one => one.element.hidden)
      byId('sort').hidden = total < 2
      line()
      fit()
      if (inside && panel.hidden) byId('summary').focus()
    }

    /** The line of what is chosen, each with a button that takes it away. */
    function line () {
      const list = byId('chosen-list')
      list.textContent = ''
      for (const one of groups) {
        for (const value of one.chosen) {
          const item = copy('facet-chosen')
          item.querySelector('[data-slot="chosen"]').textContent = panel.dataset.chosen
            .replace('{name}', one.label).replace('{value}', () => value)
          item.querySelector('button').addEventListener('click', () => without(one, value))
          list.appendChild(item)
        }
      }
      byId('chosen').hidden = !count()
      const name = count() ? 'filtered' : 'filter'
      byId('facets-open').textContent = panel.dataset[name].replace('{n}', count())
    }

    /** Take a value away; the next button gets the focus, or what is then found. */
    function without (one, value) {
      const buttons = () => Array.from(byId('chosen-list').querySelectorAll('button'))
      const at = buttons().indexOf(document.activeElement)
      one.chosen = one.chosen.filter(other => other !== value)
      told()
      const left = buttons()
      const next = left[Math.min(Math.max(at, 0), left.length - 1)] || byId('summary')
      next.focus()
    }

    /** Show at once what is chosen now; the counts come with the answer. */
    function told () {
      line()
      changed()
    }

    function count () { return groups.reduce((sum, one) => sum + one.chosen.length, 0) }

    /** {publisher: [value]} of what is chosen. */
    function filters () {
      const all = {}
      groups.filter(one => one.chosen.length).forEach(one => { all[one.name] = one.chosen })
      return all
    }

    function newest () { return orders.some(one => one.checked && one.value === 'date') }

    /** Choose what an address says. */
    function read (params) {
      for (const one of groups) one.chosen = Array.from(new Set(params.getAll(one.name).filter(Boolean)))
      const wanted = params.get('sort') === 'date' ? 'date' : ''
      for (const one of orders) one.checked = one.value === wanted
      line()
    }

    /** Write into the parameters of an address what is chosen. */
    function write (params) {
      for (const one of groups) one.chosen.forEach(value => params.append(one.name, value))
      if (newest()) params.set('sort', 'date')
    }

    /** Where the panel stands beside the results its button is not shown, and it is always open. */
    function fit () {
      const beside = root.getComputedStyle(byId('facets-open')).display === 'none'
      const folded = byId('facets-fold')
      if (panel.hidden || beside === (folded.dataset.beside === 'yes')) return
      folded.dataset.beside = beside ? 'yes' : 'no'
      folded.open = beside
    }

    orders.forEach(one => one.addEventListener('change', told))
    byId('chosen-none').addEventListener('click', () => {
      for (const one of groups) one.chosen = []
      told()
      byId('summary').focus()
    })
    if (root.ResizeObserver) new root.ResizeObserver(fit).observe(byId('finder'))
    return { show, read, write, filters, newest, count }
  }
})(this)
