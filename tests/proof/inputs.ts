/** What strangers might send: nearly right, wrong, and hostile. fast-check makes it smaller when something breaks. */
import fc from 'fast-check';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

const scripts = [
  'a',
  'ß',
  'я',
  'ع',
  'ہ',
  'א',
  'ह',
  'ਗ',
  'অ',
  'ก',
  '中',
  'あ',
  '한',
  'አ',
  'ქ',
  '𐐷',
  '\u0301',
  '\u0335\u0322',
  '\u200D',
  '\u202E',
  '\u2066',
  '\u0000',
  '\uFFFD',
  '\uD800',
  '\uDC00',
  '🏳️‍🌈',
  '👩‍👩‍👧‍👦',
  ' ',
  '\n',
  "'",
  '"',
  '<',
  '&',
  '{',
  '}}',
  '$t(',
  '*_~`',
  '[',
  '|',
  '@',
  '/',
  '\\',
  '%',
  '0',
  '٤',
];
const traps = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;!here&gt;',
  '<!channel>',
  '<@U1>',
  '<https://evil.example|click>',
  '{{constructor}}',
  '$t(essential.name)',
  '{line.emergency}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%00',
  "' OR 1=1 --",
  'http://[::1]/',
  'javascript:alert(1)',
  'NaN',
  '-0',
  '1e999',
  'null',
  'undefined',
  '/start',
  '/forget',
  '/rights',
  'help we are sinking',
  'my husband beats me',
  'boss no pay me 2 month',
  'صاحب العمل ما دفع لي',
  'мені не заплатили',
];

export const texts = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...scripts), { maxLength: 60 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...traps, ...scripts), { maxLength: 8 }).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...scripts, ...traps), fc.integer({ min: 1, max: 1500 })).map(([part, times]) => part.repeat(times).slice(0, 9000)),
  },
);

/** Anything JSON can say, names that mean something to JavaScript among it. */
export const anything = fc.oneof(
  texts,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, '', [], {}),
  fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'topic', 'place', 'latitude', 'length', 'then', 'toString'),
    fc.jsonValue({ maxDepth: 2 }),
  ),
);

const places = ['un', 'eu', 'es/barcelona', 'at/vienna', 'AT/VIENNA', 'zz', 'zz/nowhere', 'constructor', '__proto__', '../un', 'es/', '/', ''];
const tags = ['en', 'ar', 'uk', 'zh-Hans', 'kmr', 'xx', 'EN', 'en-GB-oxendict', '*', '__proto__', 'constructor', ''];

const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anything });
const within = (most: number): fc.Arbitrary<number> => fc.double({ min: -most, max: most, noNaN: true });

/** Fields of a question: mostly right, each of them sometimes anything. */
export const fields = fc.record(
  {
    question: mostly(texts),
    lang: mostly(fc.constantFrom(...tags)),
    place: mostly(fc.constantFrom(...places)),
    reader: mostly(fc.constantFrom('resident', 'staff', 'buddy')),
    previous: mostly(fc.constantFrom('work-unpaid-wages', '__proto__', 'constructor', { topic: 'work-unpaid-wages', place: 'at' })),
    position: mostly(fc.record({ latitude: within(90), longitude: within(180) })),
    topic: anything,
  },
  { requiredKeys: ['question'] },
);

/** Bytes that should have been JSON. */
export const bodies = fc.oneof(
  { weight: 6, arbitrary: fields.map((value) => JSON.stringify(value) as string | Uint8Array) },
  { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 1, arbitrary: fc.tuple(fields, fc.nat(200)).map(([value, at]) => JSON.stringify(value).slice(0, at)) },
);

/** The form of the page. */
export const forms = fields.map((value) =>
  Object.entries(value)
    .filter(([name, field]) => typeof field === 'string' || (name !== 'position' && name !== 'previous'))
    .map(([name, text]) => `${name}=${typeof text === 'string' ? encode(text) : encode(JSON.stringify(text) ?? '')}`)
    .join('&'),
);

