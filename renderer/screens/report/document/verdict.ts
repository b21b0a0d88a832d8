import type { PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import type { ClauseId } from '../../../../shared/facts/policyText.ts';
import type { CaseDecision } from '../../../../shared/policy/decision.ts';
import { policyWords } from '../../../../shared/policy/policyWords.ts';
import { isWordingId } from '../../../wording/catalogues.ts';
import { sayRefusal } from '../../../wording/sayRefusal.ts';
import { sayAnswer, sayWhy } from '../../policy/sayWhy.ts';
import { clausesBlocks, isTold } from './portionVerdict.ts';
import type { Telling } from './telling.ts';

/** What the policy makes of the whole case, and its own words for every clause that decided. */
export function verdict(telling: Telling): PrintedSection {
  const { view, wording } = telling;
  const title = wording.t('report.verdict');
  const { decision } = view;
  if (!decision) {
    const text = `${wording.t('policy.notYet')}. ${wording.t('policy.notYet.next')}`;
    return { title, blocks: [{ kind: 'text', look: 'plain', text }] };
  }
  if (!decision.ok) {
    const { what } = sayRefusal(wording, decision.refusal);
    return { title, blocks: [{ kind: 'text', look: 'plain', text: what }] };
  }
  return { title, blocks: decidedBlocks(telling, decision.value) };
}

function decidedBlocks(telling: Telling, decision: CaseDecision): PrintedSection['blocks'] {
  const { t, formatMoney } = telling.wording;
  const { shippingCost: freight, currency } = decision;
  return [
    {
      kind: 'particulars',
      items: [
        { name: t('policy.freight'), value: t(`liability.${freight.bearer}`) },
        ...(freight.amount === null
          ? []
          : [
              {
                name: t('report.freight'),
                value: formatMoney({ minor: freight.amount, currency }),
              },
            ]),
        {
          name: t('policy.pickUp'),
          value: t(freight.wePickUp ? 'policy.pickUp.us' : 'policy.pickUp.client'),
        },
        {
          name: t('policy.versions'),
          value: t('policy.versions.are', {
            policy: decision.policyVersion,
            contract: decision.contractVersion ?? '–',
          }),
        },
      ],
    },
    ...questionsBlocks(telling, decision),
    ...clausesBlocks(telling, decision.clauses),
    ...inItsOwnWords(telling, decision),
  ];
}

/** What the policy leaves to a person: the client is told how many, and not what we ask ourselves. */
function questionsBlocks(telling: Telling, decision: CaseDecision): PrintedSection['blocks'] {
  const { view, wording, isForClient } = telling;
  const { t } = wording;
  const open = decision.questions;
  if (isForClient)
    return open.length === 0
      ? []
      : [{ kind: 'text', look: 'note', text: t('report.questions.open', { count: open.length }) }];
  const answered = view.file.answers.map(({ question, answer, reason }) => [
    sayQuestion(telling, question),
    sayAnswer(wording, question, answer),
    reason,
  ]);
  const asked = open.map(({ question, why }) => [
    sayQuestion(telling, question),
    t('report.questions.unanswered'),
    sayWhy(wording, why),
  ]);
  if (answered.length + asked.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t('report.questions'),
      columns: [
        { name: t('report.question'), look: 'text' },
        { name: t('report.answer'), look: 'text' },
        { name: t('report.because'), look: 'text' },
      ],
      rows: [...answered, ...asked],
    },
  ];
}

function sayQuestion({ wording }: Telling, question: string): string {
  const id = `question.${question}`;
  return isWordingId(id) ? wording.t(id) : question;
}

/** Of every clause that applied anywhere in the case, once. */
function inItsOwnWords(telling: Telling, decision: CaseDecision): PrintedSection['blocks'] {
  const { view, wording } = telling;
  const policy = view.references?.policy ?? null;
  const fired = new Set<ClauseId>(
    [...decision.portions.flatMap(({ clauses }) => clauses), ...decision.clauses].flatMap((one) =>
      one.fired && isTold(telling, one.clause) ? [one.clause] : [],
    ),
  );
  const clauses = [...fired].flatMap((clause) => {
    const { language, sentences } = policyWords(clause, policy);
    return sentences.length === 0
      ? []
      : [{ clause, name: wording.t(`clause.${clause}`), language, words: [...sentences] }];
  });
  if (clauses.length === 0) return [];
  return [
    { kind: 'heading', text: wording.t('clauses.words'), aside: '' },
    { kind: 'policy', clauses },
  ];
}
