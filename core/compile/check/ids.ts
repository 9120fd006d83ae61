/** Ids stand in addresses: none may look like a language or a route. Countries keep their ISO code, which is always the first part. */
import { allTopicFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

const routes = new Set([
  'api',
  'content',
  'assets',
  'embed',
  'telegram',
  'slack',
  'networks',
  'health',
  'services',
  'service',
  'emergency',
  'privacy',
  'about',
  'law',
  'duties',
  'commitments',
  'assessment',
  'card',
  'deadline',
  'feedback',
  'sitemap',
  'topics',
]);
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const ids: Rule = function* (corpus) {
  const taken = (id: string): string | undefined =>
    corpus.locales.has(id) ? 'a language tag' : routes.has(id) ? 'a route' : kebab.test(id) ? undefined : 'not kebab-case';
  for (const { id, place, services } of corpus.places.values()) {
    for (const part of id.includes('/') ? id.split('/').slice(1) : []) {
      const why = taken(part);
      if (why) yield { file: place.file, what: `place id "${id}" is ${why}`, fix: 'choose another folder name' };
    }
    if (routes.has(id)) yield { file: place.file, what: `place id "${id}" is a route`, fix: 'choose another folder name' };
    for (const [service, doc] of services) {
      if (!kebab.test(service)) yield { file: doc.file, what: `"${service}" is not kebab-case`, fix: 'rename the file' };
    }
  }
  for (const folder of allTopicFolders(corpus)) {
    const why = taken(folder.id);
    if (why) yield { file: folder.topic.file, what: `topic id "${folder.id}" is ${why}`, fix: 'choose another folder name' };
    if (folder.place !== null && !corpus.topics.has(folder.id) && !folder.topic.data.group) {
      yield {
        file: folder.topic.file,
        what: `topic "${folder.id}" is not in content/topics`,
        fix: 'give group, tier, audiences and statuses, or write the general topic',
      };
    }
  }
};
