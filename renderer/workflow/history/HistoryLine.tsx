import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/result.ts';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import type { CaseHistory, HistoryEntry } from '../../queries/oneCase/caseHistory.ts';
import type { Wording } from '../../wording/createWording.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../AtWork.tsx';
import styles from './CaseHistory.module.css';
import { ownWords, sayDetails } from './sayDetails.ts';

/** One thing that happened: what, and below it by whom, where, when, and how far it has come. */
export function HistoryLine(props: {
  readonly entry: HistoryEntry;
  readonly history: CaseHistory;
}): ReactNode {
  const wording = useWording();
  const { entry, history } = props;
  const { what, said } = sayEntry(wording, entry, history);
  const isGone = entry.kind === 'fact' && (entry.isTakenBack || entry.acceptance === 'refused');
  return (
    <div className={styles['line']} data-gone={isGone || undefined}>
      <time className={styles['when']} dateTime={entry.at}>
        {wording.formatDate(entry.at, entry.kind === 'reviewed' ? 'day' : 'moment')}
      </time>
      <div className={styles['what']}>
        <p>
          <strong>{what}</strong>
          {said !== '' && <span className={styles['said']}> {said}</span>}
        </p>
        {entry.kind === 'fact' && <Recorded entry={entry} history={history} />}
      </div>
    </div>
  );
}

function Recorded(props: {
  readonly entry: Extract<HistoryEntry, { kind: 'fact' }>;
  readonly history: CaseHistory;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { enrolment } = useActionContext();
  const { fact, acceptance, acceptedAt, doubt, refused, isTakenBack } = props.entry;
  const words = ownWords(fact);
  const isOwn = fact.stationId === enrolment.stationId;
  return (
    <>
      {words !== '' && <p className={styles['words']}>{words}</p>}
      <p className={styles['under']}>
        {isTakenBack && <Tag>{t('history.takenBack')}</Tag>}
        <span>{props.history.people.get(fact.personId)?.name ?? fact.personId}</span>
        <span>
          {isOwn ? enrolment.stationName : t('history.station', { id: shortOf(fact.stationId) })}
        </span>
        <SavedMark saved={acceptance} />
        {acceptance === 'accepted' && acceptedAt !== null && (
          <span>{formatDate(acceptedAt, 'moment')}</span>
        )}
      </p>
      {doubt !== null && (
        <p className={styles['under']}>
          <Tag tone="amber" icon="clock">
            {t(`history.clock.${doubt}`, { recorded: formatDate(fact.at.utc, 'moment') })}
          </Tag>
        </p>
      )}
      {fact.at.offsetMs === null && acceptance !== 'accepted' && (
        <p className={styles['under']}>{t('history.clock.unmeasured')}</p>
      )}
      {refused && (
        <p className={styles['refused']}>
          {refused.kind === 'refused'
            ? sayRefusal(wording, refused.refusal).what
            : t('refused.quarantined')}
        </p>
      )}
    </>
  );
}

/** Of a long one the end, by which it is told from others. */
function shortOf(stationId: string): string {
  return stationId.length > 20 ? `…${stationId.slice(-6)}` : stationId;
}

function sayEntry(wording: Wording, entry: HistoryEntry, history: CaseHistory) {
  const { t, formatMoney, formatList } = wording;
  switch (entry.kind) {
    case 'fact':
      return { what: t(`fact.${entry.fact.kind}`), said: sayDetails(wording, entry.fact, history) };
    case 'applied':
      return { what: t('history.applied'), said: entry.description };
    case 'reviewed':
      return { what: t('history.reviewed'), said: t(`review.${entry.outcome}`) };
    case 'granted': {
      const { portions, decision } = entry.grant;
      const kinds = [...new Set(portions.map(({ resolution }) => t(`resolution.${resolution}`)))];
      return {
        what: t('history.granted'),
        said: decision === 'decline' ? t('decision.decline') : formatList(kinds),
      };
    }
    case 'refundStarted': {
      const { amount: minor, currency, creditNote } = entry.refund;
      return {
        what: t('history.refundStarted'),
        said: `${formatMoney({ minor, currency })} · ${creditNote}`,
      };
    }
    default:
      return assertNever(entry);
  }
}
