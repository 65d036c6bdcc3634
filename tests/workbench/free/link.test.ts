import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callSetsIn } from '../../../src/exercises/call-sets.ts';
import { policyLinks, type SharedSide } from '../../../src/workbench/free/link.ts';
import { maxFragmentLength } from '../../../src/workbench/sharing/packed.ts';

const { read: readFragment, write: writeFragment } = policyLinks;

const side: SharedSide = {
  type: 'identity',
  text: '{\n  "Version": "2012-10-17"\n} 𠮷 “',
  asks: [{ action: 'ecr:PutImage', on: '*', keys: 'a = b', wanted: 'allowed', as: '' }],
  session: 'arn:aws:sts::111122223333:assumed-role/r/s',
  keys: '',
};

/** A fragment as somebody else's program might write it. */
const packed = (value: unknown): string =>
  `#policy=${deflateRawSync(Buffer.from(JSON.stringify(value))).toString('base64url')}`;

describe('a link', () => {
  test('holds what lies on the workbench', async () => {
    expect(await readFragment(await writeFragment(side))).toEqual({ kind: 'shared', shared: side });
  });

  test('has room for every ready-made list', async () => {
    for (const { type, asks, session, keys } of callSetsIn('en')) {
      const fragment = await writeFragment({ type, text: side.text.repeat(20), asks, session, keys });
      expect(fragment.length).toBeLessThan(maxFragmentLength);
    }
  });

  test('of another page is none of ours', async () => {
    expect(await readFragment('')).toEqual({ kind: 'none' });
    expect(await readFragment('#content')).toEqual({ kind: 'none' });
  });

  test('that is too long is not read', async () => {
    expect(await readFragment(`#policy=${'A'.repeat(maxFragmentLength)}`)).toEqual({ kind: 'too-long' });
  });

  test.each([
    ['cut', '#policy=q1YqSS1JVbJSKk'],
    ['of no bytes', '#policy='],
    ['of signs that are not Base64', '#policy=%%%'],
    ['of another shape', packed({ hello: 'world' })],
    ['with a key too many', packed({ ...side, more: 1 })],
    ['with another kind of policy', packed({ ...side, type: 'resource' })],
    ['with too many calls', packed({ ...side, asks: Array.from({ length: 101 }, () => side.asks[0]) })],
    ['with a text that is too long', packed({ ...side, text: ' '.repeat(40_001) })],
    ['that unpacks to far more than a policy', packed({ ...side, text: ' '.repeat(4_000_000) })],
  ])('%s is said to be damaged', async (_, fragment) => {
    expect(fragment.length).toBeLessThan(maxFragmentLength);
    expect(await readFragment(fragment)).toEqual({ kind: 'damaged' });
  });

  test('of any text never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.base64String(), fc.string()), async (text) => {
        expect(['damaged', 'shared']).toContain((await readFragment(`#policy=${text}`)).kind);
      }),
    );
  });
});
