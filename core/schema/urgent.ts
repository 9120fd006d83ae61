import * as z from 'zod';
import { slug } from './basics.ts';

/** `urgent/<kind>/urgent.yml` */
export const urgent = z.strictObject({
  rank: z.int().min(1).describe('Most pressing first, when several kinds are seen.'),
  lines: z.array(slug).min(1).describe('Vocabulary: line, in the order shown.'),
  topic: slug.describe('The topic that explains more.'),
});

const lines = z.array(z.string().min(1)).default([]);

/** `urgent/<kind>/<tag>.yml` */
export const urgentWords = z.strictObject({
  title: z.string().min(1),
  say: z.string().min(1).describe('What to do now. No digits.'),
  phrases: lines.describe('Patterns; one is enough. Only the kind "unsure" has none.'),
  unless: lines.describe('Patterns that cancel a phrase they overlap.'),
  examples: lines.describe('Sentences that must trigger.'),
  look_alikes: lines.describe('Sentences that must not.'),
  like: lines.describe('Messages of this danger as people write them, long and indirect ones first: learnt from, whether or not a pattern sees them.'),
  not_like: lines.describe('Harmless messages that sound near them: learnt from.'),
});

export type UrgentWords = z.infer<typeof urgentWords>;
