import { type ReactNode, useState } from 'react';
import type { AdminScope } from '../../../shared/sync/adminApi.ts';
import {
  adminRefundsApi,
  RefundFilter,
  type RefundRead,
} from '../../../shared/sync/adminRefundsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { usePages } from '../asking/usePages.ts';
import { useSettled } from '../form/ReferenceField.tsx';
import { goTo, type Place } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { OneRefund } from './OneRefund.tsx';
import styles from './RefundsScreen.module.css';
import { refundMark } from './refundMarks.ts';

const css = classesOf(styles);
const { path, response } = adminRefundsApi.refunds;

/** The refund register: how far each has come, found by state or by words, and one beside the list. */
export function RefundsScreen(props: {
  readonly place: Extract<Place, { at: 'refunds' }>;
  readonly scopes: readonly AdminScope[];
}): ReactNode {
  const { t } = useOfficeWording();
  const { filter, id } = props.place;
  const mayRead = props.scopes.includes('read');
  const [typed, type] = useState('');
  const words = useSettled(typed).trim();
  const about = filter === null ? '' : `&state=${filter}`;
  const { pages, trouble, isAsking, more, again } = usePages(
    mayRead ? `${path}?q=${encodeURIComponent(words)}${about}` : null,
    response,
  );
  const refunds = pages?.flatMap((page) => page.refunds) ?? [];

  if (!mayRead)
    return (
      <div className={css('alone')}>
        <EmptyState title={t('refunds.noScope')} next={t('refunds.noScope.next')} icon="lock" />
      </div>
    );
  return (
    <div className={css('screen')} data-open={id === null ? undefined : true}>
      <section className={css('list')} aria-label={t('office.refunds')}>
        <div className={css('head')}>
          <h1 className={css('title')}>{t('office.refunds')}</h1>
          <TextField
            label={t('records.find')}
            help={t('refunds.find.help')}
            value={typed}
            onChange={type}
          />
          <Select
            label={t('refunds.state')}
            chosen={filter ?? 'all'}
            onChoose={(key) => {
              const chosen = RefundFilter.safeParse(key);
              goTo({ at: 'refunds', filter: chosen.success ? chosen.data : null, id: null });
            }}
            choices={[
              { key: 'all', word: t('refunds.state.all') },
              ...RefundFilter.options.map((key) => ({
                key,
                word: key === 'waiting' ? t('refunds.state.waiting') : t(`refundState.${key}`),
              })),
            ]}
          />
        </div>
        {trouble && <AskedTrouble trouble={trouble} onAgain={again} />}
        {pages && (
          <RowList<RefundRead>
            label={t('office.refunds')}
            rows={refunds}
            keyOf={(refund) => refund.id}
            wordsOf={(refund) => `${refund.rma ?? refund.caseId} ${refund.client?.name ?? ''}`}
            chosen={id}
            onOpen={(refund) => goTo({ at: 'refunds', filter, id: refund.id })}
            empty={
              <NothingHere words={words} isNarrowed={filter !== null} isMore={more !== null} />
            }
          >
            {(refund) => <RefundRow refund={refund} />}
          </RowList>
        )}
        {more && (
          <div className={css('more')}>
            <Button onPress={more} isPending={isAsking}>
              {t(words === '' ? 'refunds.more' : 'refunds.further')}
            </Button>
          </div>
        )}
        <p className={css('register')}>
          <a href="/central/register">{t('refunds.register')}</a>
        </p>
      </section>
      <section className={css('record')} aria-label={t('refunds.one')}>
        {id === null ? (
          <EmptyState icon="refund" title={t('refunds.choose')} next={t('refunds.choose.next')} />
        ) : (
          <OneRefund
            key={id}
            id={id}
            filter={filter}
            maySend={props.scopes.includes('refunds')}
            onChanged={again}
          />
        )}
      </section>
    </div>
  );
}

function NothingHere(props: {
  readonly words: string;
  readonly isNarrowed: boolean;
  readonly isMore: boolean;
}): ReactNode {
  const { t } = useOfficeWording();
  const { words, isNarrowed, isMore } = props;
  if (isMore)
    return <EmptyState size="part" title={t('refunds.notYet')} next={t('refunds.notYet.next')} />;
  if (words !== '')
    return (
      <EmptyState size="part" title={t('refunds.noneFound')} next={t('records.noneFound.next')} />
    );
  return isNarrowed ? (
    <EmptyState size="part" title={t('refunds.noneOf')} next={t('refunds.noneOf.next')} />
  ) : (
    <EmptyState size="part" title={t('refunds.none')} next={t('refunds.none.next')} />
  );
}

function RefundRow(props: { readonly refund: RefundRead }): ReactNode {
  const wording = useOfficeWording();
  const { refund } = props;
  return (
    <ListRow
      title={refund.rma ?? <span translate="no">{refund.caseId}</span>}
      under={refund.client?.name ?? wording.t('refunds.noClient')}
      middle={<StateMark {...refundMark(wording, refund)} />}
      end={<Money minor={refund.amount} currency={refund.currency} />}
      endUnder={wording.t('refunds.since', { when: wording.formatDate(refund.since, 'day') })}
    />
  );
}
