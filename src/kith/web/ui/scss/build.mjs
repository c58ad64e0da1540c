// Builds what the browser fetches: one style sheet, the fonts, the scripts.
// In: this folder, ../script, node_modules. Out: ../static/built and its manifest,
// every file named by its content so that a browser may keep it for ever.

import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../../../../..')
const built = resolve(here, '../static/built')
const fonts = join(root, 'node_modules/source-sans')
const manifest = {}

function keep(name, content) {
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const ending = extname(name)
  const named = `${basename(name, ending)}.${mark}${ending}`
  writeFileSync(join(built, named), content)
  if (ending !== '.woff2') writeFileSync(join(built, `${named}.gz`), gzipSync(content))
  manifest[name] = named
  return named
}

rmSync(built, { recursive: true, force: true })
mkdirSync(join(built, 'fonts'), { recursive: true })

// Web fonts for pages; the same family's TTF for the report's PDF.
for (const face of ['Regular', 'It', 'Semibold', 'Bold']) {
  const file = `SourceSans3-${face}`
  keep(`${file}.woff2`, readFileSync(join(fonts, `WOFF2/TTF/${file}.ttf.woff2`)))
}
for (const face of ['Regular', 'It', 'Semibold', 'Bold', 'BoldIt']) {
  const file = `SourceSans3-${face}.ttf`
  cpSync(join(fonts, 'TTF', file), join(built, 'fonts', file))
}
cpSync(join(fonts, 'LICENSE.md'), join(built, 'fonts', 'LICENSE.md'))

const style = compile(join(here, 'kith.scss'), {
  style: 'compressed',
  loadPaths: [join(root, 'node_modules')],
  quietDeps: true,
})
const css = style.css.replace(/url\("?built:([^")]+)"?\)/g, (_, name) => {
  if (!manifest[name]) throw new Error(`the style sheet asks for ${name}, not built`)
  return `url("${manifest[name]}")`
})
keep('kith.css', css)
for (const script of readdirSync(resolve(here, '../script'))) {
  keep(script, readFileSync(resolve(here, '../script', script)))
}
writeFileSync(join(built, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n')
