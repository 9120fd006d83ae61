/** What is named exists: laws and their articles, sources, topics, places. */
import { allTopicFolders } from '../corpus.ts';
import type { Rule } from './index.ts';

export const references: Rule = function* (corpus) {
  const topics = new Set(allTopicFolders(corpus).map((folder) => folder.id));
  for (const { file, data } of [
    ...allTopicFolders(corpus).map(({ topic }) => topic),
    ...[...corpus.commitments.values()].map(({ commitment }) => commitment),
  ]) {
    for (const source of Object.values(data.sources)) {
      if (!('law' in source)) continue;
      const law = corpus.laws.get(source.law);
      if (!law) yield { file, what: `law "${source.law}" does not exist`, fix: `add content/law/${source.law}.yml` };
      else if (source.article === undefined ? law.data.articles.length > 0 : !law.data.articles.includes(source.article))
        yield { file, what: `${source.law} lists no article "${source.article ?? '(none given)'}"`, fix: `add it to articles in ${law.file}` };
    }
  }
  for (const id of corpus.mostAsked) if (!topics.has(id)) yield { file: 'content/most-asked.yml', what: `topic "${id}" does not exist`, fix: 'remove it' };
  for (const { id, topic } of allTopicFolders(corpus)) {
    const { data, file } = topic;
    const named = [
      ...data.duties.map((duty) => duty.source),
      ...Object.values(data.facts).flatMap((fact) => Object.values(fact.values).map((value) => value.source)),
    ];
    for (const source of new Set(named))
      if (!Object.hasOwn(data.sources, source)) yield { file, what: `source "${source}" is not under sources`, fix: 'add it' };
    for (const other of data.related)
      if (!topics.has(other) || other === id) yield { file, what: `related topic "${other}" does not exist or is the topic itself`, fix: 'remove it' };
    for (const [name, fact] of Object.entries(data.facts)) {
      if ((fact.unit === 'money') !== (fact.currency !== undefined))
        yield { file, what: `fact "${name}": currency goes with unit money`, fix: 'give both, or neither' };
    }
  }
  for (const { place, services } of corpus.places.values()) {
    for (const parent of place.data.within)
      if (!corpus.places.has(parent)) yield { file: place.file, what: `place "${parent}" does not exist`, fix: 'add it, or remove it from within' };
    for (const { file, data } of services.values()) {
      for (const topic of data.topics) if (!topics.has(topic)) yield { file, what: `topic "${topic}" does not exist`, fix: 'remove it' };
    }
  }
  for (const { urgent } of corpus.urgent.values()) {
    if (!topics.has(urgent.data.topic)) yield { file: urgent.file, what: `topic "${urgent.data.topic}" does not exist`, fix: 'name a topic of content/topics' };
  }
};
