import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../build/headers.ts';

const rules = parseHeaders(`# What the host sends
/*
  X-Frame-Options: DENY
  Content-Security-Policy: default-src 'none'; img-src 'self' data:

/fonts/*.woff2
  Cache-Control: max-age=60
/exact
  X-Exact: yes
`);

test.each([
  ['/', ['X-Frame-Options', 'Content-Security-Policy']],
  ['/fonts/inter.woff2', ['X-Frame-Options', 'Content-Security-Policy', 'Cache-Control']],
  ['/fonts/inter.ttf', ['X-Frame-Options', 'Content-Security-Policy']],
  ['/exact', ['X-Frame-Options', 'Content-Security-Policy', 'X-Exact']],
  ['/exact/not', ['X-Frame-Options', 'Content-Security-Policy']],
])('%s gets %j', (path, names) => {
  expect(Object.keys(headersFor(rules, path))).toEqual(names);
});

test('a value keeps its own colons', () => {
  expect(headersFor(rules, '/')['Content-Security-Policy']).toBe("default-src 'none'; img-src 'self' data:");
});
