import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../core/compile/index.ts';
import { withheldIn } from '../../../core/compile/withheld.ts';
import { atlantisFiles, compileAtlantis } from '../../fixtures/atlantis/index.ts';

describe('compiling', () => {
  const { emitted, problems } = compileAtlantis();

  it('finds nothing wrong with Atlantis', () => expect(problems).toEqual([]));

  it('gives the same bytes for the same content, in whatever order it is read', () => {
    const again = compile(new Map([...atlantisFiles()].sort(([a], [b]) => (a < b ? -1 : 1)))).emitted;
    expect(JSON.stringify([...(again?.shards ?? [])])).toBe(JSON.stringify([...(emitted?.shards ?? [])]));
    expect(again?.bundled).toEqual(emitted?.bundled);
  });

  it('names every shard in the manifest with its SHA-256', () => {
    for (const [name, text] of emitted?.shards ?? []) expect(emitted?.bundled.shards[name]).toBe(createHash('sha256').update(text).digest('hex').slice(0, 16));
    expect(Object.keys(emitted?.bundled.shards ?? {}).length).toBe(emitted?.shards.size);
  });

  it('changes its version when a word changes', () => {
    const path = 'content/topics/unpaid-pearls/en.md';
    const changed = compileAtlantis({ [path]: (atlantisFiles().get(path) ?? '').replace('Go along.', 'Walk along.') });
    expect(changed.emitted?.bundled.version).not.toBe(emitted?.bundled.version);
  });

  it('writes a place text only where a local text exists', () => {
    const names = [...(emitted?.shards.keys() ?? [])];
    expect(names).toContain('place.xa.en.work-and-pay');
    expect(names).not.toContain('place.xa/reef.en.work-and-pay');
    expect(names).toContain('place.xa.ar.documents-and-registration');
    expect(names).not.toContain('place.xu.en.school-and-children');
  });

  it('nests places: a region before its country, unions after it, the world last', () => {
    const { emitted: nested } = compileAtlantis({
      'content/places/xa/coast/place.yml': 'level: region\nnames: { en: Coast }\nreview: { on: 2026-06-01, every_months: 12 }\n',
      'content/places/xc/place.yml': 'level: union\nnames: { en: Choir }\nreview: { on: 2026-06-01, every_months: 12 }\n',
      'content/places/xa/place.yml': (atlantisFiles().get('content/places/xa/place.yml') ?? '').replace('[xu, un]', '[un, xu, xc]'),
      'content/places/xa/reef/place.yml': (atlantisFiles().get('content/places/xa/reef/place.yml') ?? '').replace(
        'level: city',
        'level: city\nwithin: [xa/coast]',
      ),
    });
    expect(nested?.bundled.places['xa/reef']?.chain).toEqual(['xa/reef', 'xa/coast', 'xa', 'xu', 'xc', 'un']);
  });

  it('leaves out law that does not bind a country, with the facts and duties that rest on it', () => {
    const path = 'content/law/deep-pact.yml';
    const { emitted: bound } = compileAtlantis({ [path]: `${atlantisFiles().get(path)}\nexcept: [xa]\n` });
    const group = 'place.xa.en.work-and-pay';
    const dataOf = (shard: string | undefined) => JSON.parse(shard ?? '').data['unpaid-pearls'];
    expect(JSON.stringify(dataOf(emitted?.shards.get(group)))).toContain('deep-pact');
    expect(JSON.stringify(dataOf(bound?.shards.get(group)))).not.toContain('deep-pact');
    expect(dataOf(bound?.shards.get(group)).duties).toEqual([]);
    expect(JSON.stringify(dataOf(bound?.shards.get('text.en.work-and-pay')))).toContain('deep-pact');
  });

  it('leaves out services that are not active', () => {
    const path = 'content/places/xa/poseidonis/services/far-union.yml';
    const { emitted: without } = compileAtlantis({ [path]: (atlantisFiles().get(path) ?? '').replace('status: active', 'status: defunct') });
    expect(without?.shards.get('place.xa/poseidonis')).not.toContain('Far Divers');
    expect(emitted?.shards.get('place.xa/poseidonis')).toContain('Far Divers');
  });

  it('lists the sentences a place does without', () => {
    const { corpus } = compileAtlantis();
    expect(withheldIn(corpus)).toContain('xa · unpaid-pearls · careful · {fee}');
    expect(withheldIn(corpus).filter((line) => line.includes('{complaint}'))).toEqual([]);
  });

  it('puts the emergency lines of every place into the bundle', () => {
    for (const id of ['xa', 'xa/poseidonis', 'xa/reef']) expect(emitted?.bundled.places[id]?.lines[0]).toMatchObject({ kind: 'emergency', number: '777' });
  });
});
