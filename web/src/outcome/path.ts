/** Where the outcome document is written and read. */
export function outcomePath(link: string): string {
  return `/as/${link}/outcome`;
}
