/** Tests of pure code, in Node, for Stryker: it changes the code a hundred times over, and each change has to turn one of these red. */
import { defineConfig } from 'vitest/config';
import { atlantis } from '../../vitest.config.ts';

export default defineConfig({
  plugins: [atlantis()],
  test: {
    testTimeout: 60_000,
    include: [
      'tests/bot/telegram/tap.test.ts',
      'tests/bot/telegram/pieces.test.ts',
      'tests/core/danger-patterns.test.ts',
      'tests/bot/slack-verify.test.ts',
      'tests/core/facts.test.ts',
      'tests/core/place.test.ts',
      'tests/workerd/bot/telegram/rich.test.ts',
      'tests/workerd/core/urgent.test.ts',
      'tests/workerd/core/ask.test.ts',
    ],
  },
});
