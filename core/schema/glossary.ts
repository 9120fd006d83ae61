import * as z from 'zod';

/** `glossary/<term>/<tag>.yml`: a word of law or offices, as one language says it everywhere, and what it means. */
export const glossaryTerm = z.strictObject({
  term: z.string().min(1).describe('The word this language uses.'),
  forms: z.array(z.string().min(1)).default([]).describe('Other forms in which it stands in texts: plural, cases. Only these are explained.'),
  means: z.string().min(1).describe('What it means, in one plain sentence.'),
});

export type GlossaryTerm = z.infer<typeof glossaryTerm>;
