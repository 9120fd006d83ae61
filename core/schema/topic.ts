import * as z from 'zod';
import { isoDate, review, slug, source } from './basics.ts';

const factValue = z.strictObject({
  value: z.union([z.number(), z.string().min(1), z.null()]).describe('The value in the unit of the fact; null: ended, nothing in its place.'),
  source: slug.describe('A name under "sources" of the same file.'),
});

/** A dated parameter, after OpenFisca: the value in force is the newest one that began on or before the asked day. */
export const fact = z.strictObject({
  unit: slug.describe('Vocabulary: unit.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('ISO 4217, with unit money.'),
  per: slug.optional().describe('Vocabulary: per, with unit money.'),
  counted_from: slug.optional().describe('Vocabulary: counted_from. Only for a time limit that a person can count from one day; the page then counts it out.'),
  values: z
    .record(isoDate, factValue)
    .refine((values) => Object.keys(values).length > 0, 'at least one value')
    .describe('Values keyed by the day from which they hold.'),
});

export const duty = z.strictObject({
  id: slug.describe('What is to be done.'),
  bearer: slug.describe('Vocabulary: bearer.'),
  source: slug.describe('A name under "sources" of the same file.'),
});

/** `topics/<id>/topic.yml`, general or of a place: what is the same in every language. */
export const topic = z.strictObject({
  group: slug.optional().describe('Vocabulary: group. General topics and topics of one place only.'),
  tier: slug.optional().describe('Vocabulary: tier.'),
  audiences: z.array(slug).optional().describe('Vocabulary: audience.'),
  statuses: z.array(slug).optional().describe('Vocabulary: status.'),
  services: z.array(slug).default([]).describe('Vocabulary: service_category, best first.'),
  related: z.array(slug).default([]).describe('Ids of near topics, best first.'),
  sources: z.record(slug, source).default({}).describe('Named sources.'),
  facts: z.record(slug, fact).default({}).describe('Dated facts.'),
  deadlines: z.array(slug).default([]).describe('Facts that are a time limit for the person.'),
  duties: z.array(duty).default([]).describe('Who must do what.'),
  review,
});

export type Topic = z.infer<typeof topic>;

/** `most-asked.yml`: ids of topics, most asked first. What is translated next follows it, and a short question that fits several is rather about one of them. */
export const mostAsked = z.array(slug);
