/** The city's desk on the web, time limits counted out, and taps below an answer: all without a script. */
import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../bot/feedback.ts';
import { createWeb } from '../../../bot/web/index.tsx';
import type { Answer } from '../../../core/index.ts';
import openapi from '../../../dist/assets/openapi.json';
import { openAtlantis } from '../atlantis.ts';

const counted: string[] = [];
const feedback: Feedback = {
  tap: async (...cell) => void counted.push(cell.join(' ')),
  answered: async ({ outcome, place }: Answer) => void counted.push(`${outcome} ${place}`),
};
const app = createWeb({
  core: openAtlantis(),
  operator: 'City of Poseidonis',
  contact: 'desk@poseidonis.example',
  feedback,
  defaultPlace: 'xa/poseidonis',
  places: [],
  now: () => '2026-07-15T08:00:00Z',
  asset: async () => Response.json(openapi),
});
const base = '/xa/poseidonis/en';
const get = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
};
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  );

describe('a time limit counted out', () => {
  const page = `${base}/unpaid-pearls/deadline`;

  it('is offered where an answer has one, and nowhere else', async () => {
    expect(await get(`${base}/unpaid-pearls`)).toContain(`href="${page}"`);
    expect(await get(`${base}/coral-school`)).not.toContain('/deadline"');
    expect((await app.request(`${base}/coral-school/deadline`)).status).toBe(404);
    expect((await app.request(`${base}/nothing/deadline`)).status).toBe(404);
  });

  it('takes a day in the body and gives both days, with what it assumes', async () => {
    expect(await get(page)).toContain(`<form method="post" action="${page}"`);
    const response = await post(page, { limit: 'complaint', from: '2026-07-15' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).toContain('<time datetime="2026-08-14"><bdi>Friday</bdi>');
    expect(text).toContain('<time datetime="2026-08-15">');
    expect(text).toContain('Your letter decides');
    expect(text).toContain('noindex');
  });

  it('speaks the language of the address, from right to left too', async () => {
    const text = await (await post('/xa/poseidonis/ar/unpaid-pearls/deadline', { limit: 'complaint', from: '2026-07-15' })).text();
    expect(text).toMatch(/<html lang="ar" dir="rtl"/);
    expect(text).toContain('الجمعة');
  });

  it.each([
    { limit: 'complaint', from: '2026-07-16' },
    { limit: 'complaint', from: '15.7.2026' },
    { limit: 'complaint' },
    { limit: 'ghost', from: '2026-07-01' },
    {},
  ])('%j says so at the field', async (fields) => {
    const text = await (await post(page, fields as Record<string, string>)).text();
    expect(text).toContain('id="wrong-day"');
    expect(text).not.toContain('class="last-day"');
  });

  it('goes into a calendar, one day, and nothing is typed into it', async () => {
    const response = await post(page, { limit: 'complaint', from: '2026-07-15', as: 'ics' });
    expect(response.headers.get('content-type')).toContain('text/calendar');
    expect(response.headers.get('content-disposition')).toContain('2026-08-14.ics');
    const text = await response.text();
    expect(text).toContain('DTSTART;VALUE=DATE:20260814');
    expect(text).not.toContain('20260715T000');
    expect(text.split('\r\n').filter((line) => /2026-?07-?15/.test(line))).toEqual(['DTSTAMP:20260715T080000Z']);
  });
});

describe('a tap below an answer', () => {
  it('is counted by place and topic, and led to thanks', async () => {
    counted.length = 0;
    expect(await get(`${base}/unpaid-pearls`)).toContain(`action="${base}/unpaid-pearls/feedback"`);
    const response = await post(`${base}/unpaid-pearls/feedback`, { tap: 'wrong', comment: 'I am Ada' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${base}/unpaid-pearls/thanks`]);
    expect(counted).toEqual(['xa/poseidonis unpaid-pearls wrong']);
    expect(await get(`${base}/unpaid-pearls/thanks`)).toContain('We count only');
  });

  it('of another kind, topic or site is none', async () => {
    counted.length = 0;
    expect((await post(`${base}/unpaid-pearls/feedback`, { tap: 'superb' })).status).toBe(400);
    expect((await post(`${base}/ghost/feedback`, { tap: 'clear' })).status).toBe(404);
    expect((await post(`${base}/unpaid-pearls/feedback`, { tap: 'clear' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
    expect(counted).toEqual([]);
  });

  it('an answer is counted behind itself, by page and by API', async () => {
    counted.length = 0;
    await post(base, { question: 'boss no pay me pearls' });
    await app.request('/api/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"question":"quantum teapot xylophone"}' });
    expect(counted).toEqual(['answered xa/poseidonis', 'unknown xa/poseidonis']);
  });

  it('staff can write to who keeps the numbers, others are not asked to', async () => {
    const text = await get(`${base}/unpaid-pearls?reader=staff`);
    expect(text).toContain('href="mailto:desk@poseidonis.example?subject=Correct%20a%20number');
    expect(await get(`${base}/unpaid-pearls`)).not.toContain('mailto:desk@');
  });
});

describe('duties', () => {
  it('lead from area to bearer to a sheet with a paragraph to copy', async () => {
    expect(await get(`${base}/duties`)).toContain(`${base}/duties?area=work-and-pay`);
    expect(await get(`${base}/duties?area=work-and-pay`)).toContain('area=work-and-pay&amp;bearer=employer');
    expect(await get(`${base}/duties?area=work-and-pay&bearer=employer`)).toContain(`href="${base}/duties/unpaid-pearls"`);
    const sheet = await get(`${base}/duties/unpaid-pearls`);
    expect(sheet).toContain('class="paste" data-answer');
    expect(sheet).toContain('Before you decide');
    expect(sheet.indexOf('Before you decide')).toBeLessThan(sheet.indexOf('The resident’s side'.replace('’', '&#39;')));
  });

  it.each(['?area=ghost', '?area=__proto__&bearer=constructor', '?bearer=employer'])('%s begins at the beginning', async (query) => {
    expect(await get(`${base}/duties${query}`)).toContain('?area=work-and-pay');
  });

  it('a duty of nothing is not found', async () => expect((await app.request(`${base}/duties/ghost`)).status).toBe(404));
});

describe('the framework', () => {
  it('stands with its levels, in the desk’s own way around', async () => {
    const text = await get(`${base}/commitments`);
    expect(text).toContain('Level 3');
    expect(text).toContain(`href="${base}/assessment"`);
    expect(await get('/networks?lang=ar')).toMatch(/<html lang="ar" dir="rtl"/);
  });

  it('the self-assessment says what it needs without a script, and has a form for each item', async () => {
    const text = await get(`${base}/assessment`);
    expect(text).toContain('This needs JavaScript');
    expect(text).toContain('data-entry="pay-fairly"');
    expect(text).toContain('data-remark="pay-fairly"');
    const forms = [...text.matchAll(/<form[^>]*>/g)].map(([tag]) => tag);
    expect(forms.filter((tag) => /action=|method=/.test(tag))).toEqual([]);
    expect(text.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="\/app\.js\?v=\w+" defer/),
      expect.stringMatching(/^<script type="module" src="\/assess\.js\?v=\w+">$/),
    ]);
  });

  it('its script gets words, commitments and networks, and no question of anybody', async () => {
    const data = (await (await app.request(`${base}/assessment/data`)).json()) as {
      commitments: { id: string }[];
      words: object;
      place: string;
    };
    expect(data.place).toBe('xa/poseidonis');
    expect(data.commitments.map(({ id }) => id)).toEqual(['pay-fairly']);
    expect(data.words).toMatchObject({ assess: { title: 'Self-assessment' }, answer: {}, vocabulary: { commitment_kind: {} } });
  });
});

describe('/api', () => {
  it('is a page made from the description', async () => {
    const text = await get('/api');
    for (const path of Object.keys(openapi.paths)) expect(text).toContain(path);
    expect(text).toContain('id="Question"');
    expect(text).not.toMatch(/\[object|undefined/);
  });
});
