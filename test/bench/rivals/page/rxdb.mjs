// RxDB on its Dexie storage, strict. It has no outbox: replication keeps its own checkpoints.

import { createElement, useEffect, useState } from 'react';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
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
import { sendingOver } from './rxdbSending.mjs';

const text = { type: 'string', maxLength: 100 };
const any = {};

function schemaOf(primaryKey, properties, indexes) {
  return { version: 0, primaryKey, type: 'object', properties, indexes, required: indexes };
}

const schemas = {
  facts: schemaOf(
    'id',
    {
      id: text,
      caseId: text,
      kind: text,
      arrivalId: text,
      corrects: text,
      acceptance: text,
      acceptedAt: any,
      sequence: { type: 'integer', minimum: 0, maximum: 1e12, multipleOf: 1 },
      envelope: any,
      fact: { type: 'object' },
    },
    ['caseId', 'arrivalId', 'corrects', 'sequence'],
  ),
  list: schemaOf(
    'id',
    { id: text, rma: text, list: text, clientName: any, state: any, saved: any, dueBefore: any },
    ['list', 'rma'],
  ),
  lines: schemaOf(
    'id',
    {
      id: text,
      caseId: text,
      rma: text,
      expectedOn: any,
      line: { type: 'object' },
      values: { type: 'array', items: { type: 'string' } },
    },
    ['caseId'],
  ),
  identifiers: schemaOf('value', { value: text, caseId: text }, []),
  pictures: { ...schemaOf('id', { id: text }, []), attachments: {} },
};

export async function openedRx(...collections) {
  const db = await createRxDatabase({
    name: 'rxdb',
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    multiInstance: false,
    eventReduce: true,
  });
  await db.addCollections(
    Object.fromEntries(collections.map((name) => [name, { schema: schemas[name] }])),
  );
  return db;
}

async function save({ count }) {
  const { facts } = await openedRx('facts');
  const ms = await timed(count, async (index) => {
    await facts.insert(rowsOf(findingOf(1 + (index % 20), index), index + 1).fact);
  });
  verify('facts stored', await facts.count().exec(), ms.length + 10);
  return { ms };
}

async function lines({ count }) {
  const { lines: stored } = await openedRx('lines');
  const pages = pagesOf(lineRows(count), 1000);
  const start = performance.now();
  for (const page of pages) await stored.bulkInsert(page);
  const ms = [performance.now() - start];
  verify('lines', await stored.count().exec(), count);
  return { ms };
}

async function lookupPrepare({ count }) {
  const { identifiers, list, ...db } = await openedRx('identifiers', 'list');
  for (const page of pagesOf(numbers(count), 1000)) {
    await list.bulkInsert(page.map((n) => listRow(n, 'authorised', 'accepted')));
    await identifiers.bulkInsert(
      page.flatMap((n) => identifiersOfCase(n).map((value) => ({ value, caseId: `case-${n}` }))),
    );
  }
  await db.close?.();
  return { ms: [] };
}

async function lookup({ count, at }) {
  const { identifiers, list } = await openedRx('identifiers', 'list');
  const sought = someCases(count + 10, Number(at.cases));
  const ms = await timed(count, async (index) => {
    const n = sought[index];
    const value = identifiersOfCase(n)[index % 5];
    const named = await identifiers.findOne(value).exec();
    const found = await list.findOne(named.caseId).exec();
    verify(value, found.id, `case-${n}`);
  });
  return { ms };
}

function Live({ list }) {
  const [rows, show] = useState([]);
  useEffect(() => {
    const seen = list
      .find({ selector: { list: 'bench' }, sort: [{ rma: 'asc' }] })
      .$.subscribe(show);
    return () => seen.unsubscribe();
  }, [list]);
  const shown = rows.map((r) => ({ id: r.id, label: `${r.rma} ${r.state} ${r.saved}` }));
  return createElement(CaseList, { lines: shown });
}

async function repaint({ count }) {
  const { facts, list } = await openedRx('facts', 'list');
  await list.bulkInsert(numbers(count + 10).map((n) => listRow(n, 'inspecting', 'accepted')));
  listRoot().render(createElement(Live, { list }));
  await untilPainted('case-1', 'RMA-1001 inspecting accepted');
  const ms = await timed(count, async (index) => {
    const n = index + 1;
    await facts.insert(rowsOf(findingOf(n), n).fact);
    await list.upsert(listRow(n, 'inspecting', 'here'));
    await untilPainted(`case-${n}`, `RMA-${1000 + n} inspecting here`);
  });
  return { ms };
}

window.contender = { save, lines, lookupPrepare, lookup, repaint, ...sendingOver(openedRx) };
