/** One day as a calendar file (iCalendar, RFC 5545), with reminders. It names the topic and the place, never a person. */

export interface CalendarDay {
  /** The same for the same limit and day, so that a file opened twice is one entry. Globally unique. */
  readonly uid: string;
  /** ISO 8601. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  /** The moment the file was made, ISO 8601. */
  readonly now: string;
}

/** Days before, on which the calendar reminds. */
const reminders = [7, 2];

export function calendarFile({ uid, day, title, text, url, now }: CalendarDay): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hereabouts//Time limit//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${now.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...reminders.flatMap((days) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-P${days}D`, 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(day: string): string {
  return day.slice(0, 10).replaceAll('-', '');
}

/** RFC 5545, 3.3.11. Other control signs have no place in a text. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** RFC 5545, 3.1: no line longer than 75 octets, and no letter cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const sign of line) {
    const size = utf8.encode(sign).length;
    if (octets + size > 75) {
      rows.push(row);
      [row, octets] = [' ', 1];
    }
    row += sign;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}

const utf8 = new TextEncoder();
