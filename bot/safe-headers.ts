/** Headers for whatever is no page: nothing may be loaded, framed, guessed or told to others by it. The web channel sets its own. */
const safeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The same response with these headers; those it has already stay. */
export function withSafeHeaders(bare: Response): Response {
  const response = new Response(bare.body, bare);
  for (const [name, value] of Object.entries(safeHeaders)) if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}
