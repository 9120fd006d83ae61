import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../bot/calendar.ts';

const day = {
  uid: 'complaint.2026-12-24.es-barcelona@hereabouts.example',
  day: '2026-12-31',
  title: 'Письмо; суд, строк \\ 你的上诉期限到了你的上诉期限到了你的上诉期限到了你的上诉期限到了',
  text: 'Ask for help.\nCount again\r\nwith somebody.',
  url: 'https://hereabouts.example/es/barcelona/uk/work-unpaid-wages',
  now: '2026-11-22T10:11:12.345Z',
};
const file = calendarFile(day);
/** RFC 5545, 3.1: a line break and a blank are nothing. */
const lines = file.replaceAll('\r\n ', '').split('\r\n');
const value = (name: string): string | undefined => lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '');

describe('a calendar file', () => {
  it('is folded at 75 octets without cutting a letter, each line ended', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const row of file.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
    expect(file.split('\r\n').some((row) => row.startsWith(' '))).toBe(true);
    expect(file).not.toContain('\uFFFD');
  });

  it('has what RFC 5545 asks of a calendar, an event and an alarm, once each', () => {
    for (const name of ['VERSION', 'PRODID', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'URL'])
      expect(
        lines.filter((line) => new RegExp(`^${name}[:;]`).test(line)),
        name,
      ).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('BEGIN:')).map((line) => line.slice(6))).toEqual(['VCALENDAR', 'VEVENT', 'VALARM', 'VALARM']);
    expect(lines.filter((line) => line.startsWith('END:')).map((line) => line.slice(4))).toEqual(['VALARM', 'VALARM', 'VEVENT', 'VCALENDAR']);
    for (const alarm of file.split('BEGIN:VALARM').slice(1)) expect(alarm).toMatch(/ACTION:DISPLAY[\s\S]*DESCRIPTION:[\s\S]*TRIGGER:-P\d+D/);
  });

  it('is one whole day, also over the end of a year', () => {
    expect([value('DTSTART'), value('DTEND'), value('DTSTAMP')]).toEqual(['20261231', '20270101', '20261122T101112Z']);
    expect(file).toContain('DTSTART;VALUE=DATE:');
  });

  it('escapes what has a meaning, and takes it back', () => {
    const back = (text = ''): string => text.replace(/\\n/g, '\n').replace(/\\([\\;,])/g, '$1');
    expect(back(value('SUMMARY'))).toBe(day.title);
    expect(back(value('DESCRIPTION'))).toBe(day.text.replace('\r\n', '\n'));
    expect(calendarFile({ ...day, title: 'x\r\nATTENDEE:mailto:a@b\u0007' })).not.toMatch(/^ATTENDEE|\p{Cc}(?<![\r\n])/mu);
  });

  it('is the same entry when it is made again', () => {
    expect(calendarFile({ ...day, now: '2026-11-23T00:00:00Z' }).replace(/DTSTAMP.*/, '')).toBe(file.replace(/DTSTAMP.*/, ''));
  });
});
