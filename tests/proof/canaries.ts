/** Names, numbers and handles that people might write, and every way in which one could lie about in a file. */
import { createHash } from 'node:crypto';

const names = [
  'Oluwaseun Adebayo-Quartey',
  'Nadezhda Vyshnevetska',
  'Hassan Al-Muqaddasi',
  'Xiomara Villavicencio',
  'Bruno Castelanovo',
  'Thi Ngoc Huong Pham',
  'Wioletta Szczepańska',
  'Zbigniew Krzyżanowski',
  'عبد الرحمن المقدسي',
  'فاطمة الزهراء بنت خلدون',
  'Надія Вишневецька',
  'Сергій Пилипонський',
  'ገብረ እግዚአብሔር',
  'রহিমা খাতুন বেগমজান',
  'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘਵਾਲ',
  '欧阳晓明珠',
  'नंदकिशोर त्रिवेदीजी',
  'Şükriye Çağlayangil',
];
const numbers = [
  '+34 612 345 987',
  '+43 664 9182736',
  '0049 1578 4455667',
  '+44 7911 123987',
  '+31 6 98765012',
  '(917) 555-0148',
  '٠٦١٢٣٤٥٩٨٧',
  'DE89370400440532013987',
  'ES9121000418450200051987',
  'NL91ABNA0417164987',
  'GB29NWBK60161331926987',
  '123456782',
  'X1234567L',
  '987-65-4321',
  'P<AUTMUSTERMANN9876',
  'A98765432100',
  '2001:db8::8a2e:370:7987',
  '203.0.113.187',
  '4111111111111987',
  '19870523-9876',
];
const handles = [
  'canary.person@example.org',
  'h.muqaddasi+help@mail.example',
  '@canary_handle_77',
  'canary_username_99',
  'https://t.me/canary_channel',
  'https://example.org/?token=canary-secret',
  'Calle Canaria 187, 3º 2ª',
  'Gudrunstraße 187/22',
  'flat 9b, 187 Canary Wharf',
  'born 23 May 1987 in Qamishli',
  'case number AZ 2026/187-C',
  'my sister Yevheniia Zaporozhets',
];
export const canaries: readonly string[] = [...names, ...numbers, ...handles];

/** Numbers that channels know people by. */
export const ids = { telegramChat: 7_310_042_299, slackUser: 'U0CANARY77', slackTeam: 'T0CANARY99' } as const;

export interface Needle {
  readonly of: string;
  readonly how: string;
  readonly bytes: Buffer;
}

/** Plain, lower case, UTF-16, base64 at each of three offsets, hex, URL, JSON and HTML escapes, and the hash of the bare value. */
export function needlesOf(value: string): Needle[] {
  const needle = (how: string, bytes: Buffer | string): Needle => ({ of: value, how, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });
  const utf8 = Buffer.from(value);
  const utf16 = Buffer.from(value, 'utf16le');
  const hash = createHash('sha256').update(value).digest();
  // The middle of what base64 makes of it does not depend on what stands before and after.
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), utf8])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(offset ? 4 : 0, -4),
  );
  const escaped = [...value]
    .map((letter) =>
      letter > '~' ? [...Array(letter.length).keys()].map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join('') : letter,
    )
    .join('');
  return [
    needle('plain', utf8),
    needle('lower case', value.toLowerCase()),
    needle('UTF-16', utf16),
    needle('UTF-16, big end first', Buffer.from(utf16).swap16()),
    ...base64.map((text) => needle('base64', text)),
    ...base64.map((text) => needle('base64url', text.replaceAll('+', '-').replaceAll('/', '_'))),
    needle('hex', utf8.toString('hex')),
    needle('URL', encodeURIComponent(value)),
    needle('form', encodeURIComponent(value).replaceAll('%20', '+')),
    needle('JSON', escaped),
    needle('HTML', value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    needle('SHA-256', hash),
    needle('SHA-256 in hex', hash.toString('hex')),
    needle('SHA-256 in base64', hash.toString('base64').slice(0, -2)),
    ...(/^\d{6,15}$/.test(value) ? integers(BigInt(value)).map((bytes) => needle('integer', bytes)) : []),
  ];
}

/** As SQLite keeps it. */
function integers(value: bigint): Buffer[] {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return value >= 2n ** 31n ? [bytes.subarray(2)] : [];
}

/** What of some needles lies in a pile of bytes. */
export function findIn(pile: Buffer, needles: readonly Needle[]): string[] {
  return needles.filter(({ bytes }) => bytes.length >= 5 && pile.includes(bytes)).map(({ of, how }) => `${of} (${how})`);
}
