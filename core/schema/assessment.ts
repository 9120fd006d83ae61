import * as z from 'zod';
import { isoDate, slug } from './basics.ts';

const moment = z.iso.datetime().describe('A moment in UTC.');
const level = z.int().min(0).max(3);
const address = z.url({ protocol: /^https?$/ });

const entry = z
  .strictObject({
    level: level.nullable().describe('Nought to three; null when the task is not the task of the city.'),
    notOurs: z.string().max(300).describe('The law that gives the task to somebody else; empty when it is the task of the city.'),
    evidence: z.string().max(2000).describe('What a third person can see; nothing about a single resident. Empty: the level counts as nought.'),
    link: z.union([z.literal(''), address.max(500)]),
    owner: z.string().max(80).describe('The office that answers for it.'),
    due: z.union([z.literal(''), isoDate]).describe('The day of the next step.'),
  })
  .refine(({ level, notOurs }) => (level === null) === (notOurs !== ''), 'a level, or the law: one of the two');

const reviewer = z.strictObject({
  name: z.string().trim().min(1).max(80),
  organisation: z.string().trim().min(1).max(120),
  kind: z.enum(['city', 'civil-society', 'residents']),
});

/** The exported file of a self-assessment and its reviews. `assessment-file.ts` reads it in the Worker, where zod does not run; a test holds the two together. */
export const assessmentFile = z.strictObject({
  format: z.literal('hereabouts-assessment-1'),
  id: z.uuid(),
  town: z.strictObject({
    name: z.string().trim().min(1).max(120),
    place: z
      .string()
      .regex(/^[a-z]{2,3}(?:\/[a-z0-9-]+)?$/)
      .describe('A folder of content/places whose law holds there.'),
    small: z.boolean().describe('Small or rural: cheap first steps come first.'),
  }),
  startedAt: moment,
  changes: z
    .array(z.strictObject({ commitment: slug, version: z.int().min(1), at: moment, by: z.string().min(1).max(64), entry }))
    .max(5000)
    .describe('Every change, oldest first; versions of a commitment count from one without a gap.'),
  remarks: z
    .array(z.strictObject({ commitment: slug, version: z.int().min(1), level, comment: z.string().max(2000), reviewer, at: moment }))
    .max(5000)
    .describe('What reviewers see, signed by name and organisation.'),
});
