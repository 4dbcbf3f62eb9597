/* Runs the scripts of a built search page as a browser would, and answers what stands on
   standard input. Usage: node ask.js SITE/search/index.html */
'use strict'

const fs = require('fs')
const path = require('path')
const vm = require('vm')

function load (page) {
  const html = fs.readFileSync(page, 'utf8')
  const scripts = Array.from(html.matchAll(/<script src="([^"]+)" defer>/g), found => found[1])
  let bytes = 0
  for (const script of scripts) {
    const file = path.resolve(path.dirname(page), decodeURIComponent(script))
    const code = fs.readFileSync(file)
    bytes += code.length
    vm.runInThisContext(code.toString('utf8'), { filename: file })
  }
  return { bytes, requests: scripts.length, round_trips: scripts.length ? 1 : 0 }
}

async function main (page) {
  const cost = load(page)
  const { hits } = await globalThis.gongkai.search.start().answer(fs.readFileSync(0, 'utf8'))
  const rows = hits.map(({ document, score }) => (
    { index_no: document.index_no, title: document.title, url: document.url, score }))
  process.stdout.write(JSON.stringify({ hits: rows, total: rows.length, ...cost }))
}

main(process.argv[2]).catch(error => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
