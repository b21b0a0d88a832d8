import { draftMs } from '../../shared/cases/retention.ts';
import type { CaseId, UnitGroupId } from '../../shared/ids.ts';
import type { ActionContext } from '../recording/actionContext.ts';
import { draftsInHand } from '../storage/draftsInHand.ts';
import type { DraftRow, FindingDraft } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { takeCase } from './takeCase.ts';

export type { FindingDraft, NamedUnits } from '../storage/rows.ts';

type OfUnits = { readonly caseId: CaseId; readonly unitGroupId: UnitGroupId };
type Draft = OfUnits & { readonly draft: FindingDraft | null };

const keyOf = ({ caseId, unitGroupId }: OfUnits) => `${caseId} ${unitGroupId}`;
const saving = new WeakMap<StationDatabase, Set<string>>();

/**
 * Keeps a finding that is not finished, or (null) lets it go. No fact and no command: it never
 * leaves this station, and nothing is decided by it. Whoever goes on with it takes the case.
 */
export async function saveDraft(context: ActionContext, input: Draft): Promise<void> {
  const { unsaved, aside } = draftsInHand(context.db);
  const key = keyOf(input);
  aside.delete(key);
  unsaved.set(key, rowOf(context, input));
  await saveInHand(context, input);
}

/** It is being recorded, and nobody's to go on with; it stays stored until it is a finding. */
export function setDraftAside({ db }: ActionContext, of: OfUnits): void {
  draftsInHand(db).aside.add(keyOf(of));
}

/** One write at a time: what changed meanwhile goes with the next one, so that typing never queues. */
async function saveInHand(context: ActionContext, of: OfUnits): Promise<void> {
  const { db } = context;
  const key = keyOf(of);
  const { unsaved } = draftsInHand(db);
  const all = saving.get(db) ?? new Set();
  saving.set(db, all);
  if (all.has(key)) return;
  all.add(key);
  try {
    for (let row = unsaved.get(key); row !== undefined; row = unsaved.get(key)) {
      await store(context, key, row);
      if (unsaved.get(key) === row) unsaved.delete(key);
      // Whoever begins a finding has the case; where that cannot be recorded, the work goes on.
      if (row !== null) await takeCase(context, of.caseId);
    }
  } finally {
    all.delete(key);
  }
}

async function store(
  { db, clock }: ActionContext,
  key: string,
  row: DraftRow | null,
): Promise<void> {
  const oldest = new Date(clock.now() - draftMs).toISOString();
  await db.transaction('rw', db.drafts, async () => {
    await db.drafts.filter(({ savedAt }) => savedAt < oldest).delete();
    if (row === null) await db.drafts.delete(key);
    else await db.drafts.put(row);
  });
}

function rowOf({ clock, person }: ActionContext, { draft, ...of }: Draft): DraftRow | null {
  return (
    draft && {
      key: keyOf(of),
      caseId: of.caseId,
      personId: person.personId,
      savedAt: new Date(clock.now()).toISOString(),
      draft,
    }
  );
}
