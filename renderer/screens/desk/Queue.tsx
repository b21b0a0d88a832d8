import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DecideVerdict } from '../../actions/decideVerdict.ts';
import type { RefusedDecision } from '../../actions/decisionInHand.ts';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { useDeskQueue } from '../../queries/deskQueue/deskQueue.ts';
import { noFilter, type QueueFilter } from '../../queries/deskQueue/queueFilter.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { createEarlyScans } from '../../workflow/earlyScans.ts';
import { Scrolling } from '../../workflow/Scrolling.tsx';
import { BlindGoods } from '../blind/BlindGoods.tsx';
import { WithColumn } from './deciding/Beside.tsx';
import type { BegunDecisions } from './deciding/begunDecisions.ts';
import { OpenCase } from './openCase/OpenCase.tsx';
import styles from './Queue.module.css';
import { QueueList } from './queue/QueueList.tsx';

/** What waits for a decision, nearest deadline first; beside an open case it folds to a column. */
export function Queue(props: {
  /** The case that is open, or was last. */
  readonly chosen: string | null;
  readonly isOpen: boolean;
  readonly onChoose: (caseId: string) => void;
  readonly onWhole: () => void;
  /** Goods without a case that lie open instead. */
  readonly blind: string | null;
  readonly onBlind: (arrivalId: string | null) => void;
  readonly drafts: BegunDecisions;
  /** Signed and not sealed yet; the one that can still be called back. */
  readonly inHand: ReadonlySet<string>;
  readonly pending: string | null;
  /** What the PIN was refused for; null once it is signed. */
  readonly onDecide: (input: DecideVerdict, name: string) => Promise<ActionRefusal | null>;
  /** The case whose PIN was refused does not lie open any more. */
  readonly onRefused: (refused: RefusedDecision) => void;
}): ReactNode {
  const { person } = useActionContext();
  const [filter, setFilter] = useState<QueueFilter>(noFilter);
  const queue = useDeskQueue(person.personId, filter);
  const [early] = useState(createEarlyScans);
  const { chosen } = props;
  const isOpen = props.blind !== null || (props.isOpen && chosen !== null);
  const step = (by: 1 | -1): void => {
    const next = queue && stepIn(queue, chosen, by);
    if (next !== undefined) props.onChoose(next);
  };
  const now = useRef({ chosen: isOpen ? chosen : null, queue });
  useEffect(() => {
    now.current = { chosen: isOpen ? chosen : null, queue };
  });
  const decide = async (input: DecideVerdict, name: string): Promise<ActionRefusal | null> => {
    const refusal = await props.onDecide(input, name);
    const { chosen: open, queue: waiting } = now.current;
    // Whoever has gone on to another case meanwhile stays there.
    if (refusal || open !== input.caseId) return refusal;
    const next = waiting && openAfter(waiting, input.caseId, props.inHand);
    if (next === undefined) props.onWhole();
    else props.onChoose(next);
    return null;
  };
  useKeys({
    nextCase: () => step(1),
    previousCase: () => step(-1),
    wholeQueue: isOpen ? props.onWhole : null,
  });
  const whole = useRef<HTMLDivElement | null>(null);
  const isRead = queue !== undefined && queue.mine.length + queue.apart.length > 0;
  // Beside an open case the keys are about the case; without one they are about the list.
  useEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.getAttribute('role') === 'row';
    if (!isRead || !isFree) return;
    const next = isOpen ? 'main' : '[role="row"][tabindex="0"]';
    whole.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
  }, [isRead, isOpen, chosen]);
  return (
    <div ref={whole} className={styles['queue']} data-open={isOpen || undefined}>
      <div
        className={styles['list']}
        // The same element whether or not a case is open: nothing is drawn anew, and the focus stays.
        role={isOpen ? 'complementary' : 'main'}
      >
        <QueueList
          queue={queue}
          filter={filter}
          onFilter={setFilter}
          chosen={chosen}
          isNarrow={isOpen}
          pending={props.pending}
          onOpen={props.onChoose}
          onBlind={props.onBlind}
          onWhole={props.onWhole}
        />
      </div>
      {isOpen && (
        <WithColumn className={styles['beside']} columnClassName={styles['column']}>
          <Scrolling as="main" className={styles['case']}>
            {props.blind !== null ? (
              <BlindGoods
                key={props.blind}
                arrivalId={props.blind}
                early={early}
                onLeave={() => props.onBlind(null)}
                onSettled={props.onChoose}
              />
            ) : (
              chosen !== null && (
                <OpenCase
                  key={chosen}
                  caseId={chosen}
                  drafts={props.drafts}
                  onDecide={decide}
                  onRefused={props.onRefused}
                />
              )
            )}
          </Scrolling>
        </WithColumn>
      )}
    </div>
  );
}

/** From what waits for this person into what waits for others, and back. */
function stepIn(
  { mine, apart }: NonNullable<ReturnType<typeof useDeskQueue>>,
  from: string | null,
  by: 1 | -1,
): string | undefined {
  const inMine = from === null ? -1 : mine.placeOf(from);
  const inApart = from === null ? -1 : apart.placeOf(from);
  const at = inMine >= 0 || inApart < 0 ? inMine : mine.length + inApart;
  const next = at < 0 ? 0 : at + by;
  if (next < 0 || next >= mine.length + apart.length) return undefined;
  return next < mine.length ? mine.keyAt(next) : apart.keyAt(next - mine.length);
}

/** The next one that waits for this person, from there on and then from the top. */
function openAfter(
  { mine }: NonNullable<ReturnType<typeof useDeskQueue>>,
  decided: string,
  inHand: ReadonlySet<string>,
): string | undefined {
  const from = mine.placeOf(decided) + 1;
  for (let step = 0; step < mine.length; step += 1) {
    const key = mine.keyAt((from + step) % mine.length);
    if (key !== decided && !inHand.has(key)) return key;
  }
  return undefined;
}
