import { connectSources } from './connect-sources.ts';

/**
 * The content security policy of every page, for its meta tag. No inline script or style, no `eval`, and no string becomes
 * HTML. `public/_headers` sends the same with `frame-ancestors`, which a meta tag cannot carry; the build adds the brokers to it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src ${connectSources(import.meta.env['PUBLIC_CLASS_BROKERS'])}`,
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
