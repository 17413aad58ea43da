/** All messages of a locale as Fluent source; made by scripts/locales.mjs. */
declare module 'virtual:locale/*' {
  const source: string;
  export default source;
}
