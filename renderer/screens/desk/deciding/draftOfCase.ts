/** A decision being written, as the case and its policy begin it and as each answer changes it. */

import { isGranted } from '../../../../shared/cases/decisions/choices.ts';
import type { pendingOn } from '../../../../shared/cases/decisions/signatures.ts';
import { computeVerdict } from '../../../../shared/cases/decisions/verdict.ts';
import { isGrantedWhole } from '../../../../shared/cases/reading/caseFile.ts';
import type { CaseDecision } from '../../../../shared/policy/decision.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { Wording } from '../../../wording/createWording.ts';
import {
  answersOf,
  type DecisionDraft,
  draftAfter,
  draftFor,
  keyOfPortion,
  type Wanted,
  withAnswers,
} from './decisionDraft.ts';

/** The policy once more, over the verdict's own facts, with the answers given so far. */
export function decidedWith(
  view: CaseView,
  draft: Pick<DecisionDraft, 'answers'>,
): CaseDecision | null {
  const inspection = view.file.inspections.find((i) => i.verdictId === view.file.heads[0]);
  if (!inspection || !view.references) return null;
  const decided = computeVerdict(inspection, view.file, view.references, {
    answers: [...answersOf(draft)],
    on: view.standing?.today ?? inspection.at.localDate,
  });
  return decided.ok ? decided.value : null;
}

/** Portions an answer has made clear are decided now, with the rest. */
export function clearedBy(
  view: CaseView,
  draft: DecisionDraft,
  before: CaseDecision,
): DecisionDraft {
  const decided = decidedWith(view, draft);
  if (!decided) return draft;
  const wereOpen = new Set(
    before.portions.filter((p) => p.questions.length > 0).map((p) => keyOfPortion(p)),
  );
  const start = draftFor(decided, wantedOf(view)).choices;
  return {
    ...draft,
    choices: {
      ...draft.choices,
      ...Object.fromEntries(
        Object.entries(start).filter(([key, choice]) => choice.isNow && wereOpen.has(key)),
      ),
    },
  };
}

/** The policy's proposal, what a first signature said, and what was answered in this case before. */
export function startOf(
  wording: Wording,
  view: CaseView,
  asked: CaseDecision,
  first: ReturnType<typeof pendingOn>[number] | null,
): DecisionDraft {
  const show = (minor: number) => wording.formatAmount({ minor, currency: asked.currency });
  const proposed = first ? draftAfter(first, asked, show) : draftFor(asked, wantedOf(view));
  const given = first ? first.answers : view.file.answers;
  let draft = proposed;
  let decided = asked;
  // Each answer put in may raise a question that was answered before as well.
  for (let round = 0; round < 10; round += 1) {
    const next = withAnswers(draft, decided.questions, given);
    if (Object.keys(next.answers).length === Object.keys(draft.answers).length) break;
    decided = decidedWith(view, next) ?? decided;
    draft = first
      ? { ...draftAfter(first, decided, show), answers: next.answers }
      : { ...draftFor(decided, wantedOf(view)), answers: next.answers };
  }
  const choices = Object.fromEntries(
    Object.entries(draft.choices).map(([key, choice]) => {
      const portion = decided.portions.find((p) => keyOfPortion(p) === key);
      const isNow = choice.isNow && !(portion && isGranted(portion, view.file));
      return [key, { ...choice, isNow }];
    }),
  );
  const [usual = 'sendBack'] = offeredFor(view);
  const isOffered = offeredFor(view).some((one) => one === draft.decision);
  return { ...draft, choices, decision: isOffered ? draft.decision : usual };
}

const decisions = ['approve', 'decline', 'sendBack', 'override'] as const;

/**
 * What may be signed of a case at all. Rivals are settled first, beside the sheet; nothing is granted
 * where no contract says in which money and up to which sum one person may. Any case may be sent back, and
 * one that was granted whole only that.
 */
export function offeredFor({ file, references }: CaseView): readonly DecisionDraft['decision'][] {
  if (file.heads.length > 1 || isGrantedWhole(file)) return ['sendBack'];
  return references?.contract ? decisions : ['sendBack', 'decline'];
}

/** What the client asked for, by group of units. */
export function wantedOf({ file }: CaseView): Wanted {
  return Object.fromEntries(
    file.unitGroups.map((group) => [
      group.unitGroupId,
      file.returnCase.lines.find((line) => line.id === group.returnLineId)?.wanted ?? null,
    ]),
  );
}
