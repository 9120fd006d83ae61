/** Whoever gets a text past the reviewers still gets no script into a page: the build fails, or the page shows letters. */
import { describe, expect, it } from 'vitest';
import { createWeb } from '../../bot/web/index.tsx';
import { openCore, readers } from '../../core/index.ts';
import { atlantisFiles, compileAtlantis } from '../fixtures/atlantis/index.ts';
import { danger } from './page.ts';
import { none, sample } from './table.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert`1`>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<!--><img src=x onerror=alert(1)-->',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox)',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<style>*{background:url(//evil.example)}</style>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<form action="//evil.example"><button>x</button></form>',
  '{{constructor.constructor("alert(1)")()}}',
  '\u202Eevil\u202C',
  '<math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
];

const pearls = 'content/topics/unpaid-pearls';
const yaml = (text: string): string => JSON.stringify(text);
const files = atlantisFiles();

/** One field of the content, and the same with an attack in it. */
interface Field {
  readonly name: string;
  readonly path: string;
  readonly put: (text: string, attack: string) => string;
}

const inLine = (name: string, path: string, from: string | RegExp, to: (attack: string) => string): Field => ({
  name,
  path,
  put: (text, attack) => text.replace(from, () => to(attack)),
});

const fields: readonly Field[] = [
  inLine('title', `${pearls}/en.md`, /title: .*/, (attack) => `title: ${yaml(`Pearls ${attack}`)}`),
  inLine('asked', `${pearls}/en.md`, /asked:\n/, (attack) => `asked:\n  - ${yaml(`my boss ${attack}`)}\n`),
  inLine('prose', `${pearls}/en.md`, 'Go along.', (attack) => `Go along. ${attack}`),
  inLine('a block of prose', `${pearls}/en.md`, 'Go along.', (attack) => `Go along.\n\n${attack}\n`),
  inLine('a link', `${pearls}/en.md`, 'https://law.example/pact', (attack) => attack),
  inLine('a translation', `${pearls}/ar.md`, 'رافقها', (attack) => `رافقها ${attack}`),
  inLine('the name of a service', 'content/places/xa/poseidonis/services/pearl-desk.yml', /^name: .*/m, (attack) => `name: ${yaml(attack)}`),
  inLine(
    'the page of a service',
    'content/places/xa/poseidonis/services/pearl-desk.yml',
    /url: "?https:\/\/[^" ,}\n]*"?/,
    (attack) => `url: ${yaml(`javascript:${attack}`)}`,
  ),
  inLine('a phone', 'content/places/xa/place.yml', '"777"', (attack) => yaml(attack)),
  inLine('the name of a place', 'content/places/xa/poseidonis/place.yml', /en: [^,}]*/, (attack) => `en: ${yaml(attack)}`),
  inLine('the name of a law', 'content/law/deep-pact.yml', /^name: .*/m, (attack) => `name: ${yaml(attack)}`),
  inLine('the page of a law', 'content/law/xa-pearl-act.yml', /^url: .*/m, (attack) => `url: ${yaml(`javascript:${attack}`)}`),
  inLine('an article', `${pearls}/topic.yml`, 'article: "1"', (attack) => `article: ${yaml(attack)}`),
  inLine('a word explained', 'content/glossary/judge/en.yml', /means: .*/, (attack) => `means: ${yaml(attack)}`),
  inLine('a message of danger', 'content/urgent/sea-distress/en.yml', /say: .*/, (attack) => `say: ${yaml(attack)}`),
  inLine('a commitment', 'content/commitments/pay-fairly/en.md', 'every diver,', (attack) => `every diver, ${attack}`),
  inLine('a network', 'content/networks/reef-league.yml', /^name: .*/m, (attack) => `name: ${yaml(attack)}`),
  inLine('the interface', 'locales/en.json', /"footer": ".*"/, (attack) => `"footer": ${yaml(attack)}`),
];

/** Pages on which some of it would be seen. */
async function pagesOf(changes: Record<string, string>): Promise<string[] | null> {
  const { emitted } = compileAtlantis(changes);
  if (!emitted) return null;
  const core = openCore(emitted.bundled, async (name) => new TextEncoder().encode(emitted.shards.get(name)).buffer as ArrayBuffer);
  const web = createWeb({
    core,
    operator: 'x',
    defaultPlace: 'xa/poseidonis',
    places: [],
    now: () => '2026-07-15T08:00:00Z',
    asset: async () => new Response(''),
  });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = [
    ...readers.map((reader) => ({ question: 'boss no pay me pearls', reader })),
    { question: 'help we are sinking' },
    { question: 'boss no pay me pearls', lang: 'ar' },
    { question: 'no papers' },
  ];
  const answers = asked.map((fields) =>
    web.request('/', { method: 'POST', headers: form, body: new URLSearchParams(fields as Record<string, string>).toString() }),
  );
  const pages = ['/', '/networks', '/xa/en/commitments', '/xa/poseidonis/en/commitments'].map((path) => web.request(path));
  return Promise.all([...answers, ...pages].map(async (response) => (await response).text()));
}

describe('an attack in a field of the content', () => {
  it.for(fields)('$name: the build fails, or the page shows letters', { timeout: 120_000 }, async ({ name, path, put }, { task }) => {
    const text = files.get(path) ?? '';
    const bad: string[] = [];
    let refused = 0;
    const some = sample(
      attacks,
      4,
      fields.findIndex((field) => field.name === name),
    );
    for (const attack of some) {
      const changed = put(text, attack);
      if (changed === text) throw new Error(`nothing to change in ${path} for ${name}`);
      const pages = await pagesOf({ [path]: changed });
      if (!pages) refused++;
      for (const page of pages ?? []) {
        const found = danger(page);
        if (found) bad.push(`${name}: ${attack}: ${found}`);
      }
    }
    none(task, 'B8', `attacks in ${name} that reach a page as more than letters (${refused} refused by the build)`, bad, some.length);
  });

  it('raw HTML and addresses that run never get through the build', () => {
    for (const attack of ['<b>x</b>', '<script>x</script>', '[x](javascript:x)', '[x](data:text/html,x)'])
      expect(
        compileAtlantis({ [`${pearls}/en.md`]: (files.get(`${pearls}/en.md`) ?? '').replace('Go along.', `Go along. ${attack}`) }).emitted,
        attack,
      ).toBeNull();
  });

  it('a page that would run something is found', () => {
    for (const attack of attacks.filter((one) => /^<(?:script|img|svg|iframe|a |style|meta|base|form)/.test(one)))
      expect(danger(`<p>${attack}</p>`), attack).toBeDefined();
    expect(danger('<a href="https://x.example" title="a > b onclick=1">x</a>')).toBeUndefined();
  });
});
