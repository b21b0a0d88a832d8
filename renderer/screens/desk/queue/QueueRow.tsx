import { memo, type ReactNode } from 'react';
import { SavedMark } from '../../../components/generic/marks/SavedMark.tsx';
import { Tag, type Tone } from '../../../components/generic/marks/Tag.tsx';
import { ClientName } from '../../../components/returns/ClientName.tsx';
import { SevenDayBar } from '../../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import { Money } from '../../../components/returns/Money.tsx';
import { type Ask, type AskKind, askOf } from '../../../queries/deskQueue/askOf.ts';
import type { CaseRow } from '../../../queries/lists/caseRow.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import styles from './QueueRow.module.css';
import { sayAsk, sayFrom } from './sayAsk.ts';

/** A case in one line: due, client, reason, amount, what is asked, from whom; drawn again when that changed. */
export const QueueRow = memo(function QueueRow(props: {
  readonly row: CaseRow;
  /** Beside an open case there is room for less; the open one says all. */
  readonly isNarrow: boolean;
  readonly isOpen: boolean;
  readonly isInHand: boolean;
  /** This person has begun to decide it. */
  readonly isBegun: boolean;
  readonly nameOf: (id: string) => string;
}): ReactNode {
  const wording = useWording();
  const { t, formatList } = wording;
  const { person } = useActionContext();
  const { isNarrow, isOpen, nameOf, row } = props;
  const ask = askOf(row, person.personId);
  const asked = sayAsk(wording, ask, row, nameOf);
  const isBegun = props.isBegun && ask.isMine;
  const open = isBegun ? [asked, t('queue.begun')].join(' · ') : asked;
  const said = props.isInHand ? t('queue.inHand') : open;
  const client = row.clientName || t('blind.opened');
  const money = row.amount !== null && row.amount > 0 && row.currency !== null && (
    <Money minor={row.amount} currency={row.currency} />
  );
  const due = (
    <SevenDayBar
      standing={row.standing}
      uncounted={row.uncounted}
      size={isNarrow ? 'strip' : 'line'}
    />
  );
  const name = <ClientName className={styles['client']} name={client} />;
  if (isNarrow)
    return (
      <div
        className={styles['narrow']}
        data-open={isOpen || undefined}
        data-in-hand={props.isInHand || undefined}
      >
        {name}
        <span className={styles['number']}>
          {row.rma && <Identifier value={row.rma} size="small" />}
        </span>
        {due}
        {isOpen && (
          <span className={styles['under']}>
            <Asked ask={ask} said={said} />
            {money}
          </span>
        )}
      </div>
    );
  const reasons = formatList(row.desk?.reasons.map((reason) => t(`claim.${reason}`)) ?? []);
  return (
    <div className={styles['row']} data-in-hand={props.isInHand || undefined}>
      {due}
      <span className={styles['whose']}>
        {name}
        {row.rma && <Identifier value={row.rma} size="small" />}
      </span>
      <span className={styles['reason']} title={reasons}>
        {reasons}
      </span>
      <span className={styles['amount']}>{money}</span>
      <Asked ask={ask} said={said} />
      <span className={styles['from']}>
        {ask.isMine && (
          <span className={styles['by']}>{sayFrom(wording, ask, person.personId, nameOf)}</span>
        )}
        {row.saved !== 'accepted' && <SavedMark saved={row.saved} />}
      </span>
    </div>
  );
});

const tones: Readonly<Partial<Record<AskKind, Tone>>> = {
  question: 'amber',
  second: 'accent',
  disagreement: 'red',
};

function Asked(props: { readonly ask: Ask; readonly said: string }): ReactNode {
  const tone = tones[props.ask.kind];
  return (
    <span className={styles['ask']} title={props.said}>
      {tone ? <Tag tone={tone}>{props.said}</Tag> : props.said}
    </span>
  );
}
