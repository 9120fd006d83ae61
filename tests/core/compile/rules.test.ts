import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atlantisFiles, compileAtlantis } from '../../fixtures/atlantis/index.ts';

const files = atlantisFiles();

function edit(path: string, from: string | RegExp, to: string): Record<string, string> {
  const text = files.get(path) ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${path}`);
  return { [path]: changed };
}

/** The translation of Atlantis that is behind, as if it had caught up: only then is it compared. */
function editTranslation(from: string | RegExp, to: string): Record<string, string> {
  const path = 'content/topics/unpaid-pearls/ar.md';
  return { [path]: (edit(path, from, to)[path] ?? '').replace('edition: 1', 'edition: 2') };
}

const pearls = 'content/topics/unpaid-pearls';
const fair = 'content/commitments/pay-fairly';
const local = 'content/places/xa/topics/unpaid-pearls';

/** A rule without something that breaks it is decoration: one line per way to break each. */
const broken: readonly (readonly [rule: string, what: string, changes: Record<string, string | null>])[] = [
  ['parse', 'YAML that is not YAML', { 'content/law/deep-pact.yml': 'name: [' }],
  ['parse', 'a file in no known place', { 'content/law/notes/x.yml': 'a: 1' }],
  ['parse', 'a topic folder without topic.yml', { [`${pearls}/topic.yml`]: null }],
  ['schema', 'a field nobody knows', edit(`${pearls}/topic.yml`, 'tier: core', 'tier: core\ncolour: blue')],
  ['schema', 'a fact without a value', edit(`${pearls}/topic.yml`, /values: \{ 2020-01-01.*\}/, 'values: {}')],
  [
    'schema',
    'a service with no way to reach it',
    {
      'content/places/xa/poseidonis/services/pearl-desk.yml': (files.get('content/places/xa/poseidonis/services/pearl-desk.yml') ?? '')
        .replace(/phones:.*\n/, '')
        .replace(/locations:[\s\S]*?(?=languages)/, ''),
    },
  ],
  ['schema', 'coordinates from nowhere', edit('content/places/xa/poseidonis/services/pearl-desk.yml', /\n\s*coordinates_source.*/, '')],
  ['schema', 'a phone number with letters', edit('content/places/xa/place.yml', '"777"', '"call me"')],
  ['markdown', 'raw HTML', edit(`${pearls}/en.md`, 'Go along.', 'Go <script>alert(1)</script> along.')],
  ['markdown', 'an HTML block', edit(`${pearls}/en.md`, 'Go along.', '\n<div>x</div>\n\nGo along.')],
  ['markdown', 'a javascript: link', edit(`${pearls}/en.md`, 'https://law.example/pact', 'javascript:alert(1)')],
  ['markdown', 'a heading of its own', edit(`${pearls}/en.md`, '## Refused', '## Advice')],
  ['asked', 'too few ways of asking', edit(`${pearls}/en.md`, /( {2}- .*\n){3}/, '')],
  ['asked', 'the same line twice', edit(`${pearls}/en.md`, '  - my boss owes me\n', '  - my boss owes me\n  - My boss owes ME!\n')],
  ['exam', 'a test question copied', { 'tests/questions/en.yml': '- { text: "My boss owes me?", topic: unpaid-pearls }' }],
  [
    'exam',
    'a message of danger copied to learn from',
    {
      'tests/questions/danger/en.yml': '- { text: "The waves took us", urgent: sea-distress }',
      ...edit('content/urgent/sea-distress/en.yml', /$/, 'like: [the waves took us]\n'),
    },
  ],
  ['exam', 'a message of danger copied', { 'tests/questions/danger/en.yml': '- { text: "I am drowning", urgent: sea-distress }' }],
  ['asked', 'no title', edit(`${pearls}/en.md`, /title: .*\n/, '')],
  ['banned-words', 'a person called illegal', edit(`${pearls}/en.md`, 'Go along.', 'Illegal migrants too.')],
  ['banned-words', 'in the interface', edit('locales/en.json', '"essential": {', '"essential": { "x": "illegal migrant",')],
  ['codes', 'a group nobody knows', edit(`${pearls}/topic.yml`, 'group: work-and-pay', 'group: pearls')],
  ['codes', 'a unit nobody knows', edit(`${pearls}/topic.yml`, 'unit: days', 'unit: tides')],
  ['codes', 'a beginning nobody knows', edit(`${local}/topic.yml`, 'counted_from: letter', 'counted_from: tide')],
  ['labels', 'a time limit counted out in hours', edit(`${local}/topic.yml`, 'unit: months', 'unit: hours')],
  ['labels', 'a sum that is counted from a day', edit(`${local}/topic.yml`, 'unit: money', 'unit: money\n    counted_from: letter')],
  ['codes', 'a fee nobody knows', edit('content/places/xa/poseidonis/services/pearl-desk.yml', 'fee: free', 'fee: cheap')],
  ['codes', 'a status nobody knows', edit('content/topics/coral-school/en.md', '@asylum-seeker', '@mermaid')],
  ['commitments', 'a topic that is not there', edit(`${fair}/commitment.yml`, 'topics: [unpaid-pearls]', 'topics: [ghost]')],
  ['commitments', 'a duty that nobody has', edit(`${fair}/commitment.yml`, 'unpaid-pearls/pay-wages', 'unpaid-pearls/sing')],
  ['commitments', 'three levels', edit(`${fair}/en.md`, '- Nobody knows.\n', '')],
  ['commitments', 'no question', edit(`${fair}/en.md`, /## Question[\s\S]*?(?=## Levels)/, '')],
  ['commitments', 'no text', { [`${fair}/en.md`]: null }],
  ['codes', 'a kind of commitment nobody knows', edit(`${fair}/commitment.yml`, 'kind: substantive', 'kind: musical')],
  ['digits', 'a digit in a commitment', edit(`${fair}/en.md`, 'every diver,', 'all 9 divers,')],
  ['digits', 'a digit in prose', edit(`${pearls}/en.md`, 'Go along.', 'Go along at 9.')],
  ['digits', 'an Arabic digit', edit(`${pearls}/ar.md`, 'رافقها', 'رافقها ٩')],
  ['digits', 'a digit in a title', edit(`${pearls}/en.md`, 'title: Your', 'title: 2 Your')],
  ['digits', 'a digit in a label', edit(`${local}/en.md`, 'Complain within', 'Complain within 3')],
  ['digits', 'a digit in the interface', edit('locales/en.json', '"essential": {', '"essential": { "x": "3",')],
  ['digits', 'a digit in an urgent message', edit('content/urgent/sea-distress/en.yml', 'Call now', 'Call 777 now')],
  ['editions', 'a translation ahead of its source', edit(`${pearls}/ar.md`, 'edition: 1', 'edition: 9')],
  ['editions', 'two sources', edit(`${pearls}/ar.md`, 'translation: machine', 'translation: source')],
  ['editions', 'a review without a day', edit(`${pearls}/en.md`, 'reviewed_by: {}', 'reviewed_by: { law: "Lawyer, Bar of the Deep" }')],
  ['hidden', 'a character that turns text around', edit('content/places/xa/poseidonis/services/pearl-desk.yml', /^name: /m, 'name: \u202E')],
  ['glossary', 'one word in two places', { 'content/glossary/court/en.yml': 'term: Judge of the Deep\nmeans: A room.' }],
  ['glossary', 'a term without English', { 'content/glossary/judge/ar.yml': 'term: قاضي\nmeans: شخص يحكم.', 'content/glossary/judge/en.yml': null }],
  ['glossary', 'a digit', edit('content/glossary/judge/en.yml', 'Somebody who', 'One of 9 who')],
  [
    'holds-in',
    'law of one union in what holds everywhere',
    edit(`${pearls}/topic.yml`, 'law: deep-pact, article: "1"', 'law: xu-current-directive, article: "9"'),
  ],
  ['ids', 'a city named like a language', { 'content/places/xa/ar/place.yml': 'level: city\nnames: { en: Ar }\nreview: { on: 2026-06-01, every_months: 3 }' }],
  [
    'ids',
    'a topic named like a route',
    {
      'content/topics/services/topic.yml': files.get('content/topics/coral-school/topic.yml') ?? '',
      'content/topics/services/en.md': files.get('content/topics/coral-school/en.md') ?? '',
    },
  ],
  ['ids', 'a local topic without a general one and without a group', edit('content/places/xa/topics/tide-permit/topic.yml', /group: .*\n/, '')],
  ['labels', 'a deadline without a label', edit(`${local}/en.md`, /deadlines:\n.*\n/, '')],
  ['labels', 'a label without a deadline', edit(`${local}/topic.yml`, 'deadlines: [complaint]', 'deadlines: []')],
  ['labels', 'a deadline that is no fact', edit(`${local}/topic.yml`, 'deadlines: [complaint]', 'deadlines: [complaint, ghost]')],
  ['lines', 'a country without an emergency line', edit('content/places/xa/place.yml', 'kind: emergency', 'kind: police')],
  ['lines', 'a number without a source', edit('content/places/xa/place.yml', /\n\s*source: \{ url: "https:\/\/atlantis.example\/777".*/, '')],
  ['lines', 'a number to be confirmed', edit('content/places/xa/place.yml', 'trust: verified', 'trust: to-confirm')],
  ['lines', 'a door that sends people nowhere', edit('content/places/xa/poseidonis/services/far-union.yml', 'ask_at: pearl-desk', 'ask_at: ghost')],
  ['lines', 'an ask that is closed for good', edit('content/places/xa/poseidonis/services/pearl-desk.yml', 'status: active', 'status: defunct')],
  ['lines', 'an ask that helps nobody', edit('content/places/xa/place.yml', 'ask: despair', 'ask: ghost')],
  ['left-in-english', 'a sentence in a translation', editTranslation('رافقها', 'What is the law and where is my desk')],
  [
    'left-in-english',
    'a sentence in the interface',
    edit('locales/ar.json', /"footer": ".*"/, '"footer": "This is what we have for you and for your family."'),
  ],
  ['locale-keys', 'a key that is missing', edit('locales/ar.json', /"footer": ".*",\n/, '')],
  ['locale-keys', 'another placeholder', edit('locales/ar.json', '{{limit}}', '{{length}}')],
  ['locale-keys', 'a key that English lacks', edit('locales/ar.json', '"essential": {', '"essential": { "x": "س",')],
  ['locale-keys', 'a plural form that the language has', edit('locales/ar.json', /"hours_few": ".*",\n/, '')],
  ['locale-keys', 'a code without a label', edit('content/vocabulary.yml', 'fee:\n', 'fee:\n  barter: Goods for goods.\n')],
  ['networks', 'trust without a source', edit('content/networks/reef-league.yml', /source: .*\n/, '')],
  ['networks', 'no purpose in English', edit('content/networks/reef-league.yml', '{ en: Reefs', '{ ar: Reefs')],
  ['networks', 'a digit', edit('content/networks/reef-league.yml', 'Reefs learn', '9 reefs learn')],
  ['parity', 'a heading not translated', editTranslation(/## Refused[\s\S]*?(?=## Duty)/, '')],
  ['parity', 'a slot lost in translation', editTranslation('{complaint}', 'وقت قصير')],
  ['parity', 'a link changed in translation', editTranslation('https://law.example/pact', 'https://evil.example')],
  ['parity', 'a step lost in translation', editTranslation(/2\. .*\n/, '')],
  ['parity', 'a heading of its own', edit('content/topics/coral-school/ar.md', '## Duty', '## Careful\n\nشيء\n\n## Duty')],
  ['plain-language', 'a sentence that never ends', edit(`${pearls}/en.md`, 'Go along.', `Go along ${'and then go on '.repeat(9)}.`)],
  ['plain-language', 'long words', edit(`${pearls}/en.md`, 'Go along.', 'Accompaniment necessitates considerable administrative perseverance. '.repeat(15))],
  ['plain-language', 'long sentences throughout', edit(`${pearls}/en.md`, /You are owed[\s\S]*/, `${`${'You go on and on '.repeat(5)}. `.repeat(3)}\n`)],
  ['references', 'a law that is not there', edit(`${pearls}/topic.yml`, 'law: deep-pact', 'law: ghost-pact')],
  ['references', 'an article the law does not list', edit(`${pearls}/topic.yml`, 'article: "1"', 'article: "77"')],
  ['references', 'no article where the law has some', edit(`${pearls}/topic.yml`, ', article: "1"', '')],
  ['references', 'a fact without its source', edit(`${pearls}/topic.yml`, 'value: 30, source: deep-1', 'value: 30, source: ghost')],
  ['references', 'money without a currency', edit(`${local}/topic.yml`, /\n\s*currency: EUR/, '')],
  ['references', 'a related topic that is not there', edit(`${pearls}/topic.yml`, 'related: [coral-school]', 'related: [ghost]')],
  ['references', 'a much asked topic that is not there', { 'content/most-asked.yml': '- ghost' }],
  ['references', 'a union that is not there', edit('content/places/xa/place.yml', 'within: [xu, un]', 'within: [xx, un]')],
  ['references', 'danger that leads nowhere', edit('content/urgent/sea-distress/urgent.yml', 'unpaid-pearls', 'ghost')],
  ['sections', 'an answer too long to read in fear', edit(`${pearls}/en.md`, 'You are owed', `${'word '.repeat(61)}. You are owed`)],
  ['sections', 'seven steps', edit(`${pearls}/en.md`, '1. Write down', `${'1. Wait.\n'.repeat(5)}1. Write down`)],
  ['sections', 'an empty section', edit(`${pearls}/en.md`, 'Ask a judge of the deep.', '')],
  ['sections', 'no answer for everybody', edit('content/topics/coral-school/en.md', '## Answer\n', '## Answer @irregular\n')],
  ['slots', 'a slot without a fact', edit(`${pearls}/en.md`, '{complaint}', '{ghost}')],
  ['slots', 'a line of no kind', edit(`${pearls}/en.md`, '{line.emergency}', '{line.ghost}')],
  ['slots', 'a brace that is no slot', edit(`${pearls}/en.md`, '{complaint}', '{Complaint Time}')],
  ['values', 'a number with its unit in words', edit(`${pearls}/topic.yml`, 'value: 30', 'value: 30 days')],
  ['values', 'a time below nought', edit(`${pearls}/topic.yml`, 'value: 30', 'value: -30')],
  ['values', 'a date that is none', edit(`${pearls}/topic.yml`, /unit: days\n(.*)value: 30/, 'unit: date\n$1value: soon')],
  ['locale-keys', 'a language without its words for the engine', { 'content/languages/ar.yml': null }],
  ['urgent-lines', 'an example that is not seen', edit('content/urgent/sea-distress/en.yml', 'help we are sinking near the reef', 'glub')],
  ['urgent-lines', 'a look-alike that is', edit('content/urgent/sea-distress/en.yml', 'the boat is not sinking', 'we are sinking')],
  ['urgent-lines', 'a kind without patterns', edit('content/urgent/sea-distress/en.yml', /^phrases: .*$/m, '')],
  ['urgent-lines', 'a pattern that cannot be read', edit('content/urgent/sea-distress/en.yml', 'we are sinking,', '... sinking,')],
];

describe('the compiler refuses', () => {
  it.each(broken)('%s: %s', (rule, _, changes) => {
    const { problems, emitted } = compileAtlantis(changes);
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect(emitted).toBeNull();
  });

  it('each of its rules in a test above', () => {
    const rules = readdirSync('core/compile/check')
      .map((file) => file.replace('.ts', ''))
      .filter((file) => !['index', 'strings'].includes(file));
    expect([...new Set(broken.map(([rule]) => rule))].sort()).toEqual(expect.arrayContaining(rules.sort()));
  });

  it('many things at once, each with its file and how to repair it', () => {
    const { problems } = compileAtlantis({
      ...edit(`${pearls}/en.md`, 'Go along.', 'Go along at 9.'),
      ...edit('content/places/xa/place.yml', 'ask: despair', 'ask: ghost'),
    });
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['content/places/xa/place.yml', 'lines'],
      [`${pearls}/en.md`, 'digits'],
    ]);
    for (const problem of problems) expect(problem.fix.length).toBeGreaterThan(5);
  });
});
