/** `npm run content:schema`: writes JSON Schemas for editors to dist/schema/, from the same zod schemas that the compiler enforces. */
import { mkdirSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import * as schema from '../schema/index.ts';

const kinds = {
  law: schema.law,
  topic: schema.topic,
  'most-asked': schema.mostAsked,
  prose: schema.proseFrontMatter,
  place: schema.place,
  holidays: schema.holidays,
  service: schema.service,
  commitment: schema.commitment,
  network: schema.network,
  'glossary-term': schema.glossaryTerm,
  urgent: schema.urgent,
  'urgent-words': schema.urgentWords,
  language: schema.language,
  locale: schema.localeFile,
  vocabulary: schema.vocabulary,
  assessment: schema.assessmentFile,
};

mkdirSync('dist/schema', { recursive: true });
for (const [kind, shape] of Object.entries(kinds)) {
  writeFileSync(`dist/schema/${kind}.schema.json`, `${JSON.stringify(z.toJSONSchema(shape, { io: 'input' }), null, 2)}\n`);
}
