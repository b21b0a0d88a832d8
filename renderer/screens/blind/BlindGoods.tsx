import type { ReactNode } from 'react';
import { ArrivalId, type CaseId } from '../../../shared/ids.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { labelOf, useBlindParcel } from '../../queries/lists/blindParcels.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { EarlyScans } from '../../workflow/earlyScans.ts';
import { HowMany } from '../../workflow/HowMany.tsx';
import { useScans } from '../../workflow/ScanFeed.tsx';
import { useCommandKeys } from '../../workflow/useCommandKeys.ts';
import { HoldButton, Holds } from '../holds/Holds.tsx';
import { Contents } from '../parcel/Contents.tsx';
import { sayDock } from '../parcel/sayDock.ts';
import styles from './BlindGoods.module.css';
import { useBlindWork } from './useBlindWork.ts';
import { useSettling } from './useSettling.ts';
import { WhoseGoods } from './WhoseGoods.tsx';

/** Goods without a case on the bench: counted by scans, then linked or given a case of their own. */
export function BlindGoods(props: {
  readonly arrivalId: string;
  readonly early: EarlyScans;
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
  readonly early: EarlyScans;
  readonly onLeave: () => void;
  readonly onSettled: (caseId: CaseId) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const arrivalId = ArrivalId.parse(props.arrivalId);
  const { refusal, link, open } = useSettling(arrivalId, props.onSettled);
  const zone = view.references?.calendar.timeZone ?? 'UTC';
  const work = useBlindWork({ arrivalId, zone, link, onLeave: props.onLeave });
  const [arrival] = view.file.arrivals;
  const label = arrival && labelOf(arrival);
  useScans(work.scan, props.early);
  useCommandKeys(work.command, ['ok', 'undo', 'damaged', 'hazard', 'done']);
  const said = work.says && sayDock(wording, work.says);
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
      {said && (
        <Notice
          tone={said.tone}
          isNew
          title={`${said.word} · ${said.item}`}
          {...(work.asked?.kind === 'link' && {
            actions: (
              <Button keys={keyNames('ok')} onPress={() => work.command('ok')}>
                {t('dock.yes.link')}
              </Button>
            ),
          })}
        >
          {said.detail}
        </Notice>
      )}
      {work.asked?.kind === 'quantity' && (
        <HowMany
          name={work.asked.count.article.name}
          unit={work.asked.unit}
          onClose={work.leave}
          onSay={work.sayQuantity}
        />
      )}
      <Holds view={view} caseId={null} />
      <div className={styles['columns']}>
        <Contents view={view} onCount={work.countByHand} />
        <WhoseGoods
          goods={view}
          onLink={(row) => void link(row.caseId, '')}
          onOpen={(clientId) => void open(clientId)}
        />
      </div>
    </div>
  );
}
