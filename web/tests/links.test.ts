import { describe, expect, it } from 'vitest';
import { isDisguised, piecesOf, writtenIn } from '../src/chat/links.ts';

const links = (text: string) => piecesOf(text).filter((piece) => 'href' in piece);

describe('addresses in a text', () => {
  it('lose nothing of the text', () => {
    for (const text of [
      '',
      'no address',
      'see https://un.org/a(b), and http://x.org.',
      'https://a.b\nhttps://c.d',
    ])
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });

  it('end before what ends the sentence, in Latin and in Arabic', () => {
    expect(links('See https://un.org/doc.').map(({ text }) => text)).toEqual(['https://un.org/doc']);
    expect(links('انظر https://un.org/doc، وشكرا').map(({ text }) => text)).toEqual(['https://un.org/doc']);
    expect(links('(https://un.org/a_(b))').map(({ text }) => text)).toEqual(['https://un.org/a_(b)']);
  });

  it('are http and https alone', () => {
    for (const text of [
      'javascript:alert(1)',
      'ftp://un.org',
      'data:text/html,x',
      'mailto:a@b.c',
      'www.un.org',
    ])
      expect(links(text), text).toEqual([]);
  });

  it('with a name before the host stay words, for they are there to deceive', () => {
    expect(links('https://un.org@evil.example/')).toEqual([]);
    expect(links('https://un.org:443@evil.example/')).toEqual([]);
  });

  it('say where they truly lead when their letters only look so', () => {
    const [link] = links('https://uո.org/');
    expect(link && isDisguised(link)).toBe(true);
    expect(link?.host).toMatch(/^xn--/);
    const [plain] = links('https://UN.org/docs');
    expect(plain && isDisguised(plain)).toBe(false);
  });

  it('end at marks that would turn them around', () => {
    expect(links('https://un.org/\u202Egro.live').map(({ text }) => text)).toEqual(['https://un.org/']);
  });

  it('are written as links, all else as words', () => {
    const element = document.createElement('p');
    writtenIn(element, '<b>See</b> https://un.org/doc, and https://uո.org/');
    expect(element.querySelector('b')).toBeNull();
    expect(element.textContent).toBe(
      '<b>See</b> https://un.org/doc, and https://uո.org/\u00a0(xn--u-zcc.org)',
    );
    const written = [...element.querySelectorAll('a')];
    expect(written.map((link) => link.getAttribute('href'))).toEqual([
      'https://un.org/doc',
      'https://xn--u-zcc.org/',
    ]);
    for (const link of written) {
      expect(link.rel).toBe('noopener noreferrer nofollow');
      expect(link.target).toBe('_blank');
      expect(link.closest('bdi')?.dir).toBe('ltr');
    }
    writtenIn(element, 'no address');
    expect(element.innerHTML).toBe('no address');
  });
});
