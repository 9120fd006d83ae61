import { describe, expect, it } from 'vitest';
import { reply } from '../../../bot/assistant.ts';
import { ask, ShardError } from '../../../core/index.ts';
import { answered, askAtlantis, openAtlantis, question, textOf } from '../atlantis.ts';

describe('a question is answered', () => {
  it('with the topic, in the language asked, whatever the setting', async () => {
    const english = await answered('my boss did not pay my pearls', { locale: 'ar' });
    expect(english).toMatchObject({ topic: { id: 'unpaid-pearls' }, lang: 'en', answeredIn: 'en' });
    const arabic = await answered('صاحب العمل ما دفع لي اجري', { locale: 'en' });
    expect(arabic).toMatchObject({ topic: { id: 'unpaid-pearls' }, lang: 'ar' });
    expect(arabic.topic.title).toBe('لم يدفعوا لك اللؤلؤ');
  });

  it('with the five nearest topics for every outcome', async () => {
    const unknown = await askAtlantis('quantum teapot xylophone');
    expect(unknown.outcome).toBe('unknown');
    expect(Array.isArray(unknown.topics)).toBe(true);
    const found = await answered('school for my daughter');
    expect(found.topics[0]?.id).toBe('coral-school');
    expect(found.topics.length).toBeLessThanOrEqual(5);
  });

  it('in the order of the reader, with the same topic for each', async () => {
    const readers = ['resident', 'staff', 'buddy'] as const;
    const answers = await Promise.all(readers.map((reader) => answered('employer keeps my pearls', { reader })));
    expect(new Set(answers.map((answer) => answer.topic.id)).size).toBe(1);
    expect(answers.map((answer) => answer.sections[0]?.name)).toEqual(['answer', 'duty', 'answer']);
    expect(answers[2]?.sections.map((section) => section.name)).toContain('buddy');
  });

  it('with variants by status behind the section for everybody', async () => {
    const { sections } = await answered('school for my daughter');
    expect(sections.filter(({ name }) => name === 'answer').map(({ status }) => status)).toEqual([null, 'asylum-seeker']);
  });
});

describe('words of law', () => {
  it('are explained once, where they first stand', async () => {
    const answer = await answered('boss no pay me pearls', { place: 'un' });
    expect(answer.terms).toMatchObject([{ id: 'en/judge', term: 'judge of the deep' }]);
    expect(answer.sections.map((section) => JSON.stringify(section).split('"type":"term"').length - 1).reduce((sum, count) => sum + count)).toBe(1);
    expect((await answered('school for my daughter')).terms).toEqual([]);
  });
});

describe('from a duty', () => {
  it('leads to the commitment of the framework that covers it', async () => {
    const answer = await answered('boss no pay me pearls', { reader: 'staff' });
    expect(answer.commitments).toEqual([{ id: 'pay-fairly', title: 'Fair pay under the sea' }]);
  });
});

describe('the nearest layer wins', () => {
  it('section by section: a local section replaces the general one, the others stay', async () => {
    const local = await answered('boss no pay me pearls');
    expect(textOf(local, 'careful')).toContain('In Atlantis the clock is short');
    expect(local.sections.find(({ name }) => name === 'answer')?.place).toBeNull();
    const general = await answered('boss no pay me pearls', { place: 'un' });
    expect(textOf(general, 'careful')).not.toContain('Atlantis');
  });

  it('before the language: a local section without the language is given in the fallback, and says so', async () => {
    const arabic = await answered('صاحب العمل ما دفع لي اجري');
    const careful = arabic.sections.find(({ name }) => name === 'careful');
    expect(careful).toMatchObject({ lang: 'en', place: 'xa' });
    expect(arabic.sections.find(({ name }) => name === 'answer')).toMatchObject({ lang: 'ar' });
  });

  it('fact by fact, and on the day asked', async () => {
    const before = await answered('boss no pay me pearls', { askedAt: '2026-06-30T12:00:00Z' });
    const after = await answered('boss no pay me pearls', { askedAt: '2026-07-01T12:00:00Z' });
    expect([before, after].map(({ deadlines }) => deadlines[0]?.fact.value)).toEqual([3, 1]);
    expect(textOf(after, 'careful')).toContain('"value":8');
    const elsewhere = await answered('boss no pay me pearls', { place: 'xu' });
    expect(elsewhere.deadlines).toEqual([]);
  });

  it('and the day is the day of the place', async () => {
    const justBeforeMidnightUtc = await answered('boss no pay me pearls', { askedAt: '2026-06-30T23:30:00Z' });
    expect(justBeforeMidnightUtc.asOf).toBe('2026-07-01');
    expect(justBeforeMidnightUtc.deadlines[0]?.fact.value).toBe(1);
  });
});

