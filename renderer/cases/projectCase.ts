import { type CaseFile, type CaseState, moreCame } from '../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../shared/cases/reading/policyInput.ts';
import type { Deadline } from '../../shared/deadlines/deadline.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { decideCase } from '../../shared/policy/decide/decideCase.ts';
import type { CaseDecision } from '../../shared/policy/decision.ts';
import { assertNever } from '../../shared/result.ts';
import type { CaseProjection, Worklist } from '../storage/rows.ts';
import { clockEndedOn, clockOfCase } from './deadlineOfCase.ts';
import { deskFiguresOf } from './deskFigures.ts';
import type { LoadedCase } from './loadedCase.ts';
import { remainderOf } from './remainderOf.ts';

/** Sorts behind every real deadline. */
export const farAway = '9999-12-31T23:59:59.999Z';
/** Sorts before every real deadline: a clock that nobody can read comes first. */
const beforeAll = '0000-01-01T00:00:00.000Z';

/** What lists show of a case. `today` (site-local) only matters to clocks that are running. */
export function projectCase(loaded: LoadedCase, today: LocalDate): CaseProjection {
  const { file, references, refunds, rows } = loaded;
  const paper = file.returnCase;
  const clock = clockOfCase(loaded, today);
  const deadline = clock?.ok ? clock.value.deadline : null;
  const endedOn = clockEndedOn(loaded);
  const uncounted = clock && !clock.ok && endedOn === null ? clock.refusal.why : null;
  const decision = decisionOn(loaded, today);
  const remainder = remainderOf(file);
  const lists = listsFor(file, remainder !== null && !isOver(remainder.until, loaded, today));
  const paid = refunds.reduce((sum, r) => sum + r.amount, 0);
  return {
    caseId: paper.id,
    siteId: paper.siteId,
    rma: paper.rma,
    clientId: paper.clientId,
    clientName: loaded.client?.name ?? '',
    articles: articlesOf(loaded),
    state: file.state,
    deadline: deadline && withoutCalendar(deadline),
    uncounted,
    dueBefore: uncounted ? beforeAll : (deadline?.dueBefore ?? farAway),
    runningPause: file.holds.some((h) => h.pausesClock),
    targets: references?.policy.parameters.targets ?? null,
    endedOn,
    expectedOn: paper.expectedOn,
    remainder,
    amount: refunds.length > 0 ? paid : (decision?.refundAmount ?? null),
    currency: refunds[0]?.currency ?? decision?.currency ?? references?.contract?.currency ?? null,
    waiting: waitingOf(loaded),
    hasQuestion: (decision?.questions.length ?? 0) > 0,
    hasRefusal: rows.some((r) => r.acceptance === 'refused'),
    heldBy: heldByOf(file, lists),
    holds: file.holds.map(({ reason, note }) => ({ reason, note })),
    desk: lists.includes('desk') ? deskFiguresOf(loaded) : null,
    lists,
    documents: linesMissing(loaded),
    pictures: lists.length > 0 ? picturesOf(loaded) : [],
  };
}

/** Once nobody has to do anything with it any more, it is with nobody. */
function heldByOf({ takings }: CaseFile, lists: readonly Worklist[]): CaseProjection['heldBy'] {
  if (lists.length === 0) return [];
  return takings.map(({ personId, since, place }) => ({ personId, since, place }));
}

function decisionOn({ file, references }: LoadedCase, today: LocalDate): CaseDecision | null {
  if (!references || file.unitGroups.length === 0) return null;
  const decided = decideCase(policyInputOf(file, references, today));
  return decided.ok ? decided.value : null;
}

function withoutCalendar({
  calendar: _calendar,
  ...deadline
}: Deadline): NonNullable<CaseProjection['deadline']> {
  return deadline;
}

function articlesOf({ file, orderLines }: LoadedCase): readonly string[] {
  return [
    ...new Set([
      ...orderLines.map((l) => l.article.name),
      ...file.unitGroups.map((g) => g.article.name),
    ]),
  ];
}

function waitingOf({ rows }: LoadedCase): CaseProjection['waiting'] {
  return {
    here: rows.filter((r) => r.acceptance === 'here').map((r) => r.sequence),
    sent: rows.filter((r) => r.acceptance === 'sent').length,
  };
}

/** What did not come with a decided case is awaited until its day, with an open one for as long as it is open. */
function isOver(until: LocalDate, { file }: LoadedCase, today: LocalDate): boolean {
  return openListsFor(file.state).length === 0 && until < today;
}

/** Which benches a case lies on. A closed case lies on none, unless a part of it is still to come. */
function listsFor(file: CaseFile, isAwaited: boolean): readonly Worklist[] {
  const { state } = file;
  const open = openListsFor(state).filter(
    // Once it is being counted, it has been taken from the dock.
    (list) => list !== 'dock' || state !== 'received' || file.unitGroups.length === 0,
  );
  // What came after the inspection is counted and looked at, whatever waits at the desk.
  const isMore = open.includes('desk') && !open.includes('bench') && moreCame(file);
  const lists: readonly Worklist[] = isMore ? ['bench', ...open] : open;
  const isHere = isAwaited && state !== 'cancelled' && !lists.includes('dock');
  return isHere ? ['dock', ...lists] : lists;
}

function openListsFor(state: CaseState): readonly Worklist[] {
  switch (state) {
    case 'applied':
    case 'inReview':
    case 'authorised':
    case 'denied':
    case 'moreInformation':
      return ['dock'];
    case 'received':
      return ['dock', 'bench'];
    case 'inspecting':
      return ['bench'];
    case 'sentBack':
    case 'onHold':
    case 'partlyDecided':
      return ['bench', 'desk'];
    case 'verdictProposed':
    case 'approved':
    case 'refundDue':
      return ['desk'];
    case 'declined':
    case 'settled':
    case 'refundStarted':
    case 'cancelled':
      return [];
    default:
      return assertNever(state);
  }
}

function picturesOf({ file, rows, orderLines }: LoadedCase): readonly string[] {
  const asMade = orderLines.flatMap(({ article }) => article.picture ?? []);
  const claimed = file.returnCase.application?.evidence.flatMap((e) => e.sha256 ?? []) ?? [];
  const taken = rows.flatMap(({ fact }) => (fact.kind === 'photoTaken' ? [fact.sha256] : []));
  return [...new Set([...claimed, ...asMade, ...taken])];
}

/** Order lines its papers name that are not here yet: when one comes, the row is made anew. */
function linesMissing({ file, orderLines }: LoadedCase): readonly string[] {
  const here = new Set<string>(orderLines.map((line) => line.id));
  return file.returnCase.lines.flatMap(({ orderLineId }) =>
    orderLineId === null || here.has(orderLineId) ? [] : [`orderLines:${orderLineId}`],
  );
}
