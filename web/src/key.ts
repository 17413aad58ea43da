/** Keys that this page makes: of its commands, and ids of people whom it adds. */

/**
 * A new UUID, version 4 (RFC 9562). Not `crypto.randomUUID()`: browsers keep that from pages by plain HTTP, as a hall's own
 * network may serve them.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const version = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  bytes.set([version], 6);
  bytes.set([variant], 8);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
