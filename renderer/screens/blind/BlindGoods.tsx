import { type ReactNode, useRef } from 'react';
import { ArrivalId, type CaseId } from '../../../shared/ids.ts';
import { barcodeOf, type Scan } from '../../../shared/returns/scan.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SevenDayBar } from '../../components/SevenDayBar.tsx';
import { articleByGtin } from '../../queries/articleByGtin.ts';
import { labelOf, useBlindParcel } from '../../queries/blindParcels.ts';
import type { CaseView } from '../../queries/caseView.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext, useFind } from '../atWork/AtWork.tsx';
import { type CountOf, routeScan } from '../atWork/routeScan.ts';
import { useScans } from '../atWork/ScanFeed.tsx';
import { Contents } from '../dock/Contents.tsx';
import { HoldButton, Holds } from '../holds/Holds.tsx';
import styles from './BlindGoods.module.css';
import { useSettling } from './useSettling.ts';
import { WhoseGoods } from './WhoseGoods.tsx';

/** Goods without a case on the bench: counted by scans, then linked or given a case of their own. */
export function BlindGoods(props: {
  readonly arrivalId: string;
  readonly onLeave: () => void;
  readonly onSettled: (caseId: CaseId) => void;
}): ReactNode {
  const { t } = useWording();
  const view = useBlindParcel(props.arrivalId);
  if (view === undefined) return <EmptyState title={t('loading.title')} />;
  if (view === null)
    return (
      <EmptyState title={t('refusal.unknownArrival')}>
        <Button icon="back" onPress={props.onLeave}>
          {t('action.back')}
        </Button>
      </EmptyState>
    );
  return <Goods view={view} {...props} />;
}

function Goods(props: {
  readonly view: CaseView;
  readonly arrivalId: string;
  readonly onLeave: () => void;
  readonly onSettled: (caseId: CaseId) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const context = useActionContext();
  const find = useFind();
  const arrivalId = ArrivalId.parse(props.arrivalId);
  const { refusal, setRefusal, link, open } = useSettling(arrivalId, props.onSettled);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [arrival] = view.file.arrivals;
  const label = arrival && labelOf(arrival);

  async function count(what: CountOf, raw: string | null): Promise<void> {
    const known =
      what.article.name === '' ? await articleByGtin(context.db, what.article.gtin) : null;
    const counted = await countUnits(context, {
      caseId: null,
      arrivalId,
      ...what,
      article: { ...what.article, ...known },
      identity: null,
      identifiedBy: raw === null ? 'manual' : 'scan',
      raw,
    });
    setRefusal(counted.ok ? null : counted.refusal);
  }

  async function scanned(scan: Scan): Promise<void> {
    const matches = await find(scan, 'patiently');
    const parcel = { arrivalId, caseId: null };
    const { stationId } = context.enrolment;
    const step = routeScan(scan, { matches, parcel, expected: view, stationId });
    if (step.kind === 'count' || step.kind === 'askArticle')
      return await count(step.count, scan.raw);
    if (step.kind === 'unreadable') return setRefusal(step.refusal);
    const match = matches.find((one) => one.kind === 'case');
    if (match?.kind === 'case') await link(match.row.caseId, barcodeOf(scan).text);
  }

  // One after another: the next scan must see what the last one saved.
  useScans((scan) => {
    queue.current = queue.current.then(() => scanned(scan)).catch(() => undefined);
  });
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <div className={styles['goods']}>
      <header className={styles['head']}>
        <Button icon="back" onPress={props.onLeave}>
          {t('bench.toList')}
        </Button>
        <h1 className={styles['title']}>
          <span>{t('dock.parcel.unexpected')}</span>
          {label ? <Identifier value={label} size="large" /> : <small>{t('blind.noLabel')}</small>}
        </h1>
        <SevenDayBar standing={view.standing} uncounted={view.uncounted} />
        <HoldButton caseId={null} arrivalId={arrivalId} />
      </header>
      {words && (
        <Notice tone="warning" isNew title={words.what}>
          {words.toDo}
        </Notice>
      )}
      <Holds view={view} caseId={null} />
      <div className={styles['columns']}>
        <Contents view={view} onCount={(what) => void count(what, null)} />
        <WhoseGoods
          goods={view}
          onLink={(row) => void link(row.caseId, '')}
          onOpen={(clientId) => void open(clientId)}
        />
      </div>
    </div>
  );
}
