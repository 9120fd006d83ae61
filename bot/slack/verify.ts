/** Is it Slack that calls, now? Before anything is read. https://docs.slack.dev/authentication/verifying-requests-from-slack */

/** Seconds before and after; Bolt's own check lets the future in. */
const window = 300;
const signaturePattern = /^v0=[0-9a-f]{64}$/;
const timestampPattern = /^\d{1,12}$/;

/** `now`: seconds. False for whatever is not surely signed; never throws. */
export async function isFromSlack(headers: Headers, body: string, secret: string, now: number): Promise<boolean> {
  const timestamp = headers.get('x-slack-request-timestamp') ?? '';
  const signature = headers.get('x-slack-signature') ?? '';
  if (secret === '' || !timestampPattern.test(timestamp) || !signaturePattern.test(signature)) return false;
  if (Math.abs(now - Number(timestamp)) > window) return false;
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, bytesOf(signature.slice(3)), utf8.encode(`v0:${timestamp}:${body}`));
}

const utf8 = new TextEncoder();

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
