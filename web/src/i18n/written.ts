/** In which language a text of somebody is written, as far as that can be told. */
import type { Language } from '$protocol';

/** The language of a text where its script tells: of the session's languages Arabic alone has one of its own. */
export function languageOf(text: string, languages: readonly Language[]): Language | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return languages.includes('ar') && arabic * 2 > letters ? 'ar' : null;
}
