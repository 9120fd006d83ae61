/** Puts the web channel's static files beside the shards: style, icon, headers, and the generated API description. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { openapi } from './openapi.ts';

mkdirSync('dist/assets', { recursive: true });
cpSync('bot/web/assets', 'dist/assets', { recursive: true });
writeFileSync('dist/assets/openapi.json', `${JSON.stringify(openapi(), null, 2)}\n`);
