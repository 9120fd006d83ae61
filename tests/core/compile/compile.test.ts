import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../core/compile/index.ts';
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
    for (const [name, text] of emitted?.shards ?? []) expect(emitted?.bundled.shards[name]).toBe(createHash('sha256').update(text).digest('hex'));
    expect(Object.keys(emitted?.bundled.shards ?? {}).length).toBe(emitted?.shards.size);
  });

  it('changes its version when a word changes', () => {
    const path = 'content/topics/unpaid-pearls/en.md';
    const changed = compileAtlantis({ [path]: (atlantisFiles().get(path) ?? '').replace('Go along.', 'Walk along.') });
    expect(changed.emitted?.bundled.version).not.toBe(emitted?.bundled.version);
  });

  it('writes a place text only where a local text exists', () => {
    const names = [...(emitted?.shards.keys() ?? [])];
    expect(names).toContain('place.xa.en');
    expect(names).not.toContain('place.xa/reef.en');
    expect(names).not.toContain('place.xa.ar');
  });

  it('puts the emergency lines of every place into the bundle', () => {
    for (const id of ['xa', 'xa/poseidonis', 'xa/reef']) expect(emitted?.bundled.places[id]?.lines[0]).toMatchObject({ kind: 'emergency', number: '777' });
  });
});
