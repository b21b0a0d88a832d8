import { type ReactNode, useRef, useState } from 'react';
import { barcodeOf, type Scan } from '../../../shared/barcodes/scan.ts';
import type { Pace } from '../../../shared/deadlines/predictedBreach.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { KeyHint } from '../../components/generic/keys/KeyHint.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useFind } from '../../workflow/AtWork.tsx';
import { useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { timeScan } from '../../workflow/timeScan.ts';
import { DeadlineBoard } from './DeadlineBoard.tsx';
import styles from './DeskScreen.module.css';
import type { DecisionDraft } from './deciding/decisionDraft.ts';
import { Queue } from './Queue.tsx';
import { Replay } from './replay/Replay.tsx';
import type { AskCentral } from './replay/useReplay.ts';
import { usePendingDecision } from './usePendingDecision.ts';

const places = ['queue', 'deadlines', 'replay'] as const;
type Place = (typeof places)[number];
const usualShift: Pace['shift'] = { from: '08:00', until: '16:30' };

/** Where money is decided: the queue, all deadlines by risk, and a draft policy over the past. */
export function DeskScreen(props: {
  readonly askReplay: AskCentral;
  /** The case it starts with. */
  readonly opened?: string | null;
}): ReactNode {
  const { t } = useWording();
  const { find } = useFind();
  const turnAway = useTurnAway();
  const [place, setPlace] = useState<Place>('queue');
  const [chosen, setChosen] = useState<string | null>(props.opened ?? null);
  const [isOpen, setOpen] = useState(chosen !== null);
  /** Goods without a case: a supervisor releases them where they leak, or says whose they are. */
  const [blind, setBlind] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [shift, setShift] = useState(usualShift);
  const [casesPerHour, setCasesPerHour] = useState<number | null>(null);
  // What was being decided comes back after an undo, a wrong PIN or a look at another case.
  const drafts = useRef(new Map<string, DecisionDraft>());
  const { pending, decide, undo, sealNow } = usePendingDecision({
    refused: setRefusal,
    sealed: (caseId) => drafts.current.delete(caseId),
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

  async function openByScan(scan: Scan): Promise<void> {
    if (barcodeOf(scan).kind === 'command') return turnAway('card');
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
  });

  return (
    <div className={styles['screen']} data-density="desk">
      <div className={styles['top']}>
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
      </div>
      <div className={styles['news']}>
        {refusal && <Refused refusal={refusal} onSeen={() => setRefusal(null)} />}
        {pending && (
          <Notice
            icon="clock"
            isNew
            title={t('desk.pending', { name: pending.name, seconds: pending.secondsLeft })}
            actions={
              <>
                <Button icon="undo" onPress={undo}>
                  {t('action.undo')}
                </Button>
                <Button onPress={sealNow}>{t('desk.pending.now')}</Button>
              </>
            }
          >
            {t('desk.pending.what')}
          </Notice>
        )}
      </div>
      {place === 'queue' && (
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
          drafts={drafts.current}
          onDecide={decide}
        />
      )}
      {place === 'deadlines' && (
        <DeadlineBoard
          shift={shift}
          onShift={setShift}
          casesPerHour={casesPerHour}
          onCasesPerHour={setCasesPerHour}
          onOpen={open}
        />
      )}
      {place === 'replay' && <Replay askCentral={props.askReplay} onOpen={open} />}
    </div>
  );
}

function Refused(props: {
  readonly refusal: ActionRefusal;
  readonly onSeen: () => void;
}): ReactNode {
  const wording = useWording();
  const { what, toDo } = sayRefusal(wording, props.refusal);
  return (
    <Notice
      tone="error"
      isNew
      title={what}
      actions={<Button onPress={props.onSeen}>{wording.t('action.ok')}</Button>}
    >
      {toDo}
    </Notice>
  );
}
