/**
 * Makes what a browser loads: the style in one sheet, the scripts, icons, the generated API description. `dist/web.json` tells the pages the addresses of
 * the files with their hashes, so that a page and what it loads are always of one version.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import { openapi } from './openapi.ts';

/** In the order of the cascade. */
const sheets = ['tokens', 'page', 'answer', 'desk', 'client', 'print'];
/** A phone of 2019 runs what a page loads; the service worker needs what the core needs. */
const scripts = { app: 'client/app.ts', embed: 'client/embed.ts' };
/** The self-assessment needs a browser of today; without one, its page says so. */
const desk = { assess: 'assess/main.ts' };
const workers = { sw: 'offline/worker.ts', 'sw-off': 'offline/off.ts' };
/** Stands where the version belongs until all that it is made of is there. */
const unknown = '@version@';

const assets = 'dist/assets';
mkdirSync(assets, { recursive: true });
cpSync('bot/web/assets', assets, { recursive: true });
writeFileSync(`${assets}/openapi.json`, `${JSON.stringify(openapi(), null, 2)}\n`);

const bundle = readFileSync('dist/bundled.json');
writeFileSync(`${assets}/bundle.json`, bundle);
const style = (await transform(sheets.map((name) => readFileSync(`bot/web/style/${name}.css`, 'utf8')).join('\n'), { loader: 'css', minify: true })).code;
writeFileSync(`${assets}/style.css`, style);
const made = new Map([...(await bundled(scripts, 'es2019')), ...(await bundled(desk, 'es2022'))]);
for (const [name, text] of made) writeFileSync(`${assets}/${name}.js`, text);

const files = {
  version: unknown,
  style: `/style.css?v=${hash(style)}`,
  script: `/app.js?v=${hash(made.get('app') ?? '')}`,
  assess: `/assess.js?v=${hash(made.get('assess') ?? '')}`,
  bundle: `/bundle.json?v=${hash(bundle)}`,
};
writeFileSync('dist/web.json', JSON.stringify(files));
const offline = await bundled(workers, 'es2022');
const version = hash(JSON.stringify(files) + [...offline.values()].join());
for (const [name, text] of offline) writeFileSync(`${assets}/${name}.js`, text.replaceAll(unknown, version));
writeFileSync('dist/web.json', JSON.stringify({ ...files, version }));

async function bundled(entries: Readonly<Record<string, string>>, target: string): Promise<Map<string, string>> {
  const entryPoints = Object.entries(entries).map(([out, file]) => ({ in: `bot/web/${file}`, out }));
  const options = {
    entryPoints,
    target,
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    outdir: '/',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  } as const;
  const { outputFiles } = await build({ ...options, charset: 'utf8', legalComments: 'none' });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*\/|\.js$/g, ''), text]));
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}
