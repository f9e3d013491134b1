import type { MiddlewareHandler } from 'hono';
import { isHttps, type WayIn } from './request-source.ts';

/** Everything comes from this server; nothing inline, nothing framed, forms post only home. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer: browsers would then send "Origin: null" with our own forms.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Without `includeSubDomains`: the other hosts of a town's domain are not ours to decide about.
 * Only over https, where browsers heed it; a closed network on plain http is not locked out.
 */
const strictTransportSecurity = 'max-age=31536000';

export const securityHeaders =
  (way: WayIn): MiddlewareHandler =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      // A route may be stricter or freer on purpose (open data is readable from other sites).
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    if (isHttps(c.req.raw, way)) c.res.headers.set('Strict-Transport-Security', strictTransportSecurity);
  };
