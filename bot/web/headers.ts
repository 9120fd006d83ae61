/** What every response says to the browser: nothing from anybody else, no script but ours, no referrer; in no frame, but for what is made to be framed. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { framedPlace } from '../address.ts';

/** `framers`: the origins that may show the chat of a place, beside our own. */
export function headers(framers: Readonly<Record<string, readonly string[]>> = {}): MiddlewareHandler {
  const alone = secured(["'none'"]);
  const framed = new Map(Object.entries(framers).map(([place, origins]) => [place, secured(["'self'", ...origins])]));
  const own = secured(["'self'"]);
  return (c, next) => {
    const place = framedPlace(c.req.path);
    return (place === null ? alone : (framed.get(place) ?? own))(c, next);
  };
}

function secured(frameAncestors: string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors,
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['sw'],
    },
    referrerPolicy: 'no-referrer',
    // frame-ancestors says the same, and also where there is one who may.
    xFrameOptions: frameAncestors.includes("'none'") ? 'DENY' : false,
  });
}
