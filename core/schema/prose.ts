import * as z from 'zod';
import { isoDate, slug } from './basics.ts';

export const sectionNames = ['answer', 'careful', 'steps', 'refused', 'duty', 'buddy'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Front matter of `topics/<id>/<tag>.md`. */
export const proseFrontMatter = z.strictObject({
  title: z.string().min(1).optional().describe('What the topic is called. Left out in a text of a place.'),
  edition: z.int().min(1).describe('Raised when the meaning changes; a translation names the edition it translates.'),
  translation: z.enum(['source', 'machine', 'human']).describe('How this text came to be.'),
  reviewed_by: z
    .strictObject({
      law: z.string().min(1).optional(),
      language: z.string().min(1).optional(),
      locality: z.string().min(1).optional(),
    })
    .default({})
    .describe('Role and organisation of a real person who checked it; empty until then.'),
  reviewed_on: isoDate.nullish().describe('The day of that check.'),
  asked: z.array(z.string().min(1)).default([]).describe('How people really ask. Search text only; never shown.'),
  deadlines: z.record(slug, z.string().min(1)).default({}).describe('A label for each fact under "deadlines" of topic.yml.'),
});

export type ProseFrontMatter = z.infer<typeof proseFrontMatter>;
