/** `npm run eval`: how well questions find their topic, per language, on tests/questions. Never tuned by copying questions into content. */
import { coreFrom } from '../../bot/disk.ts';
import { type Answer, ask, type Reader } from '../../core/index.ts';
import { ablate } from './ablate.ts';
import { goldenDangerOf, goldenLanguages, goldenOf } from './golden.ts';

const core = coreFrom('dist');
const verbose = process.argv.includes('--misses');

/** As it is asked on a terminal in Barcelona. */
function answerTo(text: string, reader: Reader = 'resident'): Promise<Answer> {
  return ask({ text, place: 'es/barcelona', reader, askedAt: '2026-11-22T12:00:00Z', channel: 'terminal' }, core);
}

/** Topics that a kind of danger leads to: who asks about them may be in danger. */
const topicsOfDanger = new Set(Object.values(core.bundled.urgent).map(({ topic }) => topic));

async function evaluate(language: string): Promise<Record<string, number | string>> {
  const golden = goldenOf(language);
  const counts = { in: 0, harmless: 0, alarmed: 0, first: 0, three: 0, wrong: 0, declinedIn: 0, out: 0, declinedOut: 0, language: 0, choose: 0 };
  for (const { text, topic, reader } of golden) {
    const answer = await answerTo(text, reader);
    const ids = answer.topics.map(({ id }) => id);
    counts.language += Number(answer.lang === language);
    if (topic === null || !topicsOfDanger.has(topic)) {
      counts.harmless++;
      counts.alarmed += Number(answer.urgent !== null);
      if (verbose && answer.urgent) console.error(`${language} question taken for ${answer.urgent.kind}: ${text}`);
    }
    if (topic === null) {
      counts.out++;
      counts.declinedOut += Number(answer.outcome === 'unknown');
      if (verbose && answer.outcome !== 'unknown') console.error(`${language} not declined: ${text} -> ${show(answer)}`);
      continue;
    }
    counts.in++;
    counts.first += Number(ids[0] === topic);
    counts.three += Number(ids.slice(0, 3).includes(topic));
    counts.declinedIn += Number(answer.outcome === 'unknown');
    counts.choose += Number(answer.outcome === 'choose');
    counts.wrong += Number(answer.outcome === 'answered' && answer.topic.id !== topic);
    if (verbose && (ids[0] !== topic || answer.outcome === 'unknown')) console.error(`${language} ${topic}: ${text} -> ${answer.outcome} ${show(answer)}`);
  }
  return {
    language,
    questions: golden.length,
    'recall@1': share(counts.first, counts.in),
    'recall@3': share(counts.three, counts.in),
    'answered wrongly': share(counts.wrong, counts.in),
    'offered a choice': share(counts.choose, counts.in),
    'wrongly declined': share(counts.declinedIn, counts.in),
    'rightly declined': share(counts.declinedOut, counts.out),
    'language right': share(counts.language, golden.length),
    ...(await evaluateDanger(language)),
    'question taken for danger': share(counts.alarmed, counts.harmless),
  };
}

/** Seen: any kind, for then the emergency numbers stand on top. */
async function evaluateDanger(language: string): Promise<Record<string, number>> {
  const messages = await Promise.all(
    goldenDangerOf(language).map(async (message) => ({ ...message, seen: (await answerTo(message.text)).urgent?.kind ?? null })),
  );
  const [dangers, lookAlikes] = [messages.filter(({ urgent }) => urgent !== null), messages.filter(({ urgent }) => urgent === null)];
  const [missed, mistaken] = [dangers.filter(({ seen }) => seen === null), lookAlikes.filter(({ seen }) => seen !== null)];
  if (verbose) {
    for (const { urgent, text } of missed) console.error(`${language} danger not seen, ${urgent}: ${text}`);
    for (const { text, seen } of mistaken) console.error(`${language} taken for ${seen}: ${text}`);
  }
  return { 'danger seen': share(dangers.length - missed.length, dangers.length), 'look-alike taken for danger': share(mistaken.length, lookAlikes.length) };
}

function share(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 1000;
}

function show(answer: { topics: readonly { id: string; score: number }[] }): string {
  return answer.topics
    .slice(0, 3)
    .map(({ id, score }) => `${id} ${score.toFixed(2)}`)
    .join(', ');
}

const rows: Record<string, number | string>[] = process.argv.includes('--ablate') ? ablate() : [];
if (rows.length === 0) for (const language of goldenLanguages) rows.push(await evaluate(language));
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else console.table(rows);
