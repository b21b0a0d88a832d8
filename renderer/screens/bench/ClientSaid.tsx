import type { ReactNode } from 'react';
import type { OrderLine } from '../../../shared/facts/documents.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { AgreedPrice, Money } from '../../components/returns/Money.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { CasePhoto } from '../../workflow/CasePhoto.tsx';
import { WithoutPapers } from '../blind/WithoutPapers.tsx';
import styles from './ClientSaid.module.css';

/** The claim in the client's words, their pictures, and what we once shipped, as it should be. */
export function ClientSaid(props: {
  readonly view: CaseView;
  readonly onOtherCase: (caseId: string) => void;
}): ReactNode {
  const { t, formatDate, formatNumber } = useWording();
  const { returnCase } = props.view.file;
  const application = returnCase.application;
  /** As it was agreed: the unit price in money may be rounded from it. */
  const priceOf = ({ price, unitPrice, currency }: OrderLine) =>
    price
      ? {
          name:
            price.per === 1
              ? t('bench.price')
              : t('bench.priceFor', { count: formatNumber(price.per) }),
          value: <AgreedPrice amount={price.amount} currency={currency} />,
        }
      : { name: t('bench.price'), value: <Money minor={unitPrice} currency={currency} /> };
  const photos = application?.evidence.filter((e) => e.sha256 !== null) ?? [];
  return (
    <div className={styles['said']}>
      <SectionHead title={t('bench.client')} />
      {application ? (
        <>
          <blockquote className={styles['words']} dir="auto">
            {application.description}
          </blockquote>
          <p className={styles['when']}>
            {t('bench.applied', { date: formatDate(application.receivedOn, 'dayWithYear') })}
          </p>
        </>
      ) : (
        <p>{t('bench.noApplication')}</p>
      )}
      <WithoutPapers view={props.view} onSettled={props.onOtherCase} />
      {photos.length > 0 && (
        <div className={styles['photos']}>
          {photos.map((evidence) => (
            <CasePhoto
              key={evidence.sha256}
              sha256={evidence.sha256 ?? ''}
              caption={evidence.caption || t('photo.fromClient')}
              standing="fromClient"
            />
          ))}
        </div>
      )}
      {returnCase.lines.map((line) => {
        const order = props.view.orderLines.find((o) => o.id === line.orderLineId);
        return (
          <article key={line.id} className={styles['line']}>
            <h3>
              <bdi>{order?.article.name ?? t('bench.unknownArticle')}</bdi>
            </h3>
            {order?.article.picture !== undefined && (
              <div className={styles['photos']}>
                <CasePhoto
                  sha256={order.article.picture}
                  caption={order.article.name}
                  standing="asMade"
                />
              </div>
            )}
            <Particulars
              look="lines"
              items={[
                { name: t('bench.reason'), value: t(`claim.${line.claimedReason}`) },
                {
                  name: t('bench.quantity'),
                  value: formatNumber(line.approvedQuantity ?? line.requestedQuantity),
                },
                ...(order
                  ? [
                      { name: t('bench.order'), value: <Identifier value={order.orderNumber} /> },
                      {
                        name: t('bench.article'),
                        value: <Identifier value={order.article.number} />,
                      },
                      ...(order.article.gtin === null
                        ? []
                        : [{ name: 'GTIN', value: <Identifier value={order.article.gtin} /> }]),
                      ...(order.lot
                        ? [
                            {
                              name: t('bench.lot'),
                              value: <Identifier value={order.lot} isPlain />,
                            },
                          ]
                        : []),
                      ...(order.drawing
                        ? [{ name: t('bench.drawing'), value: order.drawing }]
                        : []),
                      priceOf(order),
                      ...(order.invoiced
                        ? [
                            {
                              name: t('bench.invoiced'),
                              value: (
                                <Money
                                  minor={order.invoiced.net + order.invoiced.tax}
                                  currency={order.currency}
                                />
                              ),
                            },
                          ]
                        : []),
                      { name: t('bench.carrier'), value: order.carrier.name },
                    ]
                  : []),
              ]}
            />
          </article>
        );
      })}
    </div>
  );
}
