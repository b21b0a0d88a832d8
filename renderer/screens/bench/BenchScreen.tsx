import { type ReactNode, useRef, useState } from 'react';
import { barcodeOf, type Scan } from '../../../shared/barcodes/scan.ts';
import { useFind } from '../../workflow/AtWork.tsx';
import { createEarlyScans } from '../../workflow/earlyScans.ts';
import { useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { timeScan } from '../../workflow/timeScan.ts';
import { BlindGoods } from '../blind/BlindGoods.tsx';
import styles from './BenchScreen.module.css';
import { InspectCase } from './InspectCase.tsx';
import { BenchList } from './list/BenchList.tsx';

/** What is to be inspected, nearest deadline first; a scan opens its case. */
export function BenchScreen(props: {
  readonly opened?: string | null;
  /** Goods without a case it starts with. */
  readonly openedBlind?: string | null;
}): ReactNode {
  const { find } = useFind();
  const turnAway = useTurnAway();
  const [caseId, setCaseId] = useState<string | null>(props.opened ?? null);
  const [blindId, setBlindId] = useState<string | null>(props.openedBlind ?? null);
  const [lost, setLost] = useState<string | null>(null);

  const [early] = useState(createEarlyScans);
  const isOpen = useRef(caseId !== null || blindId !== null);
  const turn = useRef<Promise<void>>(Promise.resolve());

  /** A quick hand scans the goods before their case is drawn: they are for it. */
  async function open(scan: Scan): Promise<void> {
    if (isOpen.current) return early.keep(scan);
    const { kind, text } = barcodeOf(scan);
    if (kind === 'command' || kind === 'findingCard') return turnAway('card');
    const matches = await find(scan, 'patiently');
    const match = matches.find((m) => m.kind === 'case') ?? matches[0];
    if (match?.kind === 'case') show(match.row.caseId, null);
    if (match?.kind === 'blindArrival') show(null, match.arrival.arrivalId);
    setLost(match ? null : text);
  }

  function show(nextCase: string | null, nextBlind: string | null): void {
    isOpen.current = nextCase !== null || nextBlind !== null;
    setCaseId(nextCase);
    setBlindId(nextBlind);
    if (!isOpen.current && early.drop()) turnAway('page');
  }

  // One after another: the next scan must see what the last one opened.
  useScans((scan, at) => {
    turn.current = turn.current.then(() => open(scan)).catch(() => turnAway('page'));
    timeScan(turn.current, at);
  });
  return (
    <div className={styles['screen']} data-density="bench">
      {blindId !== null ? (
        <main>
          <BlindGoods
            key={blindId}
            arrivalId={blindId}
            early={early}
            onLeave={() => show(null, null)}
            onSettled={(settled) => show(settled, null)}
          />
        </main>
      ) : caseId === null ? (
        <BenchList
          lost={lost}
          onOpen={(id) => show(id, null)}
          onOpenBlind={(id) => show(null, id)}
        />
      ) : (
        <InspectCase
          key={caseId}
          caseId={caseId}
          early={early}
          onLeave={() => show(null, null)}
          onOtherCase={(id) => show(id, null)}
        />
      )}
    </div>
  );
}
