import { describe, expect, it } from 'vitest';
import { chooseNetworks, type NetworkWish, openCore } from '../../core/index.ts';
import { atlantisFiles, compileAtlantis } from '../fixtures/atlantis/index.ts';

const league = atlantisFiles().get('content/networks/reef-league.yml') ?? '';
const { emitted, problems } = compileAtlantis({
  'content/networks/far-choir.yml': league.replace('Reef League', 'Far Choir').replace('[learning, voice]', '[voice, learning]').replace('free', 'fee'),
  'content/networks/sunken-circle.yml': league
    .replace('Reef League', 'Sunken Circle')
    .replace('activity: active', 'activity: ended')
    .replace('small_towns: good', 'small_towns: limited'),
});
if (!emitted) throw new Error(problems.map(({ what }) => what).join('\n'));
const core = openCore(emitted.bundled, async (name) => new TextEncoder().encode(emitted.shards.get(name)).buffer as ArrayBuffer);

describe('choosing a network', () => {
  const names = async (wish: NetworkWish): Promise<string[]> => (await chooseNetworks(wish, core)).map(({ name }) => name);

  it('puts those first whose first need it is, then those at work', async () => {
    expect(await names({ need: 'learning' })).toEqual(['Reef League', 'Sunken Circle', 'Far Choir']);
    expect(await names({ need: 'voice' })).toEqual(['Far Choir', 'Reef League', 'Sunken Circle']);
  });

  it('leaves out what is hard for small towns, costs money, or is for something else', async () => {
    expect(await names({ smallTown: true })).toEqual(['Far Choir', 'Reef League']);
    expect(await names({ free: true })).toEqual(['Reef League', 'Sunken Circle']);
    expect(await names({ need: 'money' })).toEqual([]);
  });
});
