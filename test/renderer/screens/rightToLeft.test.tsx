import { afterEach, expect, test } from 'vitest';
import { DockScreen } from '../../../renderer/screens/dock/DockScreen.tsx';
import { createWording } from '../../../renderer/wording/createWording.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { dora, ivan, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { aBench, soon } from './bench/aBench.tsx';

const client = 'شركة الخليج للمعدات (ش.م.م) 12';
const article = 'משאבה צנטריפוגלית CP 32-160 (2.2)';

/** The usual papers of a client and an article that are written from the right. */
function fromTheRight(): readonly Change[] {
  return officeDocuments().map((change): Change => {
    if (change.collection === 'clients' && change.body)
      return { ...change, body: { ...change.body, name: client } };
    if (change.collection === 'orderLines' && change.body) {
      const { body } = change;
      return { ...change, body: { ...body, article: { ...body.article, name: article } } };
    }
    return change;
  });
}

/** Texts written from the right whose neighbours could turn them around: neither apart nor isolated. */
function mixedIn(page: Node): readonly string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = (text.textContent ?? '').replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '');
    const isApart = text.parentElement?.closest('bdi, [dir="auto"]') !== null;
    if (/[\u0590-\u06ff]/.test(words) && !isApart) found.push(words);
  }
  return found;
}

afterEach(() => {
  document.body.replaceChildren();
});

const text = () => document.body.textContent ?? '';

test('the bench keeps names written from the right to themselves, in its list and in a case', async () => {
  const bench = await aBench(fromTheRight());
  await bench.receive('1Z999');
  await expect.poll(text, soon).toContain(client);
  expect(mixedIn(document.body)).toEqual([]);
  bench.scan('1Z999');
  await bench.says('The client said');
  await expect.poll(text, soon).toContain(article);
  expect(mixedIn(document.body)).toEqual([]);
});

test('so does the dock, of what is expected and of what is open', async () => {
  const dock = await aBench(fromTheRight(), <DockScreen dock="D1" />, dora);
  await expect.poll(text, soon).toContain(client);
  expect(mixedIn(document.body)).toEqual([]);
  dock.scan('1Z999');
  await dock.says('Condition');
  await expect.poll(text, soon).toContain(client);
  await expect.poll(text, soon).toContain(article);
  expect(mixedIn(document.body)).toEqual([]);
});

test('a sentence keeps such a name to itself, and every other as it was', () => {
  const { t, formatList } = createWording({ language: 'en', zone: 'America/New_York' });
  expect(formatList([article, 'Ball valve'])).toBe(`\u2068${article}\u2069 and Ball valve`);
  expect(t('bench.begunBy', { name: client })).toContain(`\u2068${client}\u2069`);
  expect(t('bench.begunBy', { name: ivan.name })).not.toMatch(/[\u2066-\u2069]/);
});
