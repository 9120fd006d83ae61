/** Every language file says the same things: same keys (plural and case forms aside), same placeholders, and a label for each code. */
import type { Rule } from './index.ts';
import { stringsIn } from './strings.ts';

/** Kinds of codes that people see. The others are for editors. */
const labelled = [
  'group',
  'audience',
  'status',
  'bearer',
  'line',
  'line_warning',
  'source_kind',
  'checked',
  'trust',
  'freshness',
  'fee',
  'papers',
  'data_shared',
  'eligibility',
  'access',
  'service_category',
  'commitment_kind',
  'commitment_element',
  'network_kind',
  'network_need',
  'network_member',
  'network_small_towns',
  'network_cost',
  'network_activity',
];

/** Kinds whose labels must be sayable when nothing loads. */
const essential = ['line', 'line_warning'];

/** i18next: `key_case_plural`. */
const forms = /(?:_(?:nom|gen|dat|acc|ins|loc))?(?:_(?:zero|one|two|few|many|other))?$/;

export const localeKeys: Rule = function* (corpus) {
  const reference = corpus.locales.get('en');
  if (!reference) {
    yield { file: 'locales/en.json', what: 'is missing', fix: 'English is the reference of all language files' };
    return;
  }
  const wanted = keysOf(reference.data);
  for (const kind of labelled) {
    for (const code of Object.keys(corpus.vocabulary[kind] ?? {})) {
      const key = `${essential.includes(kind) ? 'essential' : 'vocabulary'}.${kind}.${code}`;
      if (!wanted.has(key)) yield { file: reference.file, what: `no label ${key}`, fix: 'add it, in every language' };
    }
  }
  for (const [tag, { file, data }] of corpus.locales) {
    if (!corpus.languages.has(tag))
      yield { file, what: `content/languages/${tag}.yml is missing`, fix: 'add it: stop words, markers, negation; see content/README.md' };
    const own = keysOf(data);
    for (const [key, placeholders] of wanted) {
      const found = own.get(key);
      if (found === undefined) yield { file, what: `no "${key}"`, fix: 'translate it from locales/en.json' };
      else if (found !== placeholders)
        yield { file, what: `"${key}" has placeholders ${found || 'none'}`, fix: `use ${placeholders || 'none'}, as in English` };
    }
    for (const what of missingPlurals(tag, reference.data, data)) yield { file, what: `no "${what}"`, fix: `give every plural form that ${tag} has` };
    for (const key of own.keys()) if (!wanted.has(key)) yield { file, what: `"${key}" is not in locales/en.json`, fix: 'remove it, or add it in English' };
  }
};

const plural = /_(?:zero|one|two|few|many|other)$/;

/** Words that are counted need a form for each category of `Intl.PluralRules`; case forms may leave out those that look the same. */
function missingPlurals(tag: string, reference: Record<string, unknown>, own: Record<string, unknown>): string[] {
  const counted = new Set([...stringsIn(reference)].filter(([path]) => plural.test(path)).map(([path]) => path.replace(plural, '')));
  const found = new Set([...stringsIn(own)].map(([path]) => path));
  const { pluralCategories } = new Intl.PluralRules([tag, 'en']).resolvedOptions();
  return [...counted].flatMap((key) => pluralCategories.map((category) => `${key}_${category}`)).filter((path) => !found.has(path));
}

function keysOf(file: Record<string, unknown>): Map<string, string> {
  const { $locale: _, ...words } = file;
  const keys = new Map<string, string>();
  for (const [path, text] of stringsIn(words)) {
    const placeholders = [...new Set(text.match(/\{\{[^{}]*\}\}/g) ?? [])]
      .filter((p) => p !== '{{count}}')
      .sort()
      .join(' ');
    keys.set(path.replace(forms, ''), placeholders);
  }
  return keys;
}
