/** Documents of the record: what there is is asked for, and one of them comes as a file with the server's name, or with why not. */
import { afterEach, expect, test, vi } from 'vitest';
import { makeExport, readExports } from '../src/exports/exports.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(answer: () => Response | Promise<Response>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(answer());
  });
  return asked;
}

test('a document comes under the name that the server gives it', async () => {
  const headers = { 'content-disposition': 'attachment; filename="opening-log.ar.docx"' };
  const asked = answering(() => new Response('PK', { headers }));
  const made = await makeExport('l1', 'opening', 'log.ar.docx');
  expect(asked).toEqual(['/as/l1/api/export/opening/log.ar.docx']);
  expect(made).toMatchObject({ ok: true, name: 'opening-log.ar.docx' });
  expect(made.ok && (await made.value.text())).toBe('PK');
});

test('one that is refused says why, and so does a server that is not reached', async () => {
  answering(() => Response.json({ code: 'not_allowed', message: '' }, { status: 403 }));
  expect(await makeExport('l1', 'opening', 'report.en.html')).toEqual({ ok: false, code: 'not_allowed' });
  answering(() => Promise.reject(new TypeError('no line')));
  expect(await makeExport('l1', 'opening', 'report.en.html')).toEqual({ ok: false, code: 'offline' });
});

test('what there is is read of the session', async () => {
  const exports = { languages: ['en'], documents: [] };
  const asked = answering(() => Response.json(exports));
  expect(await readExports('l1', 'opening')).toEqual({ ok: true, value: exports });
  expect(asked).toEqual(['/as/l1/api/export/opening']);
});
