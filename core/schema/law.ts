import * as z from 'zod';
import { httpsUrl, isoDate, namesByLanguage, placeId } from './basics.ts';

/** `law/<id>.yml`: one instrument or judgment. Identifiers follow ELI, CELEX and ECLI. */
export const law = z.strictObject({
  name: z.string().min(1).describe('The usual name, in the language of its own country.'),
  names: namesByLanguage.optional().describe('An everyday gloss per language.'),
  kind: z
    .enum(['treaty', 'primary-law', 'directive', 'regulation', 'decision', 'statute', 'decree', 'judgment', 'soft-law'])
    .describe('What kind of instrument it is.'),
  reference: z.string().min(1).optional().describe('The official number, as printed.'),
  eli: httpsUrl.optional().describe('European Legislation Identifier.'),
  celex: z.string().min(1).optional().describe('CELEX number of EU law.'),
  ecli: z.string().min(1).optional().describe('European Case Law Identifier.'),
  treaty: z.string().min(1).optional().describe('Treaty series reference (UNTS, CETS).'),
  url: httpsUrl.optional().describe('The official address.'),
  holds_in: placeId.describe('Where it holds; a place above or equal to the places that cite it.'),
  except: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .default([])
    .describe('Countries of that place which are not bound: there it is not cited, and facts and duties that rest on it are left out.'),
  applies_from: isoDate.optional().describe('The day it began to apply.'),
  articles: z.array(z.string().min(1)).default([]).describe('The articles this corpus uses; empty for a judgment or a text without articles.'),
});

export type Law = z.infer<typeof law>;
