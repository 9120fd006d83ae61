/** A value fits its unit: a length of time is a number that is not below nought, a date is a date, a phone number is digits. */
import { allTopicFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

const date = /^\d{4}-\d{2}-\d{2}$/;
const phone = /^\+?[\d ]+$/;

export const values: Rule = function* (corpus) {
  for (const { topic } of allTopicFolders(corpus)) {
    for (const [id, fact] of Object.entries(topic.data.facts)) {
      for (const [from, { value }] of Object.entries(fact.values)) {
        if (value === null) continue;
        const fits =
          fact.unit === 'date' || fact.unit === 'phone'
            ? typeof value === 'string' && (fact.unit === 'date' ? date : phone).test(value)
            : typeof value === 'number' && value >= 0;
        if (!fits)
          yield {
            file: topic.file,
            what: `fact "${id}" from ${from}: ${JSON.stringify(value)} is no value in ${fact.unit}`,
            fix: 'a plain number; a date as 2026-05-31; a phone number as dialled, in quotes',
          };
      }
    }
  }
};
