import * as z from 'zod';
import { httpsUrl, namesByLanguage, pageSource, review, slug } from './basics.ts';

/** `networks/<id>.yml`: a network or initiative that a city can join or use. */
export const network = z.strictObject({
  name: z.string().min(1).describe('As it calls itself.'),
  kind: slug.describe('Vocabulary: network_kind.'),
  url: httpsUrl,
  since: z.int().min(1900).max(2100).optional().describe('The year it began; left out when not seen.'),
  needs: z.array(slug).min(1).describe('Vocabulary: network_need, best first.'),
  members: z.array(slug).min(1).describe('Vocabulary: network_member.'),
  small_towns: slug.describe('Vocabulary: network_small_towns.'),
  cost: slug.describe('Vocabulary: network_cost.'),
  activity: slug.describe('Vocabulary: network_activity.'),
  purpose: namesByLanguage.describe('What it is for, in a sentence.'),
  obligations: namesByLanguage.optional().describe('What members take on, in a sentence.'),
  source: pageSource.optional().describe('The page that says so; without one, trust is to-confirm.'),
  trust: slug.describe('Vocabulary: trust.'),
  review,
});

export type Network = z.infer<typeof network>;
