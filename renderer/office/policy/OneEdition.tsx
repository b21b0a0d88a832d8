import { type ReactNode, useState } from 'react';
import { officeRoot, WriteAnswer } from '../../../shared/office/officeApi.ts';
import type { Session } from '../../../shared/sync/signInApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { addressOf, goTo } from '../places/place.ts';
import styles from '../refunds/OneRefund.module.css';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { Compared } from './Compared.tsx';
import { EditionTag } from './EditionTag.tsx';
import { baseOf, type Edition } from './editions.ts';
import { PolicyReplay } from './PolicyReplay.tsx';

const css = classesOf(styles);

/** One edition: what it says otherwise than another, what it would have decided, and putting it in force. */
export function OneEdition(props: {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly isInForce: boolean;
  readonly today: string;
  readonly me: Session['administrator'];
  readonly onChanged: () => void;
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { edition, editions, me } = props;
  const { record, body } = edition;
  const [isChecking, check] = useState(false);
  const isDraft = record.state === 'draft';
  const { changedById, changedBy } = record;
  const isMine = changedById === null ? changedBy === me.name : changedById === me.id;
  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'policy', ref: null })}>
              {t('office.policy')}
            </a>
            <EditionTag edition={edition} isInForce={props.isInForce} today={props.today} />
          </p>
          <h1 className={css('title')}>{body.title}</h1>
          <p className={css('number')}>
            <span translate="no">{record.id}</span> ·{' '}
            {t('policy.from', { when: formatDate(body.effectiveFrom, 'dayWithYear') })} ·{' '}
            {t('records.lastChange', {
              who: record.changedBy,
              when: formatDate(record.changedAt, 'moment'),
            })}
          </p>
        </div>
        <div className={css('acts')}>
          {isDraft && !isMine && (
            <Button look="primary" icon="shield" onPress={() => check(true)}>
              {t('policy.check')}
            </Button>
          )}
          <Button onPress={() => goTo({ at: 'record', kind: 'policies', ref: edition.ref })}>
            {t(isDraft ? 'policy.open' : 'policy.record')}
          </Button>
        </div>
      </header>
      {isDraft && isMine && (
        <Notice tone="info" title={t('records.check.secondPerson')}>
          {t('records.check.secondPerson.next')}
        </Notice>
      )}
      <Compared edition={edition} editions={editions} first={baseOf(edition, editions)} />
      <PolicyReplay key={record.version} body={body} />
      {isChecking && (
        <CheckSheet
          edition={edition}
          onClose={() => check(false)}
          onChecked={() => {
            check(false);
            props.onChanged();
            goTo({ at: 'policy', ref: edition.ref });
          }}
        />
      )}
    </article>
  );
}

function CheckSheet(props: {
  readonly edition: Edition;
  readonly onClose: () => void;
  readonly onChecked: () => void;
}): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { ref, record, body } = props.edition;
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function go(): Promise<void> {
    setTrying(true);
    setTrouble(null);
    const path = `${officeRoot}/policies/${ref}/check`;
    const headers = { 'if-match': `"${record.version}"` };
    const answer = await ask({ method: 'POST', path, headers }, WriteAnswer);
    setTrying(false);
    if (answer.ok) props.onChecked();
    else setTrouble(answer.refusal);
  }

  return (
    <Sheet
      title={t('policy.check.title', { title: body.title })}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" isPending={isTrying} onPress={() => void go()}>
            {t('records.check')}
          </Button>
        </>
      }
    >
      <p>{t('policy.check.lead', { when: formatDate(body.effectiveFrom, 'dayWithYear') })}</p>
      {trouble && <AskedTrouble trouble={trouble} />}
    </Sheet>
  );
}
