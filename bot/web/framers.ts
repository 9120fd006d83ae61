/** `EMBED` of the operator -> which origins may frame the chat of which place. */

/** `es/barcelona=https://www.example.org https://example.org; at/vienna=…`. What is no https origin is left out: it would open more than was meant. */
export function readFramers(text = ''): Record<string, string[]> {
  const entries = text.split(';').map((entry): [string, string[]] => {
    const [place = '', origins = ''] = entry.split('=');
    return [place.trim(), origins.trim().split(/\s+/).filter(isOrigin)];
  });
  return Object.fromEntries(entries.filter(([place, origins]) => place !== '' && origins.length > 0));
}

/** Into a header it goes as it stands. This machine may try it out without a certificate. */
function isOrigin(text: string): boolean {
  return /^(?:https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/127\.0\.0\.1)(?::\d+)?$/.test(text);
}
