/** The messages of a locale, or of one part of it, as Fluent source; made by scripts/locales.mjs. */
declare module 'virtual:locale/*' {
  const source: string;
  export default source;
}
