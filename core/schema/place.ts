import * as z from 'zod';
import { httpsUrl, isoDate, namesByLanguage, pageSource, placeId, review, slug } from './basics.ts';

/** A phone line of a place. National short numbers are sourced first and may never be missing. */
export const line = z.strictObject({
  id: slug,
  kind: slug.describe('Vocabulary: line.'),
  name: z.string().min(1).describe('The name it is known by.'),
  number: z
    .string()
    .regex(/^\+?[\d ]+$/, 'digits and spaces, as dialled')
    .describe('As dialled in the country.'),
  url: httpsUrl.optional(),
  email: z.string().min(3).optional(),
  always_open: z.boolean().optional().describe('True when a source says day and night.'),
  cost: slug.optional().describe('Vocabulary: fee.'),
  languages: z.array(z.string()).optional().describe('BCP 47 tags a source names.'),
  warnings: z.array(slug).default([]).describe('Vocabulary: line_warning.'),
  trust: slug.describe('Vocabulary: trust.'),
  source: pageSource.optional().describe('The page that shows the number; may lack only with trust "high".'),
});

/** `places/<id>/place.yml` */
export const place = z.strictObject({
  level: z.enum(['world', 'organisation', 'union', 'country', 'region', 'city']),
  names: namesByLanguage,
  aliases: z.array(z.string().min(1)).default([]).describe('Other spellings people type.'),
  within: z.array(placeId).default([]).describe('Places it lies in beyond its folder, nearest first.'),
  members: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .default([])
    .describe('For unions: ISO 3166-1 codes of all countries that lie in it, also those without a folder.'),
  codes: z.record(slug.or(z.string()), z.string()).default({}).describe('Official codes: iso_3166, wikidata, lau, nuts.'),
  timezone: z.string().optional().describe('IANA time zone.'),
  languages: z.array(z.string()).default([]).describe("The place's own languages, BCP 47."),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  lines: z.array(line).default([]),
  ask: slug.optional().describe('A line or service id: who helps when we do not know.'),
  editor_contact: z.string().min(1).default('operator').describe('Where corrections go; "operator" until the place names one.'),
  review: review.describe('For lines and services: details that are overdue are withheld.'),
  coordinates: z.strictObject({ latitude: z.number(), longitude: z.number(), source: httpsUrl }).optional(),
});

/** `places/<id>/holidays.yml` */
export const holidays = z.strictObject({ source: pageSource, dates: z.array(isoDate) });

export type Line = z.infer<typeof line>;
export type Place = z.infer<typeof place>;
