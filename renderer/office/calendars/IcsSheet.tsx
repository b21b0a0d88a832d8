import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { GivenCalendar } from '../../../shared/sync/calendarApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import { CalendarDifferences } from './CalendarDifferences.tsx';
import styles from './IcsSheet.module.css';

const css = classesOf(styles);
/** As central takes one. */
const mostCharacters = 200_000;

/** An iCalendar file, or its text: first what it would change, then why, then it counts. */
export function IcsSheet(props: {
  readonly siteId: string;
  readonly onClose: () => void;
  readonly onTaken: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const [ics, setIcs] = useState('');
  const [reason, setReason] = useState('');
  const [would, setWould] = useState<GivenCalendar | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function give(isTest: boolean): Promise<void> {
    setTrying(true);
    setTrouble(null);
    const why = reason.trim() === '' ? t('calendar.ics.why') : reason.trim();
    const path = `/central/admin/calendars/${encodeURIComponent(props.siteId)}`;
    const body = { ics, why, dryRun: isTest };
    const answer = await ask({ method: 'POST', path, body }, GivenCalendar);
    setTrying(false);
    if (!answer.ok) return setTrouble(answer.refusal);
    if (isTest) return setWould(answer.value);
    return props.onTaken();
  }

  function write(text: string): void {
    setIcs(text);
    setWould(null);
    setTrouble(null);
  }

  const isTooLong = ics.length > mostCharacters;
  const isUnreadable = trouble?.kind === 'refused';
  return (
    <Sheet
      title={t('calendar.ics.title')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          {would === null ? (
            <Button
              look="primary"
              isDisabled={ics.trim() === '' || isTooLong}
              isPending={isTrying}
              onPress={() => void give(true)}
            >
              {t('calendar.ics.look')}
            </Button>
          ) : (
            <Button
              look="primary"
              isDisabled={would.changed.length === 0 || reason.trim() === ''}
              isPending={isTrying}
              onPress={() => void give(false)}
            >
              {t('calendar.ics.take')}
            </Button>
          )}
        </>
      }
    >
      <div className={css('fields')}>
        <p>{t('calendar.ics.lead')}</p>
        <div className={css('file')}>
          <FileTrigger
            acceptedFileTypes={['.ics', 'text/calendar']}
            onSelect={(files) => {
              const [file] = files ?? [];
              if (file) void file.text().then(write);
            }}
          >
            <Button>{t('calendar.ics.choose')}</Button>
          </FileTrigger>
        </div>
        <TextField
          label={t('calendar.ics.text')}
          value={ics}
          onChange={write}
          lines="many"
          look="mono"
          problem={isTooLong ? t('calendar.ics.tooLong') : null}
        />
        {would && (
          <>
            <CalendarDifferences would={would} />
            <TextField
              label={t('form.reason')}
              help={t('form.reason.help')}
              value={reason}
              onChange={setReason}
              most={500}
            />
          </>
        )}
      </div>
      {isUnreadable ? (
        <Notice tone="error" title={t('calendar.ics.unreadable')} isNew>
          {t('calendar.ics.unreadable.next')}
        </Notice>
      ) : (
        trouble && <AskedTrouble trouble={trouble} />
      )}
    </Sheet>
  );
}
