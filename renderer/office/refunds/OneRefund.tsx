import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  adminRefundsApi,
  RefundDetail,
  type RefundFilter,
} from '../../../shared/sync/adminRefundsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useAsked } from '../asking/useAsked.ts';
import { addressOf } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneRefund.module.css';
import { RefundHistory } from './RefundHistory.tsx';
import { isUnderWay, refundMark, sayRefund } from './refundMarks.ts';
import { SendAgainSheet } from './SendAgainSheet.tsx';
import { WhatItPays } from './WhatItPays.tsx';

const css = classesOf(styles);
const askedEveryMs = 5000;

/** One refund: how it stands, what it pays, all that was done about it, and what may be done now. */
export function OneRefund(props: {
  readonly id: string;
  readonly filter: RefundFilter | null;
  readonly maySend: boolean;
  readonly onChanged: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const path = adminRefundsApi.oneRefund.path.replace(':id', encodeURIComponent(props.id));
  const { answer, again } = useAsked(path, RefundDetail);
  const isMoving = answer?.ok === true && isUnderWay(answer.value.refund);
  useEffect(() => {
    if (!isMoving) return undefined;
    const time = setInterval(again, askedEveryMs);
    return () => clearInterval(time);
  });
  const state = answer?.ok === true ? answer.value.refund.state : null;
  const known = useRef(state);
  const { onChanged } = props;
  useEffect(() => {
    // It went on by itself: what the list says of it is old.
    if (state !== null && known.current !== null && known.current !== state) onChanged();
    known.current = state;
  }, [state, onChanged]);
  const changed = () => {
    again();
    onChanged();
  };
  if (!answer) return null;
  if (!answer.ok && (answer.refusal.kind === 'gone' || answer.refusal.kind === 'refused'))
    return <EmptyState title={t('refunds.gone')} next={t('records.gone.next')} icon="question" />;
  if (!answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  return (
    <RefundShown
      detail={answer.value}
      filter={props.filter}
      maySend={props.maySend}
      onChanged={changed}
    />
  );
}

function RefundShown(props: {
  readonly detail: RefundDetail;
  readonly filter: RefundFilter | null;
  readonly maySend: boolean;
  readonly onChanged: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { detail, maySend } = props;
  const { refund } = detail;
  const [isSending, send] = useState(false);
  const [asked, setAsked] = useState<Trouble | 'asked' | null>(null);
  const mayLookUp =
    refund.port === 'webhook' && (refund.state === 'unknown' || refund.state === 'instructed');

  async function lookUp(): Promise<void> {
    const { path, response } = adminRefundsApi.lookUpRefund;
    const answer = await ask(
      { method: 'POST', path: path.replace(':id', encodeURIComponent(refund.id)), body: {} },
      response,
    );
    setAsked(answer.ok ? 'asked' : answer.refusal);
    props.onChanged();
  }

  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a
              className={css('back')}
              href={addressOf({ at: 'refunds', filter: props.filter, id: null })}
            >
              {t('office.refunds')}
            </a>
            {detail.decision?.isOverride && <Tag tone="amber">{t('refunds.override')}</Tag>}
          </p>
          <h1 className={css('title')}>
            <Money minor={refund.amount} currency={refund.currency} size="large" />
          </h1>
          <p className={css('number')}>
            {refund.client?.name ?? t('refunds.noClient')} ·{' '}
            <span translate="no">{refund.rma ?? refund.caseId}</span>
          </p>
        </div>
        <div className={css('acts')}>
          {maySend && refund.state === 'failed' && (
            <Button look="primary" icon="retake" onPress={() => send(true)}>
              {t('refunds.sendAgain')}
            </Button>
          )}
          {maySend && mayLookUp && (
            <Button icon="search" onPress={() => void lookUp()}>
              {t('refunds.lookUp')}
            </Button>
          )}
        </div>
      </header>
      <div className={css('standing')}>
        <StateMark {...refundMark(wording, refund)} />
        <p className={css('says')}>{sayRefund(wording, refund)}</p>
      </div>
      {asked === 'asked' && mayLookUp && <Notice title={t('refunds.asked')} isNew />}
      {asked !== null && asked !== 'asked' && <AskedTrouble trouble={asked} />}
      <WhatItPays detail={detail} />
      <RefundHistory detail={detail} />
      <SendAgainSheet
        refund={refund}
        isOpen={isSending}
        onClose={() => send(false)}
        onSent={() => {
          send(false);
          props.onChanged();
        }}
      />
    </article>
  );
}
