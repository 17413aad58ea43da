/** How texts are written, in every language: what a rule can keep, it keeps. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../src/i18n/i18n.svelte.ts';

const SOURCE = join(import.meta.dirname, '..', 'src');

/** The lines of a language that are shown, each with where it stands. */
function lines(language: string): { at: string; text: string }[] {
  const folder = join(SOURCE, 'locales', language);
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map((line, number) => ({ at: `${name}:${number + 1} ${line.trim()}`, line }))
      .filter(({ line }) => !line.startsWith('#'))
      // Neither the key nor the name of a variant is shown.
      .map(({ at, line }) => ({ at, text: line.replace(/^(?:[a-z0-9-]+ =|\s*\*?\[[^\]]*\])/, '') })),
  );
}

const wrong = (language: string, fault: (text: string) => boolean) =>
  lines(language).flatMap(({ at, text }) => (fault(text) ? [at] : []));

describe.each(LOCALES)('texts in %s', (language) => {
  it('have a percent sign as the language writes it, kept with its number', () => {
    const signs = { en: /(?<!\})%|٪/, fr: /(?<!\u00a0)%|٪/, ar: /%|(?<!\})٪/ }[language];
    expect(wrong(language, (text) => signs.test(text))).toEqual([]);
  });

  it('keep decibels with their number', () => {
    expect(wrong(language, (text) => /(?<!\u00a0)\bdB/.test(text))).toEqual([]);
  });

  it('have European digits', () => {
    expect(wrong(language, (text) => /[\u0660-\u0669\u06f0-\u06f9]/.test(text))).toEqual([]);
  });

  it('have no word that is stretched or may be broken', () => {
    expect(wrong(language, (text) => /[\u00ad\u200b]|\u0640(?=\p{L})/u.test(text))).toEqual([]);
  });
});

describe('Arabic', () => {
  /** Said to one person alone: acts that are asked for, and what is somebody's. */
  const SINGULAR = [
    'اختر|اضغط|افتح|أغلق|أغلقه|حاول|انظر|اكتب|اطلب|أرسل|انسخ|ألصق|انتظر|استمع|احفظ|اسأل|راجع|ابحث|أضف|احذف|أدخل|انقر|اسحب',
    'استخدم|اعرض|اقرأ|جرّب|جرب|تأكد|اذهب|تابع|اجعل|أوقف|استأنف|وجّه|أجب|أجِب|أخبر|أبلغ|افحص|اترك|أزل|حرّك|ارفع|اخفض|اسمح|أعد|أعِد',
    'ارفض|ابدأ|أنهِ|أنهِه|استعد|اقترح|قدّم|سجّل|قيّد|ميّز|أعلن|أنت|بلغتَ|كنتَ|لديك|عليك|إليك|منك|عنك|معك|يمكنك|أمامك|عندك',
    'رابطك|مكانك|طلبك|صوتك|ميكروفونك|متصفحك|دورك|وفدك|كلمتك|سؤالك|أسئلتك|إجابتك|جهازك|اسمك|يدك|وقتك|رسالتك|بيانك|قناتك|لغتك|لك',
  ].join('|');
  const whole = new RegExp(`(?<![\\p{L}\\p{M}])[وفبلك]?(?:${SINGULAR})(?![\\p{L}\\p{M}])`, 'u');

  it('addresses people in the plural of respect', () => {
    // What the Chair reads out is in the first person.
    const read = wrong('ar', (text) => whole.test(text)).filter((at) => !at.startsWith('script.ftl'));
    expect(read).toEqual([]);
  });

  it('knows the singular when it sees it', () => {
    for (const one of ['افتح الرابط', 'فافتح الرابط', 'لا يمكنك ذلك', 'دورك هو التالي'])
      expect(whole.test(one)).toBe(true);
    for (const one of ['افتحوا الرابط', 'لا يمكنكم ذلك', 'ذلك', 'فتح الرابط'])
      expect(whole.test(one)).toBe(false);
  });
});

describe('the look', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? files(join(folder, one.name)) : [join(folder, one.name)],
    );

  it('breaks no word in two that has room on a line of its own', () => {
    const breaking = /overflow-wrap:\s*anywhere|word-break:\s*break-(?:all|word)|hyphens:\s*auto/;
    const found = files(SOURCE).filter(
      (file) => /\.(?:svelte|css)$/.test(file) && breaking.test(readFileSync(file, 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
