/** Puts the web channel's static files beside the shards: the style in one sheet, icon, headers, and the generated API description. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openapi } from './openapi.ts';

/** In the order of the cascade. */
const sheets = ['tokens', 'page', 'answer', 'desk', 'client', 'print'];

mkdirSync('dist/assets', { recursive: true });
cpSync('bot/web/assets', 'dist/assets', { recursive: true });
writeFileSync('dist/assets/style.css', sheets.map((name) => readFileSync(`bot/web/style/${name}.css`, 'utf8')).join('\n'));
writeFileSync('dist/assets/openapi.json', `${JSON.stringify(openapi(), null, 2)}\n`);
