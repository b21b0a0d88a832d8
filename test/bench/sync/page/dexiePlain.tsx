/** Dexie as its documentation shows it, strict: a row for everything. */
import { Dexie, type Table } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import type { FactRow, OutboxRow } from '../../../../renderer/storage/rows.ts';
import {
  findingOf,
  identifiersOfCase,
  type ListRow,
  lineRows,
  listRow,
  numbers,
  pagesOf,
  rowsOf,
  someCases,
} from '../goods.ts';
import { CaseList, listRoot, untilPainted } from './caseList.tsx';
import { photos, pull, push } from './dexieSending.ts';
import { timed, verify, type Work } from './work.ts';

class Plain extends Dexie {
  declare readonly facts: Table<FactRow, string>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly list: Table<ListRow, string>;
  declare readonly lines: Table<ReturnType<typeof lineRows>[number], string>;
  declare readonly identifiers: Table<{ value: string; caseId: string }, string>;
  constructor() {
    super('plain', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      facts: 'id,caseId,arrivalId,corrects,sequence',
      outbox: 'sequence',
      list: 'id,list',
      lines: 'id,caseId,*values',
      identifiers: 'value',
    });
  }
}

const save: Work = async ({ count }) => {
  const db = new Plain();
  const ms = await timed(count, async (index) => {
    const { fact, outbox } = rowsOf(findingOf(1 + (index % 20), index), index + 1);
    await db.transaction('rw', db.facts, db.outbox, async () => {
      await db.facts.put(fact);
      await db.outbox.put(outbox);
    });
  });
  verify('facts stored', await db.facts.count(), ms.length + 10);
  return { ms };
};

const lines: Work = async ({ count }) => {
  const db = new Plain();
  await db.open();
  const pages = pagesOf(lineRows(count), 1000);
  const start = performance.now();
  for (const page of pages) await db.lines.bulkPut(page);
  const ms = [performance.now() - start];
  verify('lines', await db.lines.count(), count);
  return { ms };
};

const lookupPrepare: Work = async ({ count }) => {
  const db = new Plain();
  for (const page of pagesOf(numbers(count), 1000)) {
    await db.list.bulkPut(page.map((n) => listRow(n, 'authorised', 'accepted')));
    await db.identifiers.bulkPut(
      page.flatMap((n) => identifiersOfCase(n).map((value) => ({ value, caseId: `case-${n}` }))),
    );
  }
  db.close();
  return { ms: [] };
};

const lookup: Work = async ({ count, at }) => {
  const db = new Plain();
  const sought = someCases(count + 10, Number(at['cases']));
  const ms = await timed(count, async (index) => {
    const n = sought[index] ?? 1;
    const value = identifiersOfCase(n)[index % 5] ?? '';
    const named = await db.identifiers.get(value);
    const found = await db.list.get(named?.caseId ?? '');
    verify(value, found?.id, `case-${n}`);
  });
  return { ms };
};

function Live({ db }: { readonly db: Plain }) {
  const rows = useLiveQuery(() => db.list.where('list').equals('bench').sortBy('rma'), [db]) ?? [];
  return (
    <CaseList lines={rows.map((r) => ({ id: r.id, label: `${r.rma} ${r.state} ${r.saved}` }))} />
  );
}

const repaint: Work = async ({ count }) => {
  const db = new Plain();
  await db.list.bulkPut(numbers(count + 10).map((n) => listRow(n, 'inspecting', 'accepted')));
  listRoot().render(<Live db={db} />);
  await untilPainted('case-1', 'RMA-1001 inspecting accepted');
  const ms = await timed(count, async (index) => {
    const n = index + 1;
    const { fact, outbox } = rowsOf(findingOf(n), n);
    await db.transaction('rw', db.facts, db.outbox, db.list, async () => {
      await db.facts.put(fact);
      await db.outbox.put(outbox);
      await db.list.put(listRow(n, 'inspecting', 'here'));
    });
    await untilPainted(`case-${n}`, `RMA-${1000 + n} inspecting here`);
  });
  return { ms };
};

window.contender = { save, lines, lookupPrepare, lookup, repaint, push, pull, photos };
