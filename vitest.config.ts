import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig, type Plugin } from 'vitest/config';
import { compileAtlantis } from './tests/fixtures/atlantis/index.ts';

/** The invented country, compiled, for tests that run where there is no disk. */
function atlantis(): Plugin {
  const id = 'virtual:atlantis';
  return {
    name: 'atlantis',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined;
      const { emitted, problems } = compileAtlantis();
      if (!emitted) throw new Error(`Atlantis does not compile: ${JSON.stringify(problems)}`);
      return `export const bundled = ${JSON.stringify(emitted.bundled)}; export const shards = ${JSON.stringify([...emitted.shards])};`;
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/workerd/**'], testTimeout: 60_000 },
      },
      {
        plugins: [atlantis(), cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: { name: 'workerd', include: ['tests/workerd/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
    ],
  },
});
