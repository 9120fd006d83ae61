import * as z from 'zod';
import { slug } from './basics.ts';

/** `languages/<tag>.yml`: words the engine needs, never shown. */
export const language = z.strictObject({
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/)
    .describe('ISO 15924.'),
  stop_words: z.array(z.string().min(1)).describe('Weigh less in search; never deleted.'),
  markers: z.strictObject({
    words: z.array(z.string().min(1)).describe('Everyday words that give the language away.'),
    letters: z.string().default('').describe('Letters only this language uses.'),
  }),
  covered_from: z
    .number()
    .min(0)
    .max(1)
    .describe('From which share of its own weight a question counts as covered: keeps 90 to 95 % of the questions of tests/questions (npm run eval).'),
  negation: z.array(z.string().min(1)),
  intents: z.record(slug, z.array(z.string().min(1))).default({}),
  follow_ups: z.array(z.string().min(1)).default([]),
});

export type Language = z.infer<typeof language>;
