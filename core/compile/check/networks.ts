/** A network is shown as seen in a source, or as not confirmed; its words hold no numbers. */
import { digit } from './digits.ts';
import type { Rule } from './index.ts';

export const networks: Rule = function* (corpus) {
  for (const { file, data } of corpus.networks.values()) {
    if (!data.source && data.trust !== 'to-confirm') yield { file, what: `trust is "${data.trust}" without a source`, fix: 'name the page, or say to-confirm' };
    if (!data.purpose.en) yield { file, what: 'no purpose in English', fix: 'write one sentence' };
    for (const [lang, words] of [...Object.entries(data.purpose), ...Object.entries(data.obligations ?? {})]) {
      if (digit.test(words)) yield { file, what: `a digit in ${lang}: "${words}"`, fix: 'numbers change: leave them to the page of the network' };
    }
  }
};
