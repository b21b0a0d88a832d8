/** The station itself: its actions, storage and queries as the application runs them. */
import { useEffect } from 'react';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import { findByBarcode } from '../../../../renderer/queries/lists/findByBarcode.ts';
import { StationStorage } from '../../../../renderer/queries/StationStorage.tsx';
import type { ActionContext } from '../../../../renderer/recording/actionContext.ts';
import type { StationDatabase } from '../../../../renderer/storage/stationDatabase.ts';
import type { Barcode } from '../../../../shared/barcodes/barcode.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { caseId, unitGroupId } from '../../../builders/cases/ids.ts';
import { officePapers } from '../../../builders/cases/officePapers.ts';
import { aDefect } from '../../../builders/cases/recordedFacts.ts';
import { useWorklist } from '../../../builders/station/useWorklist.ts';
import {
  benchTime,
  casesOnTheBench,
  expectedReturns,
  linesPerCase,
  pagesOf,
  someCases,
  soughtReturns,
  trackingNumber,
} from '../goods.ts';
import { looseContext, openedStorage, shellContext, takeOver } from './benchStation.ts';
import { CaseList, listRoot, untilPainted } from './caseList.tsx';
import { photos, pull, push } from './oursSending.ts';
import { decideBehindPhotos, decideOnIdleLink } from './oursVerdict.ts';
import { timed, verify, type Work } from './work.ts';

async function recordFirst(context: ActionContext, n: number): Promise<void> {
  const recorded = await recordFinding(context, {
    caseId: caseId(`case-${n}`),
    unitGroupId: unitGroupId(`group-${n}`),
    quantity: 1,
    observation: aDefect(),
    measurements: [],
    photoIds: [],
    note: 'Leaks at the shaft seal under pressure.',
  });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
}

async function savesOf(db: StationDatabase, context: ActionContext, count: number) {
  const before = await db.facts.count();
  const ms = await timed(count, (index) => recordFirst(context, 1 + (index % 20)));
  verify('facts stored', (await db.facts.count()) - before, ms.length + 10);
  verify('commands waiting', await db.outbox.count(), ms.length + 10);
  return { ms };
}

const save: Work = async ({ count }) => {
  const db = await openedStorage();
  await takeOver(db, [...officePapers(), ...casesOnTheBench(20)]);
  return await savesOf(db, looseContext(db), count);
};

const saveInShell: Work = async ({ count, at }) => {
  const db = await openedStorage();
  await takeOver(db, [...officePapers(), ...casesOnTheBench(20)]);
  return await savesOf(db, await shellContext(db, at), count);
};

/** Order lines before the cases that name them, as the office puts them in. */
const lines: Work = async ({ count }) => {
  const db = await openedStorage();
  await takeOver(db, officePapers());
  const changes = expectedReturns(count).flatMap(({ paper, orderLines }): readonly Change[] => [
    ...orderLines.map((body) => ({ collection: 'orderLines' as const, id: body.id, body })),
    { collection: 'cases', id: paper.id, body: paper },
  ]);
  const start = performance.now();
  await takeOver(db, changes);
  const ms = [performance.now() - start];
  const serial: Barcode = { kind: 'tracking', text: `SN-${count}`, symbology: null, doubt: null };
  const [found] = await findByBarcode(db, serial, benchTime);
  verify('the last line', found?.kind === 'case' && found.row.caseId, lastCase(count));
  return { ms };
};

function lastCase(count: number): string {
  return `case-${Math.ceil(count / linesPerCase)}`;
}

const lookupPrepare: Work = async ({ count }) => {
  const db = await openedStorage();
  await takeOver(db, officePapers());
  for (const page of pagesOf(soughtReturns(count), 500))
    await takeOver(
      db,
      page.flatMap(({ paper, orderLine }): readonly Change[] => [
        { collection: 'orderLines', id: orderLine.id, body: orderLine },
        { collection: 'cases', id: paper.id, body: paper },
      ]),
    );
  db.close();
  return { ms: [] };
};

function barcodesOf(n: number): readonly Barcode[] {
  const plain = (text: string): Barcode => ({
    kind: 'tracking',
    text,
    symbology: null,
    doubt: null,
  });
  const sscc = String(n).padStart(18, '0');
  const rma = `RMA-${10_000 + n}`;
  return [
    { kind: 'rma', rmaNumber: rma, text: rma, symbology: null },
    plain(trackingNumber(n)),
    { kind: 'sscc', sscc, text: sscc, symbology: null },
    plain(`SO-${n}`),
    plain(`SN-${n}`),
  ];
}

const lookup: Work = async ({ count, at }) => {
  const db = await openedStorage();
  const sought = someCases(count + 10, Number(at['cases']));
  const ms = await timed(count, async (index) => {
    const n = sought[index] ?? 1;
    const [barcode] = barcodesOf(n).slice(index % 5);
    if (!barcode) return;
    const [found] = await findByBarcode(db, barcode, benchTime);
    verify(`case ${n}`, found?.kind === 'case' && found.row.caseId, `case-${n}`);
  });
  return { ms };
};

function Bench({ answered }: { readonly answered: () => void }) {
  const read = useWorklist('bench');
  const rows = Array.from({ length: read?.length ?? 0 }, (_, at) => read?.at(at) ?? []).flat();
  // A query that ran again answers with a list of its own.
  useEffect(answered, [read, answered]);
  return (
    <CaseList
      lines={rows.map((r) => ({ id: r.caseId, label: `${r.rma} ${r.state} ${r.saved}` }))}
    />
  );
}

/** Long enough for a live query that was set off to answer. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
}

const repaint: Work = async ({ count }) => {
  const db = await openedStorage();
  await takeOver(db, [...officePapers(), ...casesOnTheBench(count + 10)]);
  const context = looseContext(db);
  let queries = 0;
  const answered = () => {
    queries += 1;
  };
  listRoot().render(
    <StationStorage db={db} now={() => benchTime}>
      <Bench answered={answered} />
    </StationStorage>,
  );
  await untilPainted('case-1', 'RMA-1001 inspecting accepted');
  const ms = await timed(count, async (index) => {
    const n = index + 1;
    await recordFirst(context, n);
    await untilPainted(`case-${n}`, `RMA-${1000 + n} inspecting here`);
  });
  await quiet();
  const before = queries;
  for (let write = 0; write < 20; write += 1)
    await db.refused.put({
      id: `fact-${write}` as never,
      caseId: '',
      kind: 'finding',
      refusedAt: '',
      why: { kind: 'quarantined', reason: '' },
      seenAt: null,
    });
  await quiet();
  return { ms, figures: { 're-queries on 20 unrelated writes': queries - before } };
};

window.contender = {
  save,
  saveInShell,
  lines,
  lookupPrepare,
  lookup,
  repaint,
  push,
  pull,
  photos,
  decideOnIdleLink,
  decideBehindPhotos,
};
