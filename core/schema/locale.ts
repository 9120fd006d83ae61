import * as z from 'zod';
import { languageTag } from './basics.ts';

/** `locales/<tag>.json`: interface words. `$locale` describes the language; `essential` is in the bundle, so that it can be said when nothing loads. */
export const localeFile = z.looseObject({
  $locale: z.strictObject({
    autonym: z.string().min(1).describe('The name of the language in itself.'),
    direction: z.enum(['ltr', 'rtl']),
    aliases: z.array(z.string()).default([]).describe('Other tags that mean this language.'),
    fallback: z.array(languageTag).describe('Languages to try next, nearest first.'),
    intl: z.string().min(2).describe('The BCP 47 tag for Intl, with digits and calendar fixed.'),
    months: z.array(z.string().min(1)).length(12).optional().describe("Own names of the months, as in a date, where the Worker's Intl falls back to English."),
    date: z
      .string()
      .regex(/^[^{}]*(?:\{day\}[^{}]*\{month\}[^{}]*\{year\}|\{month\}[^{}]*\{day\}[^{}]*\{year\}|\{year\}[^{}]*\{month\}[^{}]*\{day\})[^{}]*$/)
      .optional()
      .describe('How a date is written with them: {day}, {month} and {year} in their order.'),
    languages: z.record(languageTag, z.string().min(1)).optional().describe("Own names of languages, where the Worker's Intl falls back to English."),
  }),
  essential: z.record(z.string(), z.unknown()),
});

export type LocaleFile = z.infer<typeof localeFile>;
