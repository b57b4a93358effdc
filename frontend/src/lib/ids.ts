/** `crypto.randomUUID` is missing on plain http, so the letters are made here. */
function randomHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A key that nobody else has: 32 hexadecimal digits. */
export function freshKey(): string {
  return randomHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** A random UUID (version 4). */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return randomHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
