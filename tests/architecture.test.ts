import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const list = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms)].map(([, type, target = '']) => ({
    file,
    from: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
    typeOnly: type !== undefined,
  }));
}

const core = list('core');
const bot = list('bot');
const imports = [...core, ...bot].flatMap(importsOf);
const channels = readdirSync('bot', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'migrations')
  .map(({ name }) => name);

const inCompile = (file: string): boolean => file.startsWith('core/compile/');
const inSchema = (file: string): boolean => file.startsWith('core/schema/');
const runs = imports.filter(({ file }) => file.startsWith('core/') && !inCompile(file) && !inSchema(file));
const show = (found: readonly Import[]): string[] => found.map(({ file, from }) => `${file} imports ${from}`);

describe('the core', () => {
  it('never imports the bot', () => expect(show(imports.filter(({ file, from }) => file.startsWith('core/') && from.startsWith('bot/')))).toEqual([]));

  it('imports nothing but stemmers at run time: no node:, no SDK, no zod, no i18next', () => {
    const foreign = runs.filter(({ from, typeOnly }) => !typeOnly && !from.startsWith('core/') && !from.startsWith('@orama/stemmers/'));
    expect(show(foreign)).toEqual([]);
  });

  it('knows schemas as types only, and nothing of the compiler', () => {
    const wrong = runs.filter(({ from, typeOnly }) => inCompile(from) || (inSchema(from) && !typeOnly));
    expect(show(wrong)).toEqual([]);
  });

  it('touches the disk only where it reads, writes and is called', () => {
    const disk = imports.filter(({ file, from }) => file.startsWith('core/') && /^(?:node:)?fs/.test(from)).map(({ file }) => file);
    expect([...new Set(disk)].sort()).toEqual([
      'core/compile/cli.ts',
      'core/compile/po-cli.ts',
      'core/compile/read.ts',
      'core/compile/schema-cli.ts',
      'core/compile/stamp.ts',
      'core/compile/write.ts',
    ]);
  });

  it('does not ask the clock, the environment or chance', () => {
    const asks = core
      .filter((file) => !inCompile(file))
      .filter((file) => /Date\.now\(\)|new Date\(\)|performance\.|process\.|Math\.random/.test(withoutComments(file)));
    expect(asks).toEqual([]);
  });

  it('writes nothing to any log', () => {
    const loud = [...core, ...bot].filter((file) => !/-?cli\.ts$/.test(file)).filter((file) => /console\./.test(withoutComments(file)));
    expect(loud).toEqual([]);
  });
});

describe('the bot', () => {
  it('enters the core through its one door', () => {
    const doors = imports.filter(({ file, from }) => file.startsWith('bot/') && from.startsWith('core/') && from !== 'core/index.ts');
    expect(show(doors)).toEqual([]);
  });

  it('has the same three files in each channel', () => {
    for (const channel of channels) {
      const files = readdirSync(`bot/${channel}`).map((file) => file.replace(/\.tsx?$/, ''));
      expect(files, channel).toEqual(expect.arrayContaining(['index', 'render', 'request']));
    }
  });

  it('lets no channel know another', () => {
    const crossing = imports.filter(({ file, from }) =>
      channels.some((own) => file.startsWith(`bot/${own}/`) && channels.some((other) => other !== own && from.startsWith(`bot/${other}/`))),
    );
    expect(show(crossing)).toEqual([]);
  });

  it('leaves zod and the disk to what runs before the Worker', () => {
    const before = [
      'bot/web/schema.ts',
      'bot/web/openapi.ts',
      'bot/web/build.ts',
      'bot/terminal/index.ts',
      'bot/disk.ts',
      'bot/feedback-cli.ts',
      'bot/held.ts',
      'bot/slack/manifest.ts',
      'bot/telegram/poll.ts',
      'bot/telegram/setup.ts',
    ];
    const heavy = imports.filter(({ file, from }) => file.startsWith('bot/') && (from === 'zod' || from.startsWith('node:') || before.includes(from)));
    expect(show(heavy.filter(({ file }) => !before.includes(file)))).toEqual([]);
  });

  it('keeps SDKs out of requests and renders', () => {
    const sdk = imports.filter(
      ({ file, from, typeOnly }) => /\/(?:request|render)\.tsx?$/.test(file) && !typeOnly && !/^(?:core|bot)\//.test(from) && from !== 'hono/jsx',
    );
    expect(show(sdk)).toEqual([]);
  });
});

describe('the house', () => {
  it('has the rooms of the README and no others', () => {
    const allowed = [
      'bot',
      'core',
      'locales',
      'content',
      'tests',
      'wrangler.toml',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
      'SECURITY.md',
      'biome.json',
      'vitest.config.ts',
      'dist',
      'node_modules',
    ];
    expect(readdirSync('.').filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });

  it('keeps files short enough to be read at once', () => {
    const long = [...core, ...bot].map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const).filter(([, lines]) => lines > 300);
    expect(long).toEqual([]);
  });

  it('keeps questions out of logs and addresses', () => {
    const settings = readFileSync('wrangler.toml', 'utf8');
    expect(settings).toMatch(/\[observability\]\s*\nenabled = false/);
    expect(settings).not.toMatch(/logpush\s*=\s*true|tail_consumers/);
  });

  it('marks the licences', () => {
    expect(existsSync('LICENSE')).toBe(true);
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/CC BY 4\.0/);
  });
});

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
