/** Documents of the record that the server writes. Beside what asks for them, as the first page has no use for it. */

/** Reads the log of a session as a document for word processors; null where it could not be had. */
export async function readLog(link: string, session: string, language: string): Promise<Blob | null> {
  try {
    const answer = await fetch(`/as/${link}/api/export/${session}/log.${language}.docx`);
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
