import { memo, type ReactNode } from 'react';
import { SavedMark } from '../../../components/generic/marks/SavedMark.tsx';
import { Tag } from '../../../components/generic/marks/Tag.tsx';
import { ClientName } from '../../../components/returns/ClientName.tsx';
import { SevenDayBar } from '../../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import type { BenchGroup } from '../../../queries/lists/benchList.ts';
import type { CaseRow, HeldBy } from '../../../queries/lists/caseRow.ts';
import { useNow } from '../../../queries/StationStorage.tsx';
import { sayWhen } from '../../../wording/sayWhen.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import styles from './BenchRow.module.css';

/** One case in one line: until when, whose, what, how it stands, who has it; and what to do about that. */
export const BenchRow = memo(function BenchRow(props: {
  readonly row: CaseRow;
  readonly group: BenchGroup;
  readonly isBegun: boolean;
  readonly onTake: (row: CaseRow) => void;
  readonly onGive: (row: CaseRow) => void;
}): ReactNode {
  const { t, formatList } = useWording();
  const { row, group } = props;
  const articles = formatList(row.articles);
  return (
    <div className={styles['row']}>
      <SevenDayBar standing={row.standing} uncounted={row.uncounted} size="line" />
      <ClientName className={styles['client']} name={row.clientName || t('blind.opened')} />
      <span className={styles['rma']}>
        {row.rma === null ? t('workList.noPapers') : <Identifier value={row.rma} size="small" />}
      </span>
      <ClientName className={styles['articles']} name={articles} />
      <span className={styles['state']}>
        {row.holds.length > 0 ? <Why row={row} /> : <Standing row={row} isBegun={props.isBegun} />}
        {row.saved !== 'accepted' && <SavedMark saved={row.saved} />}
      </span>
      <Who row={row} />
      {group === 'free' && <RowAct row={row} word="take" onPress={props.onTake} />}
      {group === 'mine' && <RowAct row={row} word="handOver" onPress={props.onGive} />}
      {group === 'others' && <RowAct row={row} word="takeOver" onPress={props.onGive} />}
    </div>
  );
});

/** For a hand on the screen; keys do the same on the row itself, so it is no stop for Tab. */
function RowAct(props: {
  readonly row: CaseRow;
  readonly word: 'take' | 'handOver' | 'takeOver';
  readonly onPress: (row: CaseRow) => void;
}): ReactNode {
  const { t } = useWording();
  const { rma, clientName } = props.row;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['act']}
      aria-label={t(`workList.${props.word}.what`, { what: `${rma ?? ''} ${clientName}`.trim() })}
      onClick={(event) => {
        event.stopPropagation();
        props.onPress(props.row);
      }}
    >
      {t(`workList.${props.word}`)}
    </button>
  );
}

function Standing(props: { readonly row: CaseRow; readonly isBegun: boolean }): ReactNode {
  const { t } = useWording();
  const { row, isBegun } = props;
  return isBegun && row.state !== 'inspecting' ? (
    <Tag tone="accent">{t('bench.begun')}</Tag>
  ) : (
    <span>{t(`state.${row.state}`)}</span>
  );
}

/** Why it waits, in words: the reason, and what was noted of it. */
function Why({ row }: { readonly row: CaseRow }): ReactNode {
  const { t } = useWording();
  const [first, ...more] = row.holds;
  if (!first) return null;
  const all = row.holds.map(({ reason, note }) =>
    note === '' ? t(`hold.${reason}`) : `${t(`hold.${reason}`)}: ${note}`,
  );
  return (
    <Tag tone={row.holds.some(({ reason }) => reason === 'hazard') ? 'red' : 'amber'} icon="pause">
      <span className={styles['why']} title={all.join(' · ')}>
        {all[0]}
        {more.length > 0 && ` ${t('workList.more', { count: more.length })}`}
      </span>
    </Tag>
  );
}

/** Who has it, where and since when; of several the first, and how many more. */
function Who({ row }: { readonly row: CaseRow }): ReactNode {
  const { t, formatDate } = useWording();
  const { person } = useActionContext();
  const now = useNow();
  const mine = row.heldBy.filter(({ personId }) => personId === person.personId);
  const others = row.heldBy.filter(({ personId }) => personId !== person.personId);
  // What one wants to know of one's own is whether somebody else has it too.
  const [first, ...more] = [...others, ...mine];
  const say = (one: HeldBy) => {
    const name = one.personId === person.personId ? t('workList.me') : one.name;
    const time = sayWhen(formatDate, one.since, now, 'day');
    return one.place === null
      ? t('workList.heldBy', { name, time })
      : t('workList.heldBy.at', { name, time, place: one.place });
  };
  if (!first) return <span className={styles['who']} />;
  return (
    <span className={styles['who']} title={row.heldBy.map(say).join('\n')}>
      <span className={styles['name']}>{say(first)}</span>
      {more.length > 0 && <span>{t('workList.more', { count: more.length })}</span>}
    </span>
  );
}
