/** What an answer says that could hurt if it were wrong: numbers to call, addresses, sums and times. Each has to stand in the content. */
import { type Reply, reply } from '../../bot/assistant.ts';
import { renderText } from '../../bot/terminal/render.ts';
import { readFolders } from '../../core/compile/read.ts';
import type { FactValue, Question } from '../../core/index.ts';
import { fold } from '../../core/text.ts';
import { core, corpus } from '../content/corpus.ts';

const written = [...readFolders('.')].filter(([path]) => path.startsWith('content/')).map(([, text]) => text);

const webAddress = /https?:\/\/[^\s"'<>\]}]+/g;
/** Five digits and more, with what people put between them. */
const longNumber = /\+?\d[\d ()./\u00A0-]{3,}\d/g;

/** Without what closes the sentence or the brackets around it. */
function bare(address: string): string {
  const shorter = address.replace(/[.,;:!?]$/, '');
  const opened = shorter.split('(').length;
  const trimmed = shorter.endsWith(')') && shorter.split(')').length > opened ? shorter.slice(0, -1) : shorter;
  return trimmed === address ? address : bare(trimmed);
}
const digitsOf = (number: string): string => number.replace(/\D/g, '');

const addresses = new Set(written.flatMap((text) => [...text.matchAll(webAddress)].map(([found]) => bare(found))));
const numbers = new Set(written.flatMap((text) => [...text.matchAll(longNumber)].map(([found]) => digitsOf(found))));
const called = new Set(written.flatMap((text) => [...text.matchAll(/number: *["']?([^"'\n,}]+)["']?/g)].map(([, number = '']) => number.trim())));
const folders = [...corpus.topics.values(), ...[...corpus.places.values()].flatMap(({ topics }) => [...topics.values()])];
const facts = new Set(
  folders.flatMap(({ topic }) =>
    Object.values(topic.data.facts ?? {}).flatMap((fact) => Object.values(fact.values).map((entry) => factKey(fact.unit, amountOf(entry), fact.currency))),
  ),
);

function factKey(unit: string, value: unknown, currency?: string): string {
  return `${value} ${unit} ${currency ?? ''}`;
}

function amountOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
}

/** What of a reply stands nowhere in the content. */
export function strangersIn(result: Reply): string[] {
  const found: string[] = [];
  walk(result.answer, (key, value) => {
    if (key === 'number' && typeof value === 'string' && !called.has(value)) found.push(`a number: ${value}`);
    if ((key === 'href' || key === 'url') && typeof value === 'string' && value !== '' && !isOurs(value)) found.push(`an address: ${value}`);
    if (key === 'fact' && !facts.has(keyOf(value as FactValue))) found.push(`a fact: ${keyOf(value as FactValue)}`);
  });
  // Line by line: a text is folded only so far.
  const text = renderText(result).replace(webAddress, ' ').split('\n').map(fold).join('\n');
  for (const [address] of renderText(result).matchAll(webAddress)) if (!isOurs(bare(address))) found.push(`an address in words: ${address}`);
  for (const [number] of text.matchAll(longNumber)) if (!isKnown(number)) found.push(`a number in words: ${number}`);
  return found;
}

function keyOf({ unit, value, currency }: FactValue): string {
  return factKey(unit, value, currency);
}

function isOurs(address: string): boolean {
  return addresses.has(bare(address)) || (/^(?:tel|mailto):/.test(address) && called.has(address.replace(/^\w+:/, '')));
}

/** As it stands, or as the neighbours of a line: a post code before a house number, two numbers side by side. */
function isKnown(number: string): boolean {
  const digits = digitsOf(number);
  const parts = number.split(/[ \u00A0/()-]+/).filter((part) => part !== '');
  return (
    digits.length < 6 || numbers.has(digits) || parts.every((part) => digitsOf(part).length < 5 || numbers.has(digitsOf(part)) || whole.has(digitsOf(part)))
  );
}

const whole = new Set(written.flatMap((text) => [...text.matchAll(/\d{5,}/g)].map(([found]) => found)));

function walk(value: unknown, see: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    see(key, inner);
    walk(inner, see);
  }
}

export function said(question: Partial<Question>): Promise<Reply> {
  return reply({ text: '', reader: 'resident', askedAt: '2026-11-24T10:00:00Z', channel: 'terminal', place: 'un', ...question }, core);
}
