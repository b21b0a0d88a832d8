// PouchDB on IndexedDB, forced strict.
import './strictly.mjs';
import PouchDB from 'pouchdb-browser';
import { createElement, useEffect, useState } from 'react';
import {
  findingOf,
  identifiersOfCase,
  lineRows,
  listRow,
  numbers,
  pagesOf,
  rowsOf,
  someCases,
} from '../../sync/goods.ts';
import { CaseList, listRoot, untilPainted } from '../../sync/page/caseList.tsx';
import { timed, verify } from '../../sync/page/work.ts';
import { photos, pull, push } from './pouchdbSending.mjs';

const open = () => new PouchDB('pouch', { auto_compaction: false });

async function stored(db, docs) {
  const answers = await db.bulkDocs(docs);
  const refused = answers.find((answer) => answer.error);
  if (refused) throw new Error(refused.message);
}

async function save({ count }) {
  const db = open();
  const ms = await timed(count, async (index) => {
    const { fact, outbox } = rowsOf(findingOf(1 + (index % 20), index), index + 1);
    await stored(db, [
      { ...fact, _id: `fact:${fact.id}` },
      { ...outbox, _id: `outbox:${outbox.sequence}` },
    ]);
  });
  const { rows } = await db.allDocs({ startkey: 'fact:', endkey: 'fact:\uffff' });
  verify('facts stored', rows.length, ms.length + 10);
  return { ms };
}

async function lines({ count }) {
  const db = open();
  const pages = pagesOf(lineRows(count), 1000);
  const start = performance.now();
  for (const page of pages)
    await stored(
      db,
      page.map((row) => ({ ...row, _id: row.id })),
    );
  const ms = [performance.now() - start];
  verify('lines', (await db.info()).doc_count, count);
  return { ms };
}

/** Identifiers are the ids of documents: its quickest way to find anything. */
async function lookupPrepare({ count }) {
  const db = open();
  for (const page of pagesOf(numbers(count), 500))
    await stored(
      db,
      page.flatMap((n) => [
        { ...listRow(n, 'authorised', 'accepted'), _id: `case-${n}` },
        ...identifiersOfCase(n).map((value) => ({ _id: value, caseId: `case-${n}` })),
      ]),
    );
  await db.close();
  return { ms: [] };
}

async function lookup({ count, at }) {
  const db = open();
  const sought = someCases(count + 10, Number(at.cases));
  const ms = await timed(count, async (index) => {
    const n = sought[index];
    const value = identifiersOfCase(n)[index % 5];
    const named = await db.get(value);
    const found = await db.get(named.caseId);
    verify(value, found.id, `case-${n}`);
  });
  return { ms };
}

function Live({ db }) {
  const [rows, show] = useState([]);
  useEffect(() => {
    const read = async () => {
      const found = await db.allDocs({
        startkey: 'list:',
        endkey: 'list:\uffff',
        include_docs: true,
      });
      show(found.rows.map((row) => row.doc).sort((a, b) => (a.rma < b.rma ? -1 : 1)));
    };
    const changes = db
      .changes({ live: true, since: 'now' })
      .on('change', ({ id }) => id.startsWith('list:') && void read());
    void read();
    return () => changes.cancel();
  }, [db]);
  const shown = rows.map((r) => ({ id: r.id, label: `${r.rma} ${r.state} ${r.saved}` }));
  return createElement(CaseList, { lines: shown });
}

async function repaint({ count }) {
  const db = open();
  const inList = (n, ...rest) => ({ ...listRow(n, ...rest), _id: `list:${n}` });
  await stored(
    db,
    numbers(count + 10).map((n) => inList(n, 'inspecting', 'accepted')),
  );
  listRoot().render(createElement(Live, { db }));
  await untilPainted('case-1', 'RMA-1001 inspecting accepted');
  const revisions = new Map(
    (await db.allDocs({ startkey: 'list:', endkey: 'list:\uffff' })).rows.map((row) => [
      row.id,
      row.value.rev,
    ]),
  );
  const ms = await timed(count, async (index) => {
    const n = index + 1;
    const { fact, outbox } = rowsOf(findingOf(n), n);
    await stored(db, [
      { ...fact, _id: `fact:${fact.id}` },
      { ...outbox, _id: `outbox:${outbox.sequence}` },
      { ...inList(n, 'inspecting', 'here'), _rev: revisions.get(`list:${n}`) },
    ]);
    await untilPainted(`case-${n}`, `RMA-${1000 + n} inspecting here`);
  });
  return { ms };
}

window.contender = { save, lines, lookupPrepare, lookup, repaint, push, pull, photos };
