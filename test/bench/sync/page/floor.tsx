/** The floor: IndexedDB and fetch by themselves, strict, with nothing in between. */
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
import { photos, push } from './floorSending.ts';
import { timed, verify, type Work } from './work.ts';

type Stores = Readonly<Record<string, { key: string; indexes?: readonly string[] }>>;

function opened(name: string, stores: Stores): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      for (const [store, { key, indexes = [] }] of Object.entries(stores)) {
        const made = opening.result.createObjectStore(store, { keyPath: key });
        for (const index of indexes)
          made.createIndex(index, index, { multiEntry: index === 'values' });
      }
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
  });
}

/** One strict transaction; resolves when it is complete. */
function written(
  db: IDBDatabase,
  stores: readonly string[],
  write: (store: (name: string) => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    write((name) => transaction.objectStore(name));
  });
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

const save: Work = async ({ count }) => {
  const db = await opened('floor', {
    facts: { key: 'id', indexes: ['caseId', 'arrivalId', 'fact.corrects', 'envelope.sequence'] },
    outbox: { key: 'sequence' },
  });
  const ms = await timed(count, async (index) => {
    const { fact, outbox } = rowsOf(findingOf(1 + (index % 20), index), index + 1);
    await written(db, ['facts', 'outbox'], (store) => {
      store('facts').put(fact);
      store('outbox').put(outbox);
    });
  });
  const stored = await answered(db.transaction('facts').objectStore('facts').count());
  verify('facts stored', stored, ms.length + 10);
  return { ms };
};

const lines: Work = async ({ count }) => {
  const db = await opened('floor', { lines: { key: 'id', indexes: ['caseId', 'values'] } });
  const pages = pagesOf(lineRows(count), 1000);
  const start = performance.now();
  for (const page of pages)
    await written(db, ['lines'], (store) => {
      for (const row of page) store('lines').put(row);
    });
  const ms = [performance.now() - start];
  verify('lines', await answered(db.transaction('lines').objectStore('lines').count()), count);
  return { ms };
};

const lookupStores: Stores = { identifiers: { key: 'value' }, cases: { key: 'id' } };

const lookupPrepare: Work = async ({ count }) => {
  const db = await opened('floor', lookupStores);
  for (const page of pagesOf(numbers(count), 1000))
    await written(db, ['identifiers', 'cases'], (store) => {
      for (const n of page) {
        store('cases').put({ ...listRow(n, 'authorised', 'accepted'), rma: `RMA-${10_000 + n}` });
        for (const value of identifiersOfCase(n))
          store('identifiers').put({ value, caseId: `case-${n}` });
      }
    });
  db.close();
  return { ms: [] };
};

const lookup: Work = async ({ count, at }) => {
  const db = await opened('floor', lookupStores);
  const cases = Number(at['cases']);
  const sought = someCases(count + 10, cases);
  const ms = await timed(count, async (index) => {
    const n = sought[index] ?? 1;
    const value = identifiersOfCase(n)[index % 5] ?? '';
    const transaction = db.transaction(['identifiers', 'cases']);
    const named = await answered<{ caseId: string } | undefined>(
      transaction.objectStore('identifiers').get(value),
    );
    const found = await answered<ListRow | undefined>(
      transaction.objectStore('cases').get(named?.caseId ?? ''),
    );
    verify(value, found?.id, `case-${n}`);
  });
  return { ms };
};

const repaint: Work = async ({ count }) => {
  const db = await opened('floor', {
    facts: { key: 'id', indexes: ['caseId', 'arrivalId', 'fact.corrects', 'envelope.sequence'] },
    outbox: { key: 'sequence' },
    list: { key: 'id', indexes: ['list'] },
  });
  const root = listRoot();
  const show = async () => {
    const index = db.transaction('list').objectStore('list').index('list');
    const rows = await answered<ListRow[]>(index.getAll('bench'));
    rows.sort((a, b) => (a.rma < b.rma ? -1 : 1));
    const shown = rows.map((r) => ({ id: r.id, label: `${r.rma} ${r.state} ${r.saved}` }));
    root.render(<CaseList lines={shown} />);
  };
  await written(db, ['list'], (store) => {
    for (const n of numbers(count + 10)) store('list').put(listRow(n, 'inspecting', 'accepted'));
  });
  await show();
  await untilPainted('case-1', 'RMA-1001 inspecting accepted');
  const ms = await timed(count, async (index) => {
    const n = index + 1;
    const { fact, outbox } = rowsOf(findingOf(n), n);
    await written(db, ['facts', 'outbox', 'list'], (store) => {
      store('facts').put(fact);
      store('outbox').put(outbox);
      store('list').put(listRow(n, 'inspecting', 'here'));
    });
    await show();
    await untilPainted(`case-${n}`, `RMA-${1000 + n} inspecting here`);
  });
  return { ms };
};

window.contender = { save, lines, lookupPrepare, lookup, repaint, push, photos };
