import * as z from 'zod';
import { slug } from './basics.ts';

/** `urgent/<kind>/urgent.yml` */
export const urgent = z.strictObject({
  rank: z.int().min(1).describe('Most pressing first, when several kinds are seen.'),
  lines: z.array(slug).min(1).describe('Vocabulary: line, in the order shown.'),
  topic: slug.describe('The topic that explains more.'),
});

/** `urgent/<kind>/<tag>.yml` */
export const urgentWords = z.strictObject({
  title: z.string().min(1),
  say: z.string().min(1).describe('What to do now. No digits.'),
  phrases: z.array(z.string().min(1)).min(1).describe('Patterns; one is enough.'),
  unless: z.array(z.string().min(1)).default([]).describe('Patterns that cancel a phrase they overlap.'),
  examples: z.array(z.string().min(1)).min(1).describe('Sentences that must trigger.'),
  look_alikes: z.array(z.string().min(1)).min(1).describe('Sentences that must not.'),
});

export type UrgentWords = z.infer<typeof urgentWords>;