/** As a browser does, but for halves of letters, which no browser sends. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
}

const user = fc.record(
  { id: fc.integer({ min: 1, max: 2 ** 40 }), is_bot: fc.boolean(), first_name: texts, language_code: fc.constantFrom<unknown>(...tags, 7, null) },
  { requiredKeys: ['id'] },
);
const chat = fc.record({ id: fc.constantFrom(1, 2, 3, -1001, 2 ** 52), type: fc.constantFrom<unknown>('private', 'supergroup', 'channel', 7) });
const message = fc.record(
  {
    message_id: fc.nat(),
    date: fc.oneof(fc.constant(Math.floor(Date.now() / 1000)), fc.integer()),
    chat,
    from: fc.oneof({ weight: 5, arbitrary: user as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything }),
    text: fc.oneof({ weight: 5, arbitrary: texts as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything }),
    caption: anything,
    location: fc.oneof(fc.record({ latitude: fc.double(), longitude: fc.double() }), anything),
    voice: anything,
    reply_to_message: anything,
    message_thread_id: anything,
    is_topic_message: anything,
    entities: anything,
  },
  { requiredKeys: ['chat'] },
);

/** Updates that only Telegram could sign, with fields it would not send. */
export const updates = fc
  .record(
    {
      update_id: fc.nat(),
      message: fc.oneof({ weight: 5, arbitrary: message as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything }),
      callback_query: fc.oneof(
        fc.record(
          {
            id: texts,
            from: user,
            data: fc.oneof(texts, fc.stringMatching(/^1[a-z]r\.en\.[a-z0-9]{1,7}\.[a-z0-9]{0,7}\.\.\d?$/)),
            message: fc.oneof(message as fc.Arbitrary<unknown>, anything),
          },
          { requiredKeys: ['id', 'from'] },
        ),
        anything,
      ),
      inline_query: fc.oneof(fc.record({ id: texts, from: user, query: texts, offset: texts }), anything),
      my_chat_member: anything,
      edited_message: anything,
    },
    { requiredKeys: ['update_id'] },
  )
  .map((update) => {
    // One kind each, as Telegram sends them; a message most often.
    const [kind] = Object.keys(update).filter((name) => name !== 'update_id');
    return kind ? { update_id: update.update_id, [kind]: update[kind as keyof typeof update] } : update;
  });

const commands = ['/rights', '/duties', '/buddy', '/networks', '/assess', '/rights-settings', '/nothing'];

/** Bodies that only Slack could sign: commands, events, interactions, and what none of them is. */
export const slackBodies: fc.Arbitrary<{ readonly type: string; readonly body: string }> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...commands), texts)
    .map(([command, text]) => ({ type: form, body: `command=${encode(command)}&text=${encode(text)}&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.1` })),
  fc
    .tuple(fc.constantFrom('message', 'app_mention', 'app_home_opened', 'assistant_thread_started', 'tokens_revoked', 'nothing'), texts, anything)
    .map(([type, text, more]) => ({
      type: json,
      body: JSON.stringify({
        type: 'event_callback',
        team_id: 'T1',
        event_id: `Ev${text.length}${Math.random()}`,
        event: { type, channel_type: 'im', channel: 'D1', user: 'U1', text, ts: '1.1', blocks: more, assistant_thread: more },
      }),
    })),
  fc.tuple(fc.constantFrom('block_actions', 'view_closed', 'shortcut', 'message_action', 'nothing'), texts, anything).map(([type, text, more]) => ({
    type: form,
    body: `payload=${encode(JSON.stringify({ type, team: { id: 'T1' }, user: { id: 'U1' }, callback_id: text, trigger_id: '1.1', actions: [{ action_id: text, block_id: 'b', value: more }], view: more, message: { text } }))}`,
  })),
  anything.map((value) => ({ type: json, body: JSON.stringify(value) ?? '' })),
  texts.map((text) => ({ type: form, body: `payload=${encode(text)}` })),
  fc.tuple(texts, fc.constantFrom(json, form, 'text/plain', '')).map(([body, type]) => ({ type, body })),
);
