import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { CalendarBody } from '../../../shared/office/bodies/place.ts';
import { externalIdOf, ownIdOf } from '../../../shared/office/externalId.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import {
  History,
  officeRoot,
  RecordAnswer,
  WriteAnswer,
} from '../../../shared/office/officeApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useAsked } from '../asking/useAsked.ts';
import { CalendarYearOf } from '../calendars/CalendarYearOf.tsx';
import { sayKind } from '../form/sayField.ts';
import { titleOf } from '../form/titleOf.ts';
import { addressOf } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { BankAccountOf } from './BankAccountOf.tsx';
import styles from './OneRecord.module.css';
import type { OfficeRecordRead } from './officeRecord.ts';
import { RecordForm } from './RecordForm.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { RecordUses } from './RecordUses.tsx';
import { readBody } from './readBody.ts';
import { WithdrawSheet } from './WithdrawSheet.tsx';

const css = classesOf(styles);

/** One record as it stands: what it says, its history, and what may be done to it. */
export function OneRecord(props: {
  readonly kind: OfficeKind;
  /** `source:id`, as it stands in an address. */
  readonly reference: string;
  /** May see and say where a client's money goes. */
  readonly maySeeBank: boolean;
  readonly onChanged: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { kind } = props;
  const path = `${officeRoot}/${kind}/${props.reference}`;
  const { answer, again } = useAsked(path, RecordAnswer);
  const history = useAsked(`${path}/history`, History);
  const changed = () => {
    again();
    history.again();
    props.onChanged();
  };
  if (!answer) return null;
  if (!answer.ok && (answer.refusal.kind === 'gone' || answer.refusal.kind === 'refused'))
    return <EmptyState title={t('records.gone')} next={t('records.gone.next')} icon="question" />;
  if (!answer.ok) return <AskedTrouble trouble={answer.refusal} onAgain={again} />;
  return (
    <RecordRead
      kind={kind}
      path={path}
      record={answer.value}
      maySeeBank={props.maySeeBank}
      history={history.answer?.ok ? history.answer.value.changes : []}
      onChanged={changed}
    />
  );
}

function RecordRead(props: {
  readonly kind: OfficeKind;
  readonly path: string;
  readonly record: OfficeRecordRead;
  readonly maySeeBank: boolean;
  readonly history: z.output<typeof History>['changes'];
  readonly onChanged: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatDate } = wording;
  const { kind, path, record } = props;
  const [isEdited, edit] = useState(false);
  const [isLeaving, leave] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const title = titleOf(kind, record.body, record.id);
  const siteId = siteOfCalendar(kind, record);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));

  async function check(): Promise<void> {
    const answer = await ask(
      { method: 'POST', path: `${path}/check`, headers: { 'if-match': `"${record.version}"` } },
      WriteAnswer,
    );
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) props.onChanged();
  }

  return (
    <article className={css('record')}>
      <header className={css('head')}>
        <div>
          <p className={css('kind')}>
            <a className={css('back')} href={addressOf({ at: 'records', kind })}>
              {sayKind(wording, kind)}
            </a>
            {record.state !== 'current' && (
              <Tag tone={record.state === 'draft' ? 'accent' : 'rest'}>
                {t(`records.state.${record.state}`)}
              </Tag>
            )}
          </p>
          <h1 className={css('title')}>{title}</h1>
          <p className={css('number')}>
            <span translate="no">{record.id}</span> · {t('records.from', { source: record.source })}
          </p>
        </div>
        {!isEdited && (
          <div className={css('acts')}>
            {kind === 'policies' && record.state === 'draft' && (
              <Button look="primary" icon="shield" onPress={() => void check()}>
                {t('records.check')}
              </Button>
            )}
            {record.state !== 'withdrawn' && (
              <Button look="quiet" onPress={() => leave(true)}>
                {t('records.withdraw')}
              </Button>
            )}
            <Button
              look={kind === 'policies' && record.state === 'draft' ? 'quiet' : 'primary'}
              onPress={() => edit(true)}
            >
              {t(record.state === 'withdrawn' ? 'records.reinstate' : 'records.edit')}
            </Button>
          </div>
        )}
      </header>
      {trouble && <CheckTrouble trouble={trouble} />}
      {isEdited ? (
        <RecordForm
          kind={kind}
          record={record}
          path={path}
          onCancel={() => edit(false)}
          onSaved={() => {
            edit(false);
            props.onChanged();
          }}
        />
      ) : (
        <>
          <Particulars
            items={readBody(wording, kind, record.body).map(({ label, value }) => ({
              name: label,
              value,
              isWide: value.length > longValue,
            }))}
          />
          <p className={css('last')}>
            {t('records.lastChange', {
              who: record.changedBy,
              when: formatDate(record.changedAt, 'moment'),
            })}
          </p>
          {siteId !== null && (
            <CalendarYearOf siteId={siteId} today={today} onChanged={props.onChanged} />
          )}
          {kind === 'clients' && props.maySeeBank && <BankAccountOf path={path} client={title} />}
          <RecordUses kind={kind} record={record} />
          <RecordHistory kind={kind} changes={props.history} />
        </>
      )}
      <WithdrawSheet
        isOpen={isLeaving}
        title={title}
        path={path}
        version={record.version}
        onClose={() => leave(false)}
        onWithdrawn={() => {
          leave(false);
          props.onChanged();
        }}
      />
    </article>
  );
}

/** Our id of the site a calendar is of; null: this is none, or of nobody's. */
function siteOfCalendar(kind: OfficeKind, record: OfficeRecordRead): string | null {
  if (kind !== 'calendars' || record.state === 'withdrawn') return null;
  const read = CalendarBody.safeParse(record.body);
  return read.success ? ownIdOf('sites', externalIdOf(read.data.site, record.source)) : null;
}

/** A value that does not fit into a box beside others. */
const longValue = 48;

function CheckTrouble(props: { readonly trouble: Trouble }): ReactNode {
  const { t } = useOfficeWording();
  const { trouble } = props;
  const isSecond =
    trouble.kind === 'refused' && trouble.errors.some(({ code }) => code === 'secondPerson');
  if (!isSecond) return <AskedTrouble trouble={trouble} />;
  return (
    <Notice tone="warning" title={t('records.check.secondPerson')} isNew>
      {t('records.check.secondPerson.next')}
    </Notice>
  );
}
