/** Shapes that several kinds of content share. */
import * as z from 'zod';

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'kebab-case: lower-case letters, digits, single hyphens')
  .describe('An id in kebab-case.');

export const placeId = z
  .string()
  .regex(/^[a-z]{2,3}(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'a place id such as "es" or "es/barcelona"')
  .describe('A place: "un", "coe", "eu", an ISO 3166-1 country code, or country/city.');

export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/, 'a BCP 47 tag such as "uk" or "zh-Hans"')
  .describe('A BCP 47 language tag.');

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-05-31')
  .describe('A calendar date, ISO 8601.');

export const partialDate = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((value) => /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|undated)$/.test(value), 'a year, month or day, or "undated"')
  .describe('When the source was written or last seen: 2024, 2024-10, 2024-10-05 or "undated".');

export const httpsUrl = z
  .string()
  .regex(/^https?:\/\/[^\s<>"]+$/, 'an address that begins with https:// or http://')
  .describe('A web address.');

/** Text people read in some languages: tag -> words. */
export const namesByLanguage = z.record(languageTag, z.string().min(1)).describe('One name per language tag.');

export const pageSource = z
  .strictObject({
    url: httpsUrl,
    title: z.string().min(1).optional().describe('What the page is called.'),
    kind: slug.describe('Vocabulary: source_kind.'),
    seen: partialDate,
    checked: slug.optional().describe('Vocabulary: checked.'),
  })
  .describe('A page that says so.');

export const lawSource = z
  .strictObject({
    law: slug.describe('The id of a file in content/law.'),
    article: z.string().min(1).optional().describe('The article, section or paragraph; left out only where the law file lists none.'),
    checked: slug.describe('Vocabulary: checked: was the article itself read?'),
  })
  .describe('An article of a law.');

export const source = z.union([lawSource, pageSource]).describe('A law with its article, or a page.');

export const review = z
  .strictObject({
    on: isoDate.describe('The day the content was last checked against its sources.'),
    every_months: z.int().min(1).max(24).describe('After how many months it is due again.'),
  })
  .describe('When somebody has to look again.');
