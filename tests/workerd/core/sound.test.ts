import { describe, expect, it } from 'vitest';
import { soundOf } from '../../../core/sound.ts';
import { readWords } from '../../../core/text.ts';

/** The sounds of each word of a text, without those that say too little. */
function sounds(text: string, script: string): string[] {
  return readWords(text).flatMap((word) => soundOf(word, script) ?? []);
}

describe('how a word sounds', () => {
  it.each([
    ['Cyrl', 'зарплата ночевать хозяин щука жена', 'zarplata nochevat hozyain schuka zhena'],
    ['Cyrl', 'лікар школа житло', 'likar shkola zhytlo'],
    ['Arab', 'مدرسة شغل راتب بدون خبز', 'madrasa shoghl rateb bidoun 5obz'],
    ['Arab', 'شوهرم کتک', 'shoharam kotak'],
    ['Arab', 'گھر بچہ پیسے خاوند', 'ghar bacha paise khawand'],
    ['Deva', 'मालिक पैसे घर बच्चा छुट्टी वेतन', 'malik paise ghar bachcha chutti vetan'],
    ['Beng', 'মালিক টাকা বেতন ভর্তি', 'malik taka beton bhorti'],
    ['Guru', 'ਮਾਲਕ ਪੈਸੇ ਘਰ', 'malak paise ghar'],
    ['Grek', 'δουλειά γιατρός χωρίς χαρτιά', 'douleia giatros xoris xartia'],
    ['Ethi', 'ደመወዝ ትምህርት ወረቀት ሐኪም', 'demoz timhirt wereqet hakim'],
  ])('is the same in %s, "%s", and in Latin letters, "%s"', (script, own, typed) => {
    expect(sounds(own, script).length).toBeGreaterThan(0);
    expect(sounds(own, script)).toEqual(sounds(typed, script));
  });

  it('is none where Latin letters are the script, or the word says too little', () => {
    expect(soundOf('zarplata', 'Latn')).toBeNull();
    expect(soundOf('из', 'Cyrl')).toBeNull();
    expect(soundOf('', 'Arab')).toBeNull();
  });
});
