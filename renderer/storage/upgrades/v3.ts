import type { Transaction } from 'dexie';

/** Version 3: order lines lie packed, some two hundred to a row. Sealed: never edit, add v4. */
export const tablesChangedInV3 = {
  orderLinePacks: '++,*ids',
  orderLines: null,
} as const;

const linesInAPack = 200;

/** Packs what is there. Builds of before would find no order lines, so they may not read this any more. */
export async function packOrderLines(upgrade: Transaction): Promise<void> {
  const rows = upgrade.table<{ readonly id: string }, string>('orderLines');
  const packs = upgrade.table('orderLinePacks');
  let after = '';
  for (;;) {
    const lines = await rows.where(':id').above(after).limit(linesInAPack).toArray();
    const last = lines.at(-1);
    if (!last) break;
    await packs.add({ ids: lines.map((line) => line.id), lines: JSON.stringify(lines) });
    after = last.id;
  }
  await upgrade
    .table('meta')
    .where('key')
    .equals('station')
    .modify((values: { minimumReader?: number }) => {
      values.minimumReader = 2;
    });
}
