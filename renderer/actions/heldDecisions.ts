import { draftMs } from '../../shared/cases/retention.ts';
import type { Desktop } from '../../shared/desktop/desktopApi.ts';
import type { VerdictDecidedFact } from '../../shared/facts/fact.ts';
import { CaseId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import type { BegunDecision } from '../storage/begunDecision.ts';
import { begunInHand } from '../storage/begunInHand.ts';
import type { HeldDecisionRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type DecideVerdict, decideVerdict } from './decideVerdict.ts';

export type {
  AnswerDraft,
  BegunDecision,
  ChoiceDraft,
  DecisionDraft,
} from '../storage/begunDecision.ts';
export type { HeldDecisionRow } from '../storage/rows.ts';

/** What was just signed, as it is kept until it is sealed: everything but the PIN. */
export function heldDecision(
  { clock, person }: Pick<ActionContext, 'clock' | 'person'>,
  { pin: _never, replaces, wanted, ...decision }: DecideVerdict,
  caseName: string,
): HeldDecisionRow {
  return {
    key: `${decision.caseId} ${person.personId}`,
    caseId: decision.caseId,
    personId: person.personId,
    personName: person.name,
    caseName,
    signedAt: new Date(clock.now()).toISOString(),
    decision: {
      ...decision,
      choices: [...decision.choices],
      answers: [...decision.answers],
      ...(replaces ? { replaces: [...replaces] } : {}),
      ...(wanted ? { wanted: [...wanted] } : {}),
    },
  };
}

type Held = Pick<ActionContext, 'db' | 'desktop'>;

/**
 * On this station's disk in the moment of signing, twice: an engine that loses its database has been
 * seen, so the main process keeps it as well.
 */
export async function holdDecision({ db, desktop }: Held, held: HeldDecisionRow): Promise<void> {
  await desktop.keepHeldDecision({ held });
  await db.transaction('rw', db.heldDecisions, () => db.heldDecisions.put(held));
}

/** It was sealed, called back, or given up. */
export async function letHeldDecisionGo({ db, desktop }: Held, key: string): Promise<void> {
  await desktop.letHeldDecisionGo({ key });
  await db.transaction('rw', db.heldDecisions, () => db.heldDecisions.delete(key));
}

/** After a crash: what either copy has, both have. */
export async function restoreHeldDecisions(
  db: StationDatabase,
  desktop: Pick<Desktop, 'heldDecisions' | 'keepHeldDecision'>,
): Promise<void> {
  const [kept, stored] = [await desktop.heldDecisions({}), await db.heldDecisions.toArray()];
  const known = new Set(kept.map(({ key }) => key));
  for (const held of stored.filter(({ key }) => !known.has(key)))
    await desktop.keepHeldDecision({ held });
  await db.transaction('rw', db.heldDecisions, () => db.heldDecisions.bulkPut([...kept]));
}

/** Seals it with a PIN; it stays held when that is refused. */
export async function sealHeldDecision(
  context: ActionContext,
  held: HeldDecisionRow,
  pin: string,
): Promise<Result<VerdictDecidedFact, ActionRefusal>> {
  if (held.personId !== context.person.personId) return refuse({ code: 'otherPerson' });
  const result = await decideVerdict(context, { ...held.decision, pin });
  const isRecorded =
    result.ok || (result.refusal.code === 'notStored' && result.refusal.journalled);
  if (isRecorded) {
    await letHeldDecisionGo(context, held.key);
    // Also where nobody is at the desk any more to be told: what is signed is not begun.
    await keepBegunDecisions(context, new Map([[held.caseId, null]]));
  }
  return result.ok ? accept(result.value) : refuse(result.refusal);
}

/** Theirs in this window from now on, with what was read of them: every change of it is in this one map. */
export function begunInHandOf(
  { db, person }: Pick<ActionContext, 'db' | 'person'>,
  read: readonly (readonly [string, BegunDecision])[],
): Map<string, BegunDecision> {
  const own = new Map(read);
  begunInHand(db).set(person.personId, own);
  return own;
}

/**
 * Keeps decisions a person has begun, by case, or (null) lets them go, in this window at once and then on
 * disk. No fact and no command: they never leave this station.
 */
export async function keepBegunDecisions(
  { db, clock, person }: Pick<ActionContext, 'db' | 'clock' | 'person'>,
  changed: ReadonlyMap<string, BegunDecision | null>,
): Promise<void> {
  const { personId } = person;
  const own = begunInHand(db).get(personId);
  for (const [caseId, begun] of changed)
    if (begun) own?.set(caseId, begun);
    else own?.delete(caseId);
  const now = clock.now();
  const oldest = new Date(now - draftMs).toISOString();
  const savedAt = new Date(now).toISOString();
  const keyOf = (caseId: string) => `${caseId} ${personId}`;
  const rows = [...changed].flatMap(([caseId, begun]) =>
    begun
      ? [{ ...begun, key: keyOf(caseId), caseId: CaseId.parse(caseId), personId, savedAt }]
      : [],
  );
  const gone = [...changed].flatMap(([caseId, begun]) => (begun ? [] : [keyOf(caseId)]));
  await db.transaction('rw', db.begunDecisions, async () => {
    await db.begunDecisions.filter((row) => row.savedAt < oldest).delete();
    await db.begunDecisions.bulkDelete(gone);
    await db.begunDecisions.bulkPut(rows);
  });
}
