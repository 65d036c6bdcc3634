import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/site/csp.ts';

const headers = readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8');

test('the header is the meta tag, and who may frame the page', () => {
  const header = /Content-Security-Policy: (.*)/.exec(headers)?.[1];
  expect(header).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
});

test('nothing unsafe is allowed', () => expect(contentSecurityPolicy).not.toContain('unsafe'));
