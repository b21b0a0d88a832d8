import { type ReactNode, useMemo } from 'react';
import type { CaseDecision, GroupDecision } from '../../../shared/policy/decision.ts';
import { whatWouldTurn } from '../../../shared/policy/whatWouldTurn.ts';
import { policyInputOf } from '../../../shared/returns/policyInput.ts';
import { ClauseList } from '../../components/ClauseList.tsx';
import { Money } from '../../components/Money.tsx';
import { Particulars } from '../../components/Particulars.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { StateMark } from '../../components/StateMark.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { Wording } from '../../wording/createWording.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { nameOfArticle } from '../atWork/nameOfUnits.ts';
import { clauseLines } from './clauseLines.ts';
import styles from './PolicyPanel.module.css';
import { sayWhy } from './sayWhy.ts';
import { shapes } from './standingShapes.ts';

/** The four answers about one group of units, with the clauses behind them. */
export function GroupVerdict(props: {
  readonly group: GroupDecision;
  readonly decision: CaseDecision;
  readonly view: CaseView;
}): ReactNode {
  const wording = useWording();
  const { t, formatNumber, formatList } = wording;
  const { group, view, decision } = props;
  const counted = view.file.unitGroups.find((g) => g.unitGroupId === group.unitGroupId);
  const [shape, tone] = shapes[group.standing];
  return (
    <section className={styles['whole']}>
      <SectionHead
        level={3}
        title={counted ? nameOfArticle(counted) : t('policy.group')}
        aside={<StateMark shape={shape} tone={tone} word={t(`standing.${group.standing}`)} />}
      />
      <Particulars
        items={[
          { name: t('policy.claim'), value: t(`upheld.${said(group.claimUpheld)}`) },
          { name: t('policy.intact'), value: t(`intact.${said(group.intact)}`) },
          { name: t('policy.liability'), value: t(`liability.${group.liability}`) },
          {
            name: t('policy.eligible'),
            value: t('policy.eligible.of', {
              quantity: formatNumber(group.eligibleQuantity),
              counted: formatNumber(counted?.quantity ?? 0),
            }),
          },
          {
            name: t('policy.amount'),
            value: <Money minor={group.eligibleAmount} currency={decision.currency} />,
          },
          ...(group.resolutions.length > 0
            ? [
                {
                  name: t('policy.resolutions'),
                  value: formatList(group.resolutions.map((r) => t(`resolution.${r.kind}`))),
                  isWide: true,
                },
              ]
            : []),
        ]}
      />
      {group.missing.length > 0 && (
        <div className={styles['missing']}>
          <h4 className={styles['turnsHead']}>{t('policy.missing')}</h4>
          <ul>
            {group.missing.map((code) => (
              <li key={code}>{sayMissing(wording, code)}</li>
            ))}
          </ul>
        </div>
      )}
      <ClauseList
        clauses={clauseLines(wording, group.clauses, view.references?.policy.textSha256 ?? '')}
      />
      {group.standing !== 'upheld' && <WouldTurn group={group} view={view} />}
    </section>
  );
}

/** The smallest changes of facts that would turn the answer, found by asking the policy again. */
function WouldTurn(props: { readonly group: GroupDecision; readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { file, references, standing } = props.view;
  const today = standing?.today ?? file.returnCase.application?.receivedOn ?? null;
  const turns = useMemo(
    () => (references && today ? whatWouldTurn(policyInputOf(file, references, today)) : []),
    [file, references, today],
  ).filter((turn) => turn.unitGroupId === props.group.unitGroupId);
  if (turns.length === 0) return null;
  return (
    <div className={styles['turns']}>
      <h4 className={styles['turnsHead']}>{t('policy.turns')}</h4>
      <ul className={styles['turnList']}>
        {turns.map((turn) => {
          const changes = turn.changes.map((change) => sayWhy(wording, change));
          return (
            <li key={`${turn.becomes} ${changes.join()}`} className={styles['turn']}>
              <span>{changes.join(t('policy.turns.and'))}</span>
              <span className={styles['becomes']}>{t(`standing.${turn.becomes}`)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function said(answer: boolean | null): 'yes' | 'no' | 'open' {
  return answer === null ? 'open' : answer ? 'yes' : 'no';
}

/** A fact the policy waits for; what the client has to send has its own words. */
function sayMissing({ t }: Wording, code: string): string {
  const id = code.startsWith('clientEvidence.') ? code : `missing.${code}`;
  return isWordingId(id) ? t(id) : code;
}
