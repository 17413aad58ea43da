/** The messages of a locale, or of one part of it, as Fluent source; made by scripts/locales.mjs. */
declare module 'virtual:locale/*' {
  const source: string;
  export default source;
}

/** Which locales there are, and how each and each part of it is fetched; made by scripts/locales.mjs. */
declare module 'virtual:locales' {
  type Locale = import('./keys.gen.ts').Locale;
  type Part = import('./keys.gen.ts').Part;
  export const LOCALES: readonly Locale[];
  export const SOURCES: Record<Locale | `${Locale}/${Part}`, () => Promise<{ default: string }>>;
}
