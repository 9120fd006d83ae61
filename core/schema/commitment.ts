import * as z from 'zod';
import { isoDate, pageSource, review, slug, source } from './basics.ts';

/** The headings of `commitments/<id>/<tag>.md`. `levels` holds four list items: level nought to three. */
export const commitmentSectionNames = ['commitment', 'question', 'levels', 'low-cost'] as const;
export type CommitmentSectionName = (typeof commitmentSectionNames)[number];

/** `commitments/<id>/commitment.yml`: one commitment of the framework for human rights cities. Words after FRA's framework (2022) and the expert meeting of 2019. */
export const commitment = z.strictObject({
  kind: slug.describe('Vocabulary: commitment_kind.'),
  element: slug.describe('Vocabulary: commitment_element.'),
  topics: z.array(slug).min(1).describe('Topics in which residents, staff and buddies meet it.'),
  duties: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'topic/duty, such as school-enrol/enrol-every-child'))
    .default([])
    .describe('Duties it covers, as topic/duty.'),
  sdg_targets: z
    .array(z.string().regex(/^(?:[1-9]|1[0-7])\.[0-9a-d]+$/, 'a target such as 11.1 or 16.b'))
    .default([])
    .describe('Targets of the Sustainable Development Goals.'),
  sources: z.record(slug, source).default({}).describe('The law behind it.'),
  origin: z
    .union([pageSource, z.strictObject({ document: z.string().min(1), date: z.union([isoDate, z.string()]).optional() })])
    .describe('Where the idea comes from: a page, or a founding document.'),
  review,
});

export type Commitment = z.infer<typeof commitment>;
