/**
 * How a word sounds, roughly: its consonants, alike whether it was typed in its own script or in Latin letters ("zarplata" and "зарплата" are both
 * `zrplt`). Vowels go, because Arabic script leaves them out and everybody spells them otherwise; sounds that people write with one another's letters
 * are one. Words arrive folded (core/text.ts).
 */

/** Letters and what they sound like; all others are silent. */
type Letters = ReadonlyMap<string, string>;

interface Family {
  readonly letters: Letters;
  /** How its sounds are typed in Latin letters: in this order, before vowels go. */
  readonly latin: readonly (readonly [pattern: RegExp, sound: string])[];
}

function letters(...rows: readonly string[]): Letters {
  return new Map(rows.flatMap((row) => row.split(', ').map((pair) => pair.split(' ') as [string, string])));
}

const cyrillic: Family = {
  letters: letters('б b, в v, г g, ґ g, д d, ж j, з z, к k, л l, м m, н n, п p, р r, с s, т t, ф f, х h, ц c, ч q, ш x, щ x'),
  latin: [
    [/shch|sch|sh/g, 'X'],
    [/tch|ch/g, 'Q'],
    [/j/g, ''],
    [/zh/g, 'J'],
    [/kh|x/g, 'h'],
    [/ts|tz|c/g, 'C'],
    [/w/g, 'v'],
  ],
};

const greek: Family = {
  letters: letters('β v, γ g, δ d, ζ z, θ t, κ k, λ l, μ m, ν n, ξ ks, π p, ρ r, σ s, τ t, φ f, χ h, ψ ps'),
  latin: [
    [/ks|3/g, 'ks'],
    [/th|8/g, 't'],
    [/ch|x/g, 'h'],
    [/w/g, ''],
    [/b/g, 'v'],
  ],
};

/** Arabic, Persian, Pashto, Urdu: h is written too variously to count, w and y are mostly vowels. */
const arabic: Family = {
  letters: letters(
    'ب b, ت t, ث s, ج j, خ k, د d, ذ z, ر r, ز z, س s, ش x, ص s, ض d, ط t, ظ z, غ g, ف f, ق k, ك k, ل l, م m, ن n',
    'پ p, چ x, ژ j, گ g, ګ g, ټ t, ډ d, ړ r, ږ g, ښ x, ڼ n, ځ z, څ s, ٹ t, ڈ d, ڑ r',
  ),
  latin: [
    [/sh|ch/g, 'X'],
    [/zh/g, 'J'],
    [/kh|[cq5]/g, 'k'],
    [/gh|8/g, 'g'],
    [/6/g, 't'],
    [/9/g, 's'],
    [/[hwv]/g, ''],
  ],
};

/** Devanagari, Bengali, Gurmukhi: breathed and plain consonants are one. */
const indic: Family = {
  letters: letters(
    'क k, ख k, ग g, घ g, ङ n, च q, छ q, ज j, झ j, ञ n, ट t, ठ t, ड d, ढ d, ण n, त t, थ t, द d, ध d, न n, प p, फ f, ब b, भ b, म m, र r, ल l, व b, श s, ष s, स s, ं n',
    'ਕ k, ਖ k, ਗ g, ਘ g, ਙ n, ਚ q, ਛ q, ਜ j, ਝ j, ਞ n, ਟ t, ਠ t, ਡ d, ਢ d, ਣ n, ਤ t, ਥ t, ਦ d, ਧ d, ਨ n, ਪ p, ਫ f, ਬ b, ਭ b, ਮ m, ਰ r, ਲ l, ਵ b, ੜ r, ਸ s, ਂ n',
    'ক k, খ k, গ g, ঘ g, ঙ n, চ q, ছ q, জ j, ঝ j, ঞ n, ট t, ঠ t, ড d, ঢ d, ণ n, ত t, থ t, দ d, ধ d, ন n, প p, ফ f, ব b, ভ b, ম m, য j, র r, ল l, শ s, ষ s, স s, ং n',
  ),
  latin: [
    [/sch/g, 'sk'],
    [/ch+/g, 'Q'],
    [/[cq]/g, 'k'],
    [/ph/g, 'f'],
    [/z/g, 'j'],
    [/[vw]/g, 'b'],
    [/h/g, ''],
  ],
};

/** From U+1200 on, each row of eight letters has one consonant; `-` is silent. */
const ethiopicRows = [...'-l-msrsxkkkkbbtq--nn-kk----zj-ddjgggtqpccfp'];
const ethiopicStart = 0x1200;
const ethiopic: Family = {
  letters: new Map(
    ethiopicRows.flatMap((sound, row) =>
      sound === '-' ? [] : Array.from({ length: 8 }, (_, at) => [String.fromCodePoint(ethiopicStart + 8 * row + at), sound] as const),
    ),
  ),
  latin: [
    [/sh/g, 'X'],
    [/ch/g, 'Q'],
    [/zh/g, 'J'],
    [/ts|tz/g, 'C'],
    [/q/g, 'k'],
    [/[hw]/g, ''],
  ],
};

/** By the script of a language, ISO 15924. */
const families: Readonly<Record<string, Family>> = { Cyrl: cyrillic, Grek: greek, Arab: arabic, Deva: indic, Beng: indic, Guru: indic, Ethi: ethiopic };

/** Fewer consonants fit too many words. */
const leastConsonants = 2;

/** Of a folded word. */
export function isTypedInLatin(word: string): boolean {
  return /^[a-z0-9]+$/.test(word);
}

/** The sound of a word of a language written in `script`, however it was typed; null when it says too little, or its script writes what Latin letters say. */
export function soundOf(word: string, script: string): string | null {
  const family = families[script];
  if (!family) return null;
  const typed = isTypedInLatin(word) ? typedSound(word, family) : [...word].map((letter) => family.letters.get(letter) ?? '').join('');
  const sound = typed.replace(/(.)\1+/g, '$1');
  return sound.length < leastConsonants ? null : sound;
}

/** Capitals are sounds already found: they are safe from the rules after them. */
function typedSound(word: string, { latin }: Family): string {
  const sounds = latin.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
  return sounds.replace(/[aeiouy0-9]/g, '').toLowerCase();
}
