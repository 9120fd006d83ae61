import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig, type Plugin } from 'vitest/config';
import { compileAtlantis } from './tests/fixtures/atlantis/index.ts';
import { Table } from './tests/proof/reporter.ts';
import { startFakeSlack } from './tests/slack/fake.ts';

/** The invented country, compiled, for tests that run where there is no disk. */
export function atlantis(): Plugin {
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

/** The tables of the Worker, for a real D1. */
function migrations(): Plugin {
  const id = 'virtual:migrations';
  return {
    name: 'migrations',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: async (source) => (source === `\0${id}` ? `export default ${JSON.stringify(await readD1Migrations('bot/migrations'))};` : undefined),
  };
}

/** As [alias] in wrangler.toml, which Vitest does not read. Bolt is CommonJS and has to be bundled before workerd can load it. */
const unused = fileURLToPath(new URL('bot/slack/unused.cjs', import.meta.url));
const bolt = {
  resolve: { alias: [{ find: /^(express|raw-body|@slack\/oauth|@slack\/socket-mode)$/, replacement: unused }] },
  optimizer: { ssr: { enabled: true, include: ['@slack/bolt'], rolldownOptions: { external: [/^node:/, ...builtinModules] } } },
};

/** What the Worker would have as secrets, with a Slack on the loopback in the place of the real one. */
const slack = {
  SLACK_SIGNING_SECRET: 'a secret of the tests',
  SLACK_BOT_TOKEN: 'xoxb-T0',
  SLACK_API_URL: `http://127.0.0.1:${await startFakeSlack()}/api/`,
};

/** `vitest run` is the gate, `vitest run --mode deep` the long set; `SEED=7` repeats a run. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

export default defineConfig(({ mode }) => {
  const depth = mode === 'deep' ? 'deep' : 'gate';
  const patience = depth === 'deep' ? 10 : 1;
  const provide = { depth, seed } as const;
  return {
    test: {
      reporters: ['default', new Table()],
      // Each file in turn would wait for the clocks of the others; the default leaves a core idle.
      maxWorkers: '100%',
      provide,
      projects: [
        {
          test: {
            name: 'node',
            environment: 'node',
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/workerd/**', 'tests/browser/**'],
            testTimeout: 60_000 * patience,
            provide,
          },
        },
        {
          plugins: [atlantis(), migrations(), cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, miniflare: { bindings: slack } })],
          resolve: bolt.resolve,
          test: {
            name: 'workerd',
            include: ['tests/workerd/**/*.test.{ts,tsx}'],
            testTimeout: 30_000 * patience,
            deps: { optimizer: bolt.optimizer },
            provide,
          },
        },
        {
          test: {
            name: 'browser',
            environment: 'node',
            include: ['tests/browser/**/*.test.ts'],
            globalSetup: ['tests/browser/setup.ts'],
            fileParallelism: false,
            testTimeout: 120_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
