import * as z from 'zod';
import { wishNames } from '../wishes.ts';

/** `languages/<tag>.yml`: words the engine needs, never shown; and what its translators were unsure of. */
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
  beyond: z
    .array(z.string().min(1))
    .default([])
    .describe('What people ask that nobody here answers: weather, football, recipes. A question nearer to these than to any topic is declined.'),
  negation: z.array(z.string().min(1)),
  intents: z
    .partialRecord(z.enum(wishNames), z.array(z.string().min(1)))
    .default({})
    .describe('What people wish of a door: doors that have it come first.'),
  follow_ups: z.array(z.string().min(1)).default([]),
  doubts: z.array(z.string().min(1)).default([]).describe('What the translators were unsure of, in English, for whoever reviews the language first.'),
});

export type Language = z.infer<typeof language>;