describe('a value that is not in force', () => {
  it('takes its whole paragraph away, and who helps stands there instead', async () => {
    const withFee = await answered('boss no pay me pearls', { askedAt: '2026-08-31T12:00:00Z' });
    expect(textOf(withFee, 'careful')).toContain('12.5');
    const withoutFee = await answered('boss no pay me pearls', { askedAt: '2026-09-02T12:00:00Z' });
    expect(textOf(withoutFee, 'careful')).not.toContain('The desk costs');
    expect(textOf(withoutFee, 'careful')).toContain('"type":"ask"');
    expect(textOf(withoutFee, 'careful')).toContain('pearl-desk');
  });

  it('before its first day is none, never the next or the newest', async () => {
    const early = await answered('boss no pay me pearls', { askedAt: '2019-05-01T12:00:00Z' });
    expect(early.deadlines).toEqual([]);
  });

  it('is withheld once its review is overdue, with a banner, while the right stays', async () => {
    const late = await answered('boss no pay me pearls', { askedAt: '2027-01-10T12:00:00Z' });
    expect(late.trust.overdue).toBe(true);
    expect(late.deadlines).toEqual([]);
    expect(textOf(late, 'answer')).toContain('You are owed');
    const desk = late.services.find(({ id }) => id === 'pearl-desk');
    const union = (services: typeof late.services) => services.find(({ id }) => id === 'far-union')?.askAt;
    expect(union((await answered('boss no pay me pearls')).services)).toEqual({ name: 'Pearl Desk', number: '22 33 44' });
    expect(union(late.services)).toEqual({ name: 'Pearl Desk' });
    expect(desk).toMatchObject({ overdue: true, phones: [], schedules: [], locations: [], papers: 'unknown', data_shared: 'unknown' });
  });

  it('makes the whole answer overdue when only the facts of a wider layer are', async () => {
    const before = await answered('boss no pay me pearls', { place: 'xu', askedAt: '2027-05-31T12:00:00Z' });
    const after = await answered('boss no pay me pearls', { place: 'xu', askedAt: '2027-06-02T12:00:00Z' });
    expect([before.trust.overdue, after.trust.overdue]).toEqual([false, true]);
  });
});

describe('trust and sources', () => {
  it('name the weakest text shown', async () => {
    const arabic = await answered('صاحب العمل ما دفع لي اجري');
    expect(arabic.trust).toMatchObject({ translation: 'machine', behind: true, reviewedBy: {} });
    const english = await answered('boss no pay me pearls');
    expect(english.trust).toMatchObject({ translation: 'source', behind: false });
  });

  it('cite law only where it holds', async () => {
    const here = await answered('boss no pay me pearls');
    expect(here.citations.flatMap((citation) => (citation.type === 'law' ? citation.law : []))).toEqual([
      'xa-pearl-act',
      'xa-pearl-act',
      'xu-current-directive',
      'deep-pact',
    ]);
    const anywhere = await answered('boss no pay me pearls', { place: 'un' });
    expect(anywhere.citations).toMatchObject([{ law: 'deep-pact' }]);
  });
});

describe('when we cannot answer', () => {
  it('a topic of another place asks where, and never shows its text', async () => {
    const where = await askAtlantis('how long is the tide permit, permit expired', { place: 'un' });
    expect(where).toMatchObject({ outcome: 'where', places: ['xa'] });
    expect(JSON.stringify(where)).not.toContain('near the water');
  });

  it('an unknown question names who helps here', async () => {
    const unknown = await askAtlantis('quantum teapot xylophone');
    expect(unknown).toMatchObject({ outcome: 'unknown', ask: { type: 'service', service: { id: 'pearl-desk' } } });
  });

  it('a place that is not listed gets its country, and anything else what holds everywhere', async () => {
    expect(await askAtlantis('boss no pay me pearls', { place: 'xa/sunken' })).toMatchObject({ place: 'xa', placeNotListed: 'xa/sunken' });
    expect(await askAtlantis('boss no pay me pearls', { place: 'zz/top' })).toMatchObject({ place: 'un', placeNotListed: 'zz/top' });
    for (const hostile of ['__proto__', 'constructor', 'toString']) expect(await askAtlantis('boss', { place: hostile })).toMatchObject({ place: 'un' });
  });

  it('an unknown language is answered in the nearest listed one', async () => {
    expect(await askAtlantis('my boss did not pay me pearls', { locale: 'tlh' })).toMatchObject({ lang: 'en' });
    expect(await askAtlantis('老板不给我工资')).toMatchObject({ lang: 'und', locale: 'en' });
  });
});

