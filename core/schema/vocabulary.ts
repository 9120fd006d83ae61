import * as z from 'zod';
import { slug } from './basics.ts';

/** `vocabulary.yml`: kind of code -> code -> what it means, in a sentence for editors. */
export const vocabulary = z.record(z.string(), z.record(slug, z.string().min(1)));

export type Vocabulary = z.infer<typeof vocabulary>;
