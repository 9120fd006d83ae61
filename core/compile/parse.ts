/** Files -> Corpus. Strict: an unknown field is a problem. */
import { parse as parseYaml } from 'yaml';
import * as schema from '../schema/index.ts';
import { fold, words } from '../text.ts';
import type { CommitmentFolder, Corpus, Doc, PlaceFolder, Prose, TopicFolder, UrgentFolder } from './corpus.ts';
import type { Problem } from './problem.ts';
import { parseProse } from './prose.ts';
import type { Files } from './read.ts';

type Schema<T> = {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
};

export function parse(files: Files): { corpus: Corpus; problems: Problem[] } {
  const parser = new Parser(files);
  const corpus = parser.corpus();
  return { corpus, problems: parser.problems };
}

class Parser {
  readonly problems: Problem[] = [];
  readonly #files: Files;
  /** Folder -> its Markdown files: thousands of folders would otherwise each look through thousands of files. */
  readonly #prosesIn: ReadonlyMap<string, readonly (readonly [file: string, text: string])[]>;
  readonly #used = new Set<string>();

  constructor(files: Files) {
    this.#files = files;
    this.#prosesIn = Map.groupBy(
      [...files].filter(([file]) => file.endsWith('.md')),
      ([file]) => file.slice(0, file.lastIndexOf('/') + 1),
    );
  }

  corpus(): Corpus {
    const corpus: Corpus = {
      vocabulary: this.#yaml('content/vocabulary.yml', schema.vocabulary)?.data ?? {},
      laws: this.#each(/^content\/law\/([^/]+)\.yml$/, schema.law),
      languages: this.#each(/^content\/languages\/([^/]+)\.yml$/, schema.language),
      locales: this.#each(/^locales\/([^/]+)\.json$/, schema.localeFile),
      topics: this.#topics('content/topics/', null),
      mostAsked: this.#yaml('content/most-asked.yml', schema.mostAsked)?.data ?? [],
      places: this.#places(),
      urgent: this.#urgent(),
      commitments: this.#commitments(),
      networks: this.#each(/^content\/networks\/([^/]+)\.yml$/, schema.network),
      glossary: this.#glossary(),
      questions: this.#questions(),
    };
    for (const file of this.#files.keys()) {
      if (!this.#used.has(file) && file !== 'content/README.md')
        this.#report(file, 'parse', 'is in no place the compiler reads', 'see content/README.md for where files belong');
    }
    return corpus;
  }

  #report(file: string, rule: string, what: string, fix: string): void {
    this.problems.push({ file, rule, what, fix });
  }

  #yaml<T>(file: string, shape: Schema<T>): Doc<T> | undefined {
    const text = this.#files.get(file);
    if (text === undefined) return undefined;
    this.#used.add(file);
    try {
      return this.#checked(file, file.endsWith('.json') ? JSON.parse(text) : parseYaml(text), shape);
    } catch (error) {
      this.#report(file, 'parse', error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'is not valid', 'repair the YAML or JSON');
      return undefined;
    }
  }

  #checked<T>(file: string, value: unknown, shape: Schema<T>): Doc<T> | undefined {
    const result = shape.safeParse(value);
    if (result.success) return { file, data: result.data };
    for (const issue of result.error.issues) {
      this.#report(file, 'schema', `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`, 'see content/README.md for this kind of file');
    }
    return undefined;
  }

  /** Every file whose path matches, by the captured id. */
  #each<T>(pattern: RegExp, shape: Schema<T>): Map<string, Doc<T>> {
    const found = new Map<string, Doc<T>>();
    for (const file of this.#files.keys()) {
      const id = pattern.exec(file)?.[1];
      const doc = id ? this.#yaml(file, shape) : undefined;
      if (id && doc) found.set(id, doc);
    }
    return found;
  }

  #topics(prefix: string, place: string | null): Map<string, TopicFolder> {
    const ids = new Set([...this.#files.keys()].filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length).split('/')[0] ?? ''));
    const folders = new Map<string, TopicFolder>();
    for (const id of ids) {
      const folder = `${prefix}${id}/`;
      const topic = this.#yaml(`${folder}topic.yml`, schema.topic);
      const texts = this.#texts(folder, schema.sectionNames);
      if (topic) folders.set(id, { id, place, topic, texts });
      else if (!this.#files.has(`${folder}topic.yml`)) this.#report(folder, 'parse', 'has no topic.yml', 'add one; see content/README.md');
    }
    return folders;
  }

  #texts<Name extends string>(folder: string, names: readonly Name[]): Map<string, Doc<Prose<Name>>> {
    const texts = new Map<string, Doc<Prose<Name>>>();
    for (const [file, text] of this.#prosesIn.get(folder) ?? []) {
      const tag = /^([A-Za-z-]+)\.md$/.exec(file.slice(folder.length))?.[1];
      if (!tag) continue;
      this.#used.add(file);
      const doc = this.#prose(file, text, names);
      if (doc) texts.set(tag, doc);
    }
    return texts;
  }

  #prose<Name extends string>(file: string, text: string, names: readonly Name[]): Doc<Prose<Name>> | undefined {
    try {
      const raw = parseProse(text, names);
      for (const [what, fix] of raw.complaints) this.#report(file, 'markdown', what, fix);
      const frontMatter = this.#checked(file, raw.frontMatter, schema.proseFrontMatter);
      return frontMatter && { file, data: { ...frontMatter.data, sections: raw.sections } };
    } catch (error) {
      this.#report(file, 'parse', error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'is not valid', 'repair the front matter');
      return undefined;
    }
  }

  #places(): Map<string, PlaceFolder> {
    const places = new Map<string, PlaceFolder>();
    for (const [id, place] of this.#each(/^content\/places\/([^/]+(?:\/[^/]+)?)\/place\.yml$/, schema.place)) {
      const folder = `content/places/${id}/`;
      places.set(id, {
        id,
        place,
        holidays: this.#yaml(`${folder}holidays.yml`, schema.holidays)?.data.dates ?? [],
        services: this.#each(new RegExp(`^${folder}services/([^/]+)\\.yml$`), schema.service),
        topics: this.#topics(`${folder}topics/`, id),
      });
    }
    return places;
  }

  #urgent(): Map<string, UrgentFolder> {
    const kinds = new Map<string, UrgentFolder>();
    for (const [kind, urgent] of this.#each(/^content\/urgent\/([^/]+)\/urgent\.yml$/, schema.urgent)) {
      const words = this.#each(new RegExp(`^content/urgent/${kind}/(?!urgent)([A-Za-z-]+)\\.yml$`), schema.urgentWords);
      kinds.set(kind, { kind, urgent, words });
    }
    return kinds;
  }

  #commitments(): Map<string, CommitmentFolder> {
    const commitments = new Map<string, CommitmentFolder>();
    for (const [id, commitment] of this.#each(/^content\/commitments\/([^/]+)\/commitment\.yml$/, schema.commitment)) {
      commitments.set(id, { id, commitment, texts: this.#texts(`content/commitments/${id}/`, schema.commitmentSectionNames) });
    }
    return commitments;
  }

  #glossary(): Map<string, Map<string, Doc<schema.GlossaryTerm>>> {
    const terms = new Map<string, Map<string, Doc<schema.GlossaryTerm>>>();
    for (const [path, doc] of this.#each(/^content\/glossary\/([^/]+\/[^/]+)\.yml$/, schema.glossaryTerm)) {
      const [term = '', tag = ''] = path.split('/');
      terms.set(term, (terms.get(term) ?? new Map()).set(tag, doc));
    }
    return terms;
  }

  #questions(): Set<string> {
    const folded = new Set<string>();
    for (const [file, text] of this.#files) {
      if (!/^tests\/questions\/(?:danger\/)?[^/]+\.yml$/.test(file)) continue;
      this.#used.add(file);
      for (const question of (parseYaml(text) ?? []) as { text?: string }[]) folded.add(foldQuestion(question.text ?? ''));
    }
    return folded;
  }
}

/** How questions are compared: by their words alone. */
export function foldQuestion(text: string): string {
  return words(fold(text)).join(' ');
}
