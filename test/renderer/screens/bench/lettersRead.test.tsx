import { expect, test } from 'vitest';
import { everythingDone } from '../../../../renderer/recording/underWay.ts';
import { must } from '../../components/mount.tsx';
import { aBench, soon } from './aBench.tsx';
import { asks, withUnits } from './aPerson.ts';

/** As many letters as were written, each kept before the next. */
async function write(note: string, kept: () => Promise<unknown>): Promise<void> {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  for (let length = 1; length <= note.length; length += 1) {
    const field = must(document.querySelector('input[name="note"]'));
    native?.set?.call(field, note.slice(0, length));
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    await expect.poll(kept, soon).toBe(note.slice(0, length));
  }
}

test('a letter of a note is kept, and nothing recorded of the case is read for it', async () => {
  const bench = await aBench();
  const { db } = bench.station;
  await withUnits(bench, 4);
  await asks('units');
  const kept = async () => (await db.drafts.toArray())[0]?.draft.note;
  // With the first letter the case is taken.
  await write('L', kept);
  await expect.poll(async () => (await bench.recorded('caseTaken')).length, soon).toBe(1);
  await everythingDone(db);
  await bench.says('Hand over');
  let read = 0;
  db.facts.hook('reading', (row) => {
    read += 1;
    return row;
  });
  await write('Leaks', kept);
  await everythingDone(db);
  expect(read).toBe(0);
});
