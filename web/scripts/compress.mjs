// Lays beside each file of dist the same compressed, `….br` and `….gz`, which the server sends to browsers that take it.
// The last step of `npm run build`, once for all, so that nothing is compressed while people wait.
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
/** What must be gained for it to be worth unpacking: fonts, compressed already, gain nothing. */
const WORTH = 0.95;

const encodings = [
  [
    '.br',
    (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
];

async function compress(path) {
  const bytes = await readFile(path);
  for (const [ending, encode] of encodings) {
    const packed = await encode(bytes);
    if (packed.length < bytes.length * WORTH) await writeFile(`${path}${ending}`, packed);
  }
}

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
await Promise.all(files.map((one) => compress(join(one.parentPath, one.name))));
