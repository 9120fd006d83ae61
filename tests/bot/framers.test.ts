import { describe, expect, it } from 'vitest';
import { readFramers } from '../../bot/web/framers.ts';

describe('who may frame the chat', () => {
  it('is told by place', () => {
    expect(readFramers(' es/barcelona = https://www.example.org  https://example.org ; at/vienna=https://wien.example;')).toEqual({
      'es/barcelona': ['https://www.example.org', 'https://example.org'],
      'at/vienna': ['https://wien.example'],
    });
  });

  it.each(['', 'es/barcelona=', '=https://example.org'])('%j is nobody', (text) => expect(readFramers(text)).toEqual({}));

  it.each([
    '*',
    'https:',
    'http://example.org',
    'https://example.org/path',
    "https://a.example'",
    'https://a.example,https://b.example',
    "'unsafe-inline'",
    'example.org',
  ])('%s is no origin', (origin) => expect(readFramers(`es/barcelona=${origin} https://good.example`)).toEqual({ 'es/barcelona': ['https://good.example'] }));
});
