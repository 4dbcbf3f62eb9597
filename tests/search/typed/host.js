/* Runs the folding and the two readers alone, then answers one JSON array [name, …arguments] a line:
   the answer is a line of JSON, {"error"} where it threw. The first line gives {fold, syllables}. */
'use strict'

const fs = require('fs')
const readline = require('readline')
const vm = require('vm')

globalThis.gongkai = { search: {} }
for (const file of process.argv.slice(2)) {
  vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file })
}

const { gongkai } = globalThis
let functions = null

function start ({ fold, syllables, prefixes }) {
  const read = gongkai.search.typed(gongkai.hanzi(fold), prefixes)
  const { cut, initials } = gongkai.search.pinyin(syllables)
  functions = { read, fold: gongkai.hanzi(fold).fold, cut, initials }
}

function reply (line) {
  if (!functions) return start(JSON.parse(line))
  const [name, ...rest] = JSON.parse(line)
  let answer
  try {
    answer = functions[name](...rest)
  } catch (error) {
    answer = { error: String(error) }
  }
  process.stdout.write(JSON.stringify(answer) + '\n')
}

readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', reply)
