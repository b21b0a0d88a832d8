import type { ReactNode } from 'react';
import type { Grant, PolicyVersion, Refund } from '../../../../shared/facts/documents.ts';
import { type ClauseId, clauseIds } from '../../../../shared/facts/policyText.ts';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import { Money } from '../../../components/returns/Money.tsx';
import { Particulars } from '../../../components/returns/Particulars.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { Clause } from '../../policy/Clause.tsx';

/** What central has accepted as final: the refunds it started, and what it settled without money. */
export function RefundRegister(props: { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const { refunds, file } = props.view;
  const others = file.grants.filter((grant) => grant.refundId === null);
  return (
    <>
      {refunds.length > 0 && (
        <section>
          <SectionHead level={3} title={t('desk.refunds')} />
          {refunds.map((refund) => (
            <Refunded
              key={refund.id}
              refund={refund}
              policy={props.view.references?.policy ?? null}
            />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section>
          <SectionHead level={3} title={t('desk.grants')} />
          {others.map((grant) => (
            <Settled key={grant.id} grant={grant} view={props.view} />
          ))}
        </section>
      )}
    </>
  );
}

function Refunded(props: {
  readonly refund: Refund;
  readonly policy: PolicyVersion | null;
}): ReactNode {
  const { refund, policy } = props;
  const { t, formatDate } = useWording();
  const waits = refund.state === 'due' ? (refund.waitsForPhotos?.length ?? 0) : 0;
  return (
    <Particulars
      items={[
        {
          name: t('desk.refund.amount'),
          value: <Money minor={refund.amount} currency={refund.currency} />,
        },
        {
          name: t('desk.refund.state'),
          value:
            waits > 0
              ? `${t(`refundState.${refund.state}`)} · ${t('desk.refund.waits', { count: waits })}`
              : t(`refundState.${refund.state}`),
        },
        {
          name: t('desk.refund.started'),
          value: refund.startedAt ? formatDate(refund.startedAt, 'moment') : '–',
        },
        {
          name: t('desk.refund.note'),
          value: <Identifier value={refund.creditNote} isPlain />,
        },
        {
          name: t('desk.refund.clauses'),
          value: refund.clauses.map((clause) =>
            isClause(clause) ? (
              <Clause key={clause} clause={clause} policy={policy} />
            ) : (
              <Identifier key={clause} value={clause} size="small" />
            ),
          ),
          isWide: true,
        },
      ]}
    />
  );
}

/** A later edition may have clauses of which nothing is said here. */
function isClause(named: string): named is ClauseId {
  return clauseIds.some((id) => id === named);
}

function Settled(props: { readonly grant: Grant; readonly view: CaseView }): ReactNode {
  const { t, formatDate, formatList } = useWording();
  const { grant, view } = props;
  const worth = grant.portions.reduce((sum, portion) => sum + portion.value, 0);
  return (
    <Particulars
      items={[
        {
          name: t(grant.decision === 'decline' ? 'desk.grant.decision' : 'desk.resolution'),
          value:
            grant.decision === 'decline'
              ? t('decision.decline')
              : formatList([
                  ...new Set(grant.portions.map((p) => t(`resolution.${p.resolution}`))),
                ]),
        },
        ...(worth > 0
          ? [{ name: t('desk.worth'), value: <Money minor={worth} currency={grant.currency} /> }]
          : []),
        {
          name: t('desk.grant.signed'),
          value: formatList(grant.signedBy.map((id) => view.people.get(id)?.name ?? id)),
        },
        { name: t('desk.grant.accepted'), value: formatDate(grant.acceptedAt, 'moment') },
      ]}
    />
  );
}
