import { type ReactNode, useRef, useState } from 'react';
import { barcodeOf, type Scan } from '../../../shared/barcodes/scan.ts';
import type { Pace } from '../../../shared/deadlines/predictedBreach.ts';
import type { SiteStations } from '../../../shared/sync/siteStationsApi.ts';
import type { RefusedDecision } from '../../actions/decisionInHand.ts';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { KeyHint } from '../../components/generic/keys/KeyHint.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useFind } from '../../workflow/AtWork.tsx';
import { useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { timeScan } from '../../workflow/timeScan.ts';
import { DeadlineBoard } from './DeadlineBoard.tsx';
import styles from './DeskScreen.module.css';
import { useBegunDecisions } from './deciding/begunDecisions.ts';
import { type AskStations, OtherStations } from './OtherStations.tsx';
import { Queue } from './Queue.tsx';
import { Replay } from './replay/Replay.tsx';
import type { AskCentral } from './replay/useReplay.ts';
import { RefusedToast, SignedToast } from './Toasts.tsx';
import { usePendingDecision } from './usePendingDecision.ts';

const places = ['queue', 'deadlines', 'replay'] as const;
type Place = (typeof places)[number];
const usualShift: Pace['shift'] = { from: '08:00', until: '16:30' };

/** Where money is decided: the queue, all deadlines by risk, and a draft policy over the past. */
export function DeskScreen(props: {
  readonly askReplay: AskCentral;
  readonly askStations: AskStations;
  /** The case it starts with. */
  readonly opened?: string | null;
  /** Goods without a case it starts with. */
  readonly openedBlind?: string | null;
}): ReactNode {
  const { t } = useWording();
  const { find } = useFind();
  const turnAway = useTurnAway();
  const [place, setPlace] = useState<Place>('queue');
  const [chosen, setChosen] = useState<string | null>(props.opened ?? null);
  const [isOpen, setOpen] = useState(chosen !== null);
  /** Goods without a case: a supervisor releases them where they leak, or says whose they are. */
  const [blind, setBlind] = useState<string | null>(props.openedBlind ?? null);
  /** One for each until it is seen: the latest first. */
  const [refused, setRefused] = useState<readonly RefusedDecision[]>([]);
  const [shift, setShift] = useState(usualShift);
  /** What central told of the site's other stations last. */
  const [stations, setStations] = useState<SiteStations | null>(null);
  const [casesPerHour, setCasesPerHour] = useState<number | null>(null);
  // What was being decided comes back after an undo, a wrong PIN, a look at another case, another person.
  const drafts = useBegunDecisions();
  /** Signed a moment ago: passed over by what opens next, until they are sealed or called back. */
  const inHand = useRef(new Set<string>());
  const tellRefused = ({ refusal, caseId, name }: RefusedDecision) => {
    inHand.current.delete(caseId);
    setRefused((before) => [{ refusal, caseId, name }, ...others(before, caseId)]);
  };
  const { pending, isProving, decide, undo, sealNow } = usePendingDecision({
    refused: (refusal, { caseId, caseName }) => tellRefused({ refusal, caseId, name: caseName }),
    sealed(caseId) {
      inHand.current.delete(caseId);
      drafts?.delete(caseId);
    },
  });
  const open = (caseId: string) => {
    setBlind(null);
    setChosen(caseId);
    setOpen(true);
    setPlace('queue');
  };
  const openBlind = (arrivalId: string | null) => {
    setBlind(arrivalId);
    setPlace('queue');
  };

  const undoIt = () => {
    if (!pending) return;
    inHand.current.delete(pending.caseId);
    undo();
    open(pending.caseId);
  };

  const seen = (caseId: string) => setRefused((before) => others(before, caseId));
  const openRefused = ({ caseId }: RefusedDecision) => {
    seen(caseId);
    open(caseId);
  };
  const [latest] = refused;

  async function openByScan(scan: Scan): Promise<void> {
    if (['command', 'findingCard'].includes(barcodeOf(scan).kind)) return turnAway('card');
    const matches = await find(scan, 'patiently');
    const match = matches.find((m) => m.kind === 'case');
    const blindMatch = matches.find((m) => m.kind === 'blindArrival');
    if (match?.kind === 'case') open(match.row.caseId);
    else if (blindMatch?.kind === 'blindArrival') openBlind(blindMatch.arrival.arrivalId);
    else turnAway('unknown');
  }
  useScans((scan, at) => timeScan(openByScan(scan), at));
  useKeys({
    queue: () => setPlace('queue'),
    deadlines: () => setPlace('deadlines'),
    replay: () => setPlace('replay'),
    // While a PIN is being proved neither the decision before it nor an older refusal is meant.
    undoDecision: isProving
      ? () => {}
      : pending
        ? undoIt
        : latest
          ? () => openRefused(latest)
          : null,
  });

  return (
    <div className={styles['screen']} data-density="desk">
      <section className={styles['top']} aria-label={t('desk.places')}>
        <SegmentedChoice
          label={t('desk.places')}
          isLabelHidden
          chosen={place}
          onChoose={setPlace}
          segments={places.map((key) => ({
            key,
            word: t(`desk.place.${key}`),
            keys: keyNames(key),
          }))}
        />
        {place === 'queue' && (
          <p className={styles['hints']}>
            <KeyHint keys={[...keyNames('nextCase'), ...keyNames('previousCase')]} />{' '}
            {t('desk.hint.step')}
            <KeyHint keys={keyNames('decide')} /> {t('desk.hint.decide')}
            <KeyHint keys={keyNames('shortcuts')} /> {t('desk.hint.all')}
          </p>
        )}
      </section>
      {place === 'queue' && drafts && (
        <Queue
          chosen={chosen}
          isOpen={isOpen}
          onChoose={open}
          onWhole={() => {
            setBlind(null);
            setOpen(false);
          }}
          blind={blind}
          onBlind={openBlind}
          drafts={drafts}
          inHand={inHand.current}
          pending={pending?.caseId ?? null}
          onDecide={async (input, name) => {
            inHand.current.add(input.caseId);
            const refusal = await decide(input, name);
            if (refusal) inHand.current.delete(input.caseId);
            else setRefused((before) => others(before, input.caseId));
            return refusal;
          }}
          onRefused={tellRefused}
        />
      )}
      {place === 'deadlines' && (
        <DeadlineBoard
          shift={shift}
          onShift={setShift}
          casesPerHour={casesPerHour}
          onCasesPerHour={setCasesPerHour}
          onOpen={open}
          others={<OtherStations ask={props.askStations} told={stations} onTold={setStations} />}
        />
      )}
      {place === 'replay' && <Replay askCentral={props.askReplay} onOpen={open} />}
      <div className={styles['toasts']}>
        {refused.map((one) => (
          <RefusedToast
            key={one.caseId}
            refused={one}
            keys={one === latest && !pending ? keyNames('undoDecision') : []}
            onOpen={() => openRefused(one)}
            onSeen={() => seen(one.caseId)}
          />
        ))}
        {pending && <SignedToast pending={pending} onUndo={undoIt} onNow={sealNow} />}
      </div>
    </div>
  );
}

function others(refused: readonly RefusedDecision[], caseId: string): readonly RefusedDecision[] {
  return refused.filter((one) => one.caseId !== caseId);
}