describe('a question without substance', () => {
  it.each(['the', 'is', 'no', 'in my', '1', 'what is the'])('"%s" is not answered as if it were sure', async (text) => {
    expect((await askAtlantis(text)).outcome).not.toBe('answered');
  });

  it('keeps every score a share: 0 to 1', async () => {
    for (const text of ['boss no pay me pearls', 'school', 'my my my', 'quantum teapot school']) {
      for (const { score } of (await askAtlantis(text)).topics) expect(score).toBeLessThanOrEqual(1.0001);
    }
  });
});

describe('previous', () => {
  it('gives a short follow-up its topic and its place', async () => {
    const { place: _, ...anywhere } = question('how much does it cost', { previous: { topic: 'unpaid-pearls', place: 'xa/poseidonis' } });
    const more = await ask(anywhere, openAtlantis());
    expect(more).toMatchObject({ outcome: 'answered', topic: { id: 'unpaid-pearls' }, place: 'xa/poseidonis' });
    expect(more.topics[0]?.id).not.toBe('coral-school');
  });

  it('does not hold back a new question, nor make nonsense an answer', async () => {
    const previous = { topic: 'unpaid-pearls' };
    expect((await answered('school for my daughter', { previous })).topic.id).toBe('coral-school');
    expect((await answered('where is it school for my daughter', { previous })).topic.id).toBe('coral-school');
    expect((await askAtlantis('quantum teapot xylophone', { previous })).outcome).toBe('unknown');
    expect((await askAtlantis('how much does it cost', { previous: { topic: 'nothing' } })).outcome).not.toBe('answered');
  });

  it('does not stand before danger', async () => {
    const danger = await answered('help we are sinking', { previous: { topic: 'coral-school' } });
    expect(danger).toMatchObject({ topic: { id: 'unpaid-pearls' }, urgent: { kind: 'sea-distress' } });
  });
});

describe('a language we do not have', () => {
  it('is told so when the person set it and the text does not show another', async () => {
    expect(await askAtlantis('Pearl Act', { locale: 'de' })).toMatchObject({ lang: 'de', locale: 'en', fellBackFrom: 'de' });
    expect(await askAtlantis('my boss did not pay my pearls', { locale: 'de' })).not.toHaveProperty('fellBackFrom');
  });
});

describe('shards', () => {
  const broken: Record<string, (name: string, text: string) => string | null> = {
    'one altered letter': (_, text) => text.replace('o', 'u'),
    'cut short': (_, text) => text.slice(0, -1),
    empty: () => '',
    missing: () => null,
  };
  for (const [what, alter] of Object.entries(broken)) {
    it(`${what}: the answer is failed, with the emergency line of the place`, async () => {
      const answer = await ask(question('boss no pay me pearls'), openAtlantis({ alter }));
      expect(answer.outcome).toBe('failed');
      expect(answer.lines[0]).toMatchObject({ kind: 'emergency', number: '777' });
      expect(answer.lines.map(({ kind }) => kind)).toContain('suicide');
    });
  }

  it('of another format are refused although their checksum fits', async () => {
    const { digestBytes, Shards } = await import('../../../core/shards.ts');
    const core = openAtlantis();
    const text = JSON.stringify({ format: 99, topics: {} });
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
      .slice(0, digestBytes)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const shards = new Shards(async () => new TextEncoder().encode(text).buffer as ArrayBuffer, { x: digest });
    await expect(shards.get('x')).rejects.toThrow(ShardError);
    expect(core.shards.has('index.en')).toBe(true);
  });

  it('at most five are fetched for a first answer, words included, and none again', async () => {
    const fetched: string[] = [];
    const core = openAtlantis({ fetched: (name) => fetched.push(name) });
    await reply(question('boss no pay me pearls'), core);
    expect(fetched.length).toBeLessThanOrEqual(5);
    const first = fetched.length;
    await reply(question('boss no pay me pearls'), core);
    expect(fetched.length).toBe(first);
  });
});
