/** Facts, dates, sums, hours and labels in the words of one language. Channels add layout and escaping, nothing else. */
import i18next, { type i18n } from 'i18next';
import type { Bundled, Citation, FactValue, Inline, LocaleInfo, OpenState, Section, SectionName, ServiceCard, Trust } from '../core/index.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export class Say {
  readonly locale: string;
  readonly info: LocaleInfo;
  /** False when only the words of the bundle are there: enough for danger and for `failed`. */
  readonly complete: boolean;
  readonly #words: i18n;
  readonly #locales: Bundled['locales'];
  readonly #formats = new Map<string, unknown>();

  /** `words` are those of the shard `ui.<locale>`; null when it could not be loaded. */
  constructor(locale: string, bundled: Bundled, words: Readonly<Record<string, unknown>> | null) {
    const info = bundled.locales[locale];
    if (!info) throw new Error(`no locale ${locale}`);
    this.locale = locale;
    this.info = info;
    this.complete = words !== null;
    this.#locales = bundled.locales;
    this.#words = i18next.createInstance();
    void this.#words.init({
      lng: locale,
      initAsync: false,
      keySeparator: '.',
      interpolation: { escapeValue: false },
      resources: { [locale]: { translation: { ...words, essential: bundled.essential[locale] } } },
    });
  }

  /** Made once: what makes a format costs a hundred times what the format does. */
  #format<Format>(name: string, make: () => Format): Format {
    const format = (this.#formats.get(name) as Format | undefined) ?? make();
    this.#formats.set(name, format);
    return format;
  }

  /** More words of the same language: those of a desk. */
  learn(words: Readonly<Record<string, unknown>>): this {
    this.#words.addResourceBundle(this.locale, 'translation', words, true);
    return this;
  }

  /** All that was learnt, to be said elsewhere. */
  get words(): Readonly<Record<string, unknown>> {
    return this.#words.getResourceBundle(this.locale, 'translation');
  }

  /** The words under a key of `locales/<tag>.json`. */
  t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.#words.t(key, values);
  }

  label(kind: string, code: string): string {
    return this.t(kind === 'line' || kind === 'line_warning' ? `essential.${kind}.${code}` : `vocabulary.${kind}.${code}`);
  }

  section(name: SectionName): string {
    return this.t(`section.${name}`);
  }

  /** The heading of a section, with whom it is for and its language where that is another. */
  sectionTitle({ name, lang, status }: Section): string {
    const notes = [
      ...(status ? [this.t('answer.for_status', { status: this.label('status', status) })] : []),
      ...(lang === this.locale ? [] : [this.t('answer.section_language', { language: this.language(lang) })]),
    ];
    return [this.section(name), ...notes.map((note) => `(${note})`)].join(' ');
  }

  /** How any listed language runs. */
  direction(tag: string): 'ltr' | 'rtl' {
    return this.#locales[tag]?.direction ?? 'ltr';
  }

  language(tag: string): string {
    return this.#locales[tag]?.autonym ?? tag;
  }

  number(value: number): string {
    return this.#format('number', () => new Intl.NumberFormat(this.info.intl, { maximumFractionDigits: 2 })).format(value);
  }

  /** A calendar day, or a month of a year. Own names and order stand in for those that the Worker's Intl would give in English. */
  date(day: string): string {
    const date = new Date(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`);
    if (day.length === 4 || Number.isNaN(date.getTime())) return day;
    const { months, date: pattern, intl } = this.info;
    const numbered = (value: number): string => this.#format('year', () => new Intl.NumberFormat(intl, { useGrouping: false })).format(value);
    if (months && pattern) {
      return (day.length > 7 ? pattern : '{month} {year}')
        .replace('{day}', numbered(date.getUTCDate()))
        .replace('{month}', months[date.getUTCMonth()] ?? '')
        .replace('{year}', numbered(date.getUTCFullYear()));
    }
    const shown = { ...(day.length > 7 ? { day: 'numeric' as const } : {}), month: 'long' as const, year: 'numeric' as const, timeZone: 'UTC' };
    return this.#format(day.length > 7 ? 'day' : 'month', () => new Intl.DateTimeFormat(intl, shown)).format(date);
  }

  /** The name of the day of the week of a calendar day. */
  weekday(day: string): string {
    return this.t(`weekday.${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'monday'}`);
  }

  /** A fact with its unit; `form` is a grammatical case of the language file. */
  fact(fact: FactValue, form?: string): string {
    const { unit, value } = fact;
    if (typeof value === 'string') return unit === 'date' ? this.date(value) : value;
    if (unit === 'money') return this.#money(value, fact);
    if (unit === 'percent') return new Intl.NumberFormat(this.info.intl, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
    if (unit === 'count') return this.number(value);
    return this.t(`unit.${unit}`, { count: value, n: this.number(value), ...(form ? { context: form } : {}) });
  }

  #money(value: number, { currency = 'EUR', per }: FactValue): string {
    const digits = Number.isInteger(value) ? 0 : 2;
    const format = new Intl.NumberFormat(this.info.intl, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
    const amount = format.format(value);
    return per ? this.t(`per.${per}`, { amount }) : amount;
  }

  /** Inlines without any markup. */
  plain(content: readonly Inline[]): string {
    return content
      .map((inline) => {
        if (inline.type === 'strong') return this.plain(inline.content);
        if (inline.type === 'fact') return this.fact(inline.fact, inline.form);
        if (inline.type === 'emergency-here') return this.t('essential.lines.emergency_here');
        return inline.type === 'line' ? inline.line.number : inline.text;
      })
      .join('');
  }

  open(open: OpenState): string {
    if (open.state === 'unknown') return this.t('service.hours_unknown');
    if (open.state === 'open') return open.until ? this.t('service.open_until', { time: open.until }) : this.t('service.open_always');
    if (!open.opens) return this.t('service.closed');
    const { day, weekday, ahead, at } = open.opens;
    return this.t('service.closed_until', { day: ahead < 7 ? this.t(`weekday.${weekdays[weekday] ?? 'monday'}`) : this.date(day), time: at });
  }

  /** A warning when the details were not seen recently, else null. */
  freshness(card: Pick<ServiceCard, 'trust' | 'freshness' | 'source' | 'overdue'>): string | null {
    if (card.overdue) return this.t('trust.overdue');
    if (card.trust === 'to-confirm') return this.t('service.to_confirm');
    if (card.freshness === 'recent') return null;
    const year = /^\d{4}/.exec(card.source.seen)?.[0];
    return year ? this.t('service.call_first', { year }) : this.t('service.call_first_undated');
  }

  /** What a person wants to know of a door before going there: label and words. */
  door(card: ServiceCard): [label: string, text: string][] {
    const list = (kind: string, codes: readonly string[]): string => this.list(codes.map((code) => this.label(kind, code)));
    const ages = [
      ...(card.minimum_age === undefined ? [] : [this.t('service.age_from', { age: this.number(card.minimum_age) })]),
      ...(card.maximum_age === undefined ? [] : [this.t('service.age_to', { age: this.number(card.maximum_age) })]),
    ];
    return [
      [this.t('service.papers'), this.label('papers', card.papers)],
      [this.t('service.data'), this.label('data_shared', card.data_shared)],
      [this.t('service.fee'), this.label('fee', card.fee)],
      [this.t('service.for'), [list('eligibility', card.eligibility), ...ages].join('. ')],
      [this.t('service.access'), list('access', card.access)],
      ...(card.languages.length > 0 ? [[this.t('service.languages'), this.list(card.languages.map((tag) => this.languageName(tag)))] as [string, string]] : []),
    ];
  }

  /**
   * How to reach a door, a line each. `isolate` keeps a name, a number or an address apart from words that run the other way, where a channel
   * cannot do that by itself.
   */
  contacts(card: ServiceCard, isolate: (text: string) => string = (text) => text): string[] {
    const { phones, locations, email, url, askAt, distance } = card;
    return [
      this.open(card.open),
      ...phones.map(({ number }) => `${this.t('service.phone')}: ${isolate(number)}`),
      ...locations.map(({ address: { address_1, postal_code, city } }) => {
        const town = [postal_code, city].filter(Boolean).join(' ');
        return `${this.t('service.address')}: ${isolate([address_1, town].filter(Boolean).join(', '))}`;
      }),
      ...(email ? [`${this.t('service.email')}: ${isolate(email)}`] : []),
      ...(url ? [url] : []),
      ...(askAt ? [`${this.t('service.ask_at')}: ${isolate([askAt.name, askAt.number].filter(Boolean).join(' '))}`] : []),
      ...(distance === undefined ? [] : [this.distance(distance)]),
    ];
  }

  /** What a person wants to know of a door before going there, how fresh it is, and where it was read: a line each. */
  doorFacts(card: ServiceCard): string[] {
    const freshness = this.freshness(card);
    return [
      ...this.door(card).map(([label, text]) => `${label}: ${text}`),
      ...(freshness ? [freshness] : []),
      `${this.t('service.source')}: ${card.source.url}`,
    ];
  }

  list(items: readonly string[]): string {
    return this.#format('list', () => new Intl.ListFormat(this.info.intl, { type: 'conjunction' })).format(items);
  }

  /** The name of any language in this language, else in itself. */
  languageName(tag: string): string {
    const own = this.info.languages;
    const named = own ? own[tag] : this.#format('names', () => new Intl.DisplayNames(this.info.intl, { type: 'language', fallback: 'none' })).of(tag);
    return named ?? this.language(tag);
  }

  distance(metres: number): string {
    const amount =
      metres < 950
        ? this.t('unit.metres', { n: this.number(Math.round(metres / 50) * 50) })
        : this.t('unit.kilometres', { n: this.number(Math.round(metres / 100) / 10) });
    return this.t('service.distance', { distance: amount });
  }

  /** The everyday name of a law, its own name, and the article. */
  citation(citation: Citation): string {
    if (citation.type === 'page')
      return [citation.title ?? new URL(citation.url).hostname, citation.seen === 'undated' ? '' : this.date(citation.seen)].filter(Boolean).join(', ');
    const name = citation.gloss && citation.gloss !== citation.name ? `${citation.gloss} (${citation.name})` : citation.name;
    return citation.article ? `${name}, ${this.t('answer.article', { article: citation.article })}` : name;
  }

  /** How well this was checked, and by whom: one sentence each, most important first. */
  trust(trust: Trust, asOf: string): string[] {
    const reviewers = Object.values(trust.reviewedBy);
    return [
      ...(trust.overdue ? [this.t('trust.overdue')] : []),
      this.t('trust.checked_on', { date: this.date(trust.checkedOn) }),
      reviewers.length > 0 ? this.t('trust.reviewed', { reviewers: this.list(reviewers) }) : this.t('trust.not_reviewed'),
      ...(trust.translation === 'machine' ? [this.t('trust.machine')] : []),
      ...(trust.behind ? [this.t('trust.behind')] : []),
      this.t('trust.as_of', { date: this.date(asOf) }),
    ];
  }
}
