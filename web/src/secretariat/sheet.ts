/** Personal links as a table for an office that mails from a spreadsheet. */

/** A person's line. */
export interface Line {
  name: string;
  delegation: string;
  function: string;
  language: string;
  link: string;
}

/** A cell as spreadsheets read it: quoted, and never taken for a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** What stands between columns: spreadsheets of a region that writes decimals with a comma put all of a line that has commas into one. */
export function separatorFor(region: string): ',' | ';' {
  return new Intl.NumberFormat(region).format(1.5).includes('.') ? ',' : ';';
}

/** The table as CSV (RFC 4180) with a byte order mark, without which spreadsheets take it for another encoding than UTF-8. */
export function csv(heads: readonly string[], lines: readonly Line[], separator: ',' | ';'): string {
  const rows = lines.map((line) => [line.name, line.delegation, line.function, line.language, line.link]);
  return `\ufeff${[heads, ...rows].map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}
