/** Bot tokens at rest: AES-GCM under a key that only the Worker has. */

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** 32 bytes in base64: the secret `SLACK_TOKEN_KEY`. Null when it is not that. */
export async function readKey(secret: string): Promise<Key | null> {
  const bytes = decode(secret);
  return bytes?.length === 32 ? crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) : null;
}

/** The workspace is sealed in: a token that is put under another one does not open. */
export async function seal(token: string, team: string, key: Key): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(team) }, key, utf8.encode(token));
  return `${encode(iv)}.${encode(new Uint8Array(sealed))}`;
}

/** Null when it was not sealed with this key for this workspace. */
export async function unseal(sealed: string, team: string, key: Key): Promise<string | null> {
  const [iv, bytes] = sealed.split('.').map(decode);
  if (!iv || !bytes) return null;
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(team) }, key, bytes));
  } catch {
    return null;
  }
}

const utf8 = new TextEncoder();

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decode(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
