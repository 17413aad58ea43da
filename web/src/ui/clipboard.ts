/** The clipboard, which browsers keep from pages by plain HTTP and may refuse to others. */

/** Copies a text, and tells whether it did. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard?.writeText(text);
    return navigator.clipboard !== undefined;
  } catch {
    return false;
  }
}
