import { type ReactNode, useMemo } from 'react';
import { SectionHead } from '../../../../components/generic/lists/SectionHead.tsx';
import { EmptyState } from '../../../../components/generic/surfaces/EmptyState.tsx';
import { Identifier } from '../../../../components/returns/Identifier.tsx';
import type { CaseView } from '../../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import styles from './ClaimBeside.module.css';
import { CompareTable } from './CompareTable.tsx';
import { type Compared, comparedLines } from './comparedLines.ts';
import { deliveryRow } from './deliveryRow.tsx';
import { lineRows } from './lineRows.tsx';

/** The claim in the client's words, then line by line what was claimed beside what came and was found. */
export function ClaimBeside(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { view } = props;
  const { application } = view.file.returnCase;
  const lines = useMemo(() => comparedLines(view), [view]);
  return (
    <section className={styles['claim']}>
      <SectionHead title={t('compare.title')} />
      {application ? (
        <figure className={styles['quote']}>
          <blockquote className={styles['words']}>{application.description}</blockquote>
          <figcaption className={styles['under']}>
            {t('bench.applied', { date: formatDate(application.receivedOn, 'dayWithYear') })}
          </figcaption>
        </figure>
      ) : (
        <EmptyState size="part" title={t('bench.noApplication')} />
      )}
      {lines.map((compared) => (
        <Line key={compared.key} compared={compared} view={view} />
      ))}
      <CompareTable
        caption={t('compare.delivery')}
        rows={[deliveryRow(wording, view)]}
        isHeadHidden={lines.length > 0}
      />
    </section>
  );
}

function Line(props: { readonly compared: Compared; readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { order, name } = props.compared;
  return (
    <article className={styles['line']}>
      <h3 className={styles['article']}>
        {name || wording.t('bench.unknownArticle')}
        {order && (
          <span className={styles['under']}>
            <Identifier value={order.article.number} size="small" />
            <span>
              {wording.t('compare.orderLine', {
                order: order.orderNumber,
                line: wording.formatNumber(order.lineNumber),
              })}
            </span>
          </span>
        )}
      </h3>
      <CompareTable caption={name} rows={lineRows(wording, props.view, props.compared)} />
    </article>
  );
}
