import { expect, test } from 'vitest';
import { site as en } from '../../src/messages/en/site.ts';
import { site as ja } from '../../src/messages/ja/site.ts';
import { siteText } from '../../src/messages/site.ts';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

test('fills the names', () => expect(siteText('en')('contents.minutes', { minutes: 20 })).toBe('20 min'));

test('says in English what has no Japanese yet', () => {
  expect(siteText('ja')('locale.own')).toBe('日本語');
  expect(siteText('ja')('facts.title')).toBe(ja['facts.title'] ?? en['facts.title']);
});

test.each(Object.entries(ja))('%s has the same names in Japanese', (key, text) =>
  expect(names(text)).toEqual(names(en[key as keyof typeof en])),
);
