/** What the JSON API takes and gives, as zod. Makes `openapi.json` and is held against real answers in tests; never in the Worker. */
import * as z from 'zod';
import { longestText, readers } from '../../core/index.ts';

const tag = z.string().describe('A BCP 47 language tag.');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const topic = z.strictObject({ id: z.string(), title: z.string() });

const line = z
  .looseObject({ id: z.string(), kind: z.string(), name: z.string(), number: z.string().describe('As dialled in the country.') })
  .describe('A phone line.');

const fact = z.strictObject({
  unit: z.string(),
  value: z.union([z.number(), z.string()]),
  currency: z.string().optional(),
  per: z.string().optional(),
  since: day.describe('The day this value began to hold.'),
  source: z.int().describe('Index into citations.'),
});

const text = z.strictObject({ type: z.literal('text'), text: z.string() });
const link = z.strictObject({ type: z.literal('link'), href: z.string(), text: z.string() });
const factInline = z.strictObject({ type: z.literal('fact'), fact, form: z.string().optional() });
const lineInline = z.strictObject({ type: z.literal('line'), line });
const here = z.strictObject({ type: z.literal('emergency-here') }).describe('The emergency number of wherever the person is.');
const term = z.strictObject({ type: z.literal('term'), id: z.string(), text: z.string() }).describe('The first mention of a word that "terms" explains.');
const strong = z.strictObject({ type: z.literal('strong'), content: z.array(z.union([text, link, factInline, lineInline, here, term])) });
const inline = z.union([text, strong, link, factInline, lineInline, here, term]);

const service = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    categories: z.array(z.string()),
    fee: z.string(),
    papers: z.string(),
    data_shared: z.string(),
    open: z.looseObject({ state: z.enum(['open', 'closed', 'unknown']) }),
    distance: z.number().optional().describe('Metres, when a position was given.'),
  })
  .describe('A service, with the field names of HSDS.');

const contact = z.union([z.strictObject({ type: z.literal('line'), line }), z.strictObject({ type: z.literal('service'), service })]);
const block = z.union([
  z.strictObject({ type: z.literal('paragraph'), content: z.array(inline) }),
  z.strictObject({ type: z.literal('steps'), ordered: z.boolean(), items: z.array(z.array(inline)) }),
  z.strictObject({ type: z.literal('ask'), contact }),
]);

const section = z.strictObject({
  name: z.enum(['answer', 'careful', 'steps', 'refused', 'duty', 'buddy']),
  lang: tag,
  place: z.string().nullable(),
  status: z.string().nullable(),
  blocks: z.array(block),
});

const citation = z.union([
  z.strictObject({
    type: z.literal('law'),
    law: z.string(),
    name: z.string(),
    gloss: z.string().optional(),
    article: z.string().optional(),
    holdsIn: z.string(),
    url: z.string().optional(),
    identifier: z.string().optional(),
    checked: z.string(),
  }),
  z.strictObject({ type: z.literal('page'), url: z.string(), title: z.string().optional(), kind: z.string(), seen: z.string() }),
]);

const trust = z.strictObject({
  translation: z.enum(['source', 'machine', 'human']),
  reviewedBy: z.strictObject({ law: z.string().optional(), language: z.string().optional(), locality: z.string().optional() }),
  reviewedOn: z.string().nullable(),
  checkedOn: day,
  behind: z.boolean(),
  overdue: z.boolean(),
});

const urgent = z.strictObject({ kind: z.string(), lang: tag, title: z.string(), say: z.string(), lines: z.array(line), topic: z.string() });

const common = {
  lang: z.string().describe('The language the question was found to be in; "und" when it could not be told.'),
  locale: tag.describe('The language to speak to the person in.'),
  place: z.string(),
  placeNotListed: z.string().optional(),
  asOf: day.describe('The day whose law and hours are shown.'),
  urgent: urgent.nullable().describe('Danger was seen: show this before anything else.'),
  notices: z.array(z.strictObject({ id: z.string(), lang: tag, title: z.string(), content: z.array(block), until: z.string() })),
  topics: z.array(z.strictObject({ id: z.string(), title: z.string(), score: z.number() })).max(5),
  lines: z.array(line),
  services: z.array(service),
};

export const answerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('answered'),
    ...common,
    topic,
    answeredIn: tag,
    fellBackFrom: z.string().optional(),
    sections: z.array(section),
    deadlines: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        lang: tag,
        fact,
        countedFrom: z.enum(['sent', 'letter', 'event']).optional().describe('From which day a person can count it.'),
      }),
    ),
    duties: z.array(z.strictObject({ id: z.string(), bearer: z.string(), citation: z.int().describe('Index into citations.') })),
    citations: z.array(citation),
    terms: z.array(z.strictObject({ id: z.string(), lang: tag, term: z.string(), means: z.string() })),
    trust,
    related: z.array(topic),
    commitments: z.array(topic).describe('Commitments of the framework for human rights cities.'),
  }),
  z.strictObject({ outcome: z.literal('choose'), ...common, choices: z.array(topic).min(2).max(4) }),
  z.strictObject({ outcome: z.literal('where'), ...common, topic, places: z.array(z.string()) }),
  z.strictObject({ outcome: z.literal('unknown'), ...common, ask: contact.nullable() }),
  z.strictObject({ outcome: z.literal('failed'), ...common }),
]);

export const questionSchema = z.object({
  question: z.string().max(longestText).describe('As a person types it. Never stored.'),
  lang: tag.optional().describe('The language the person set: a prior, not a rule.'),
  place: z.string().optional().describe('"es/barcelona", "at", … A place named in the question wins.'),
  reader: z.enum(readers).optional(),
  previous: z
    .union([z.string(), z.strictObject({ topic: z.string(), place: z.string().optional() })])
    .optional()
    .describe('The topic being read, for follow-ups.'),
  position: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional().describe('Sorts doors by distance; forgotten at once.'),
});

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("In the asker's language."),
    lang: tag,
    urgent: urgent.nullable().optional(),
    lines: z.array(line).optional().describe('Emergency and help lines of the place.'),
  })
  .describe('RFC 9457.');
