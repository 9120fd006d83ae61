import * as z from 'zod';
import { httpsUrl, pageSource, partialDate, slug } from './basics.ts';

const time = z.string().regex(/^\d{2}:\d{2}$/, 'a time such as 09:00');

/** HSDS 3.0 schedule: the subset of iCal that opening hours need. */
export const schedule = z.strictObject({
  freq: z.enum(['WEEKLY', 'MONTHLY']),
  byday: z.string().regex(/^[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)(?:,[1-5]?(?:MO|TU|WE|TH|FR|SA|SU))*$/, 'days such as MO,TU'),
  opens_at: time,
  closes_at: time,
  valid_from: z.string().optional(),
  valid_to: z.string().optional(),
});

export const phone = z.strictObject({
  number: z.string().regex(/^\+?[\d ]+$/, 'digits and spaces, as dialled'),
  type: z.enum(['voice', 'sms', 'fax', 'whatsapp']).optional(),
  languages: z.array(z.string()).optional(),
  trust: slug.describe('Vocabulary: trust.'),
  seen: partialDate,
});

export const address = z.strictObject({
  address_1: z.string().min(1),
  city: z.string().min(1),
  postal_code: z.string().optional(),
  state_province: z.string().optional(),
  country: z.string().length(2),
  address_type: z.enum(['physical', 'postal', 'virtual']),
});

export const location = z
  .strictObject({
    address,
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    coordinates_source: httpsUrl.optional(),
  })
  .refine((l) => l.latitude === undefined || l.coordinates_source !== undefined, 'coordinates need coordinates_source');

/** `places/<city>/services/<id>.yml`. Field names of HSDS 3.0; codes of vocabulary.yml where HSDS has free text. */
export const service = z
  .strictObject({
    name: z.string().min(1).describe('As on the door.'),
    alternate_name: z.string().optional(),
    organization: z.strictObject({ name: z.string().min(1), url: httpsUrl.optional() }),
    ask_at: slug.optional().describe('No contact was seen: a line or service of this place, or a line of a place above it, that knows more.'),
    status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
    categories: z.array(slug).min(1).describe('Vocabulary: service_category.'),
    topics: z.array(slug).default([]).describe('Topics for which this door comes first.'),
    url: httpsUrl.optional(),
    email: z
      .string()
      .regex(/^[^\s@]+@[^\s@]+$/)
      .optional(),
    phones: z.array(phone).default([]),
    schedules: z.array(schedule).default([]),
    always_open: z.boolean().default(false).describe('Day and night.'),
    locations: z.array(location).default([]),
    languages: z.array(z.string()).default([]).describe('Spoken there, as a source names them.'),
    fee: slug.describe('Vocabulary: fee.'),
    papers: slug.describe('Vocabulary: papers.'),
    data_shared: slug.describe('Vocabulary: data_shared.'),
    eligibility: z.array(slug).min(1).describe('Vocabulary: eligibility.'),
    minimum_age: z.int().optional(),
    maximum_age: z.int().optional(),
    access: z.array(slug).min(1).describe('Vocabulary: access.'),
    source: pageSource,
    trust: slug.describe('Vocabulary: trust.'),
    freshness: slug.describe('Vocabulary: freshness.'),
  })
  .refine((s) => s.phones.length + s.locations.length > 0 || s.url !== undefined || s.email !== undefined || s.ask_at !== undefined, 'no way to reach it');

export type Service = z.infer<typeof service>;
export type Schedule = z.infer<typeof schedule>;
