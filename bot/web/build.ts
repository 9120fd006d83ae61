/** Puts the web channel's static files beside the shards: the style in one sheet, icon, headers, and the generated API description. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { openapi } from './openapi.ts';

/** In the order of the cascade. */
const sheets = ['tokens', 'page', 'answer', 'desk', 'client', 'print'];

mkdirSync('dist/assets', { recursive: true });
cpSync('bot/web/assets', 'dist/assets', { recursive: true });
writeFileSync('dist/assets/style.css', sheets.map((name) => readFileSync(`bot/web/style/${name}.css`, 'utf8')).join('\n'));
writeFileSync('dist/assets/openapi.json', `${JSON.stringify(openapi(), null, 2)}\n`);

/** What pages load besides. The self-assessment needs a browser of today; without one, its page says so. */
const scripts = { assess: 'assess/main.ts' };
await build({
  entryPoints: Object.entries(scripts).map(([out, file]) => ({ in: `bot/web/${file}`, out })),
  outdir: 'dist/assets',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
});
