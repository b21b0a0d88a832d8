import { expect, test } from 'vitest';
import { askAnything } from './attackers/ipcCalls.ts';

test('a thousand calls of a hostile page are answered or refused by name, and no secret comes out', async () => {
  expect(await askAnything(1000)).toMatchObject({ calls: 1000 });
}, 60_000);
