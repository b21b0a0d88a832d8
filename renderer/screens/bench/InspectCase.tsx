import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import type { ShotType } from '../../../shared/facts/codes.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useCase } from '../../queries/oneCase/oneCase.ts';
import { useNow } from '../../queries/StationStorage.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { EarlyScans } from '../../workflow/earlyScans.ts';
import { HowMany } from '../../workflow/HowMany.tsx';
import { HistoryButton } from '../../workflow/history/CaseHistory.tsx';
import { useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { Scrolling } from '../../workflow/Scrolling.tsx';
import { sayStillWanted } from '../../workflow/sayStillWanted.ts';
import { useCommandKeys } from '../../workflow/useCommandKeys.ts';
import { useReadable } from '../../workflow/useReadable.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { HoldButton, Holds } from '../holds/Holds.tsx';
import { InspectAgain } from '../inspections/InspectAgain.tsx';
import { asAtWork, secondAtWork, todayIn } from '../inspections/layerAtWork.ts';
import { SinceArrival } from '../inspections/SinceArrival.tsx';
import { PolicyPanel } from '../policy/PolicyPanel.tsx';
import { ReportButton } from '../report/ReportButton.tsx';
import { BenchNews } from './BenchNews.tsx';
import { benchToneOf } from './benchSays.ts';
import { ClientSaid } from './ClientSaid.tsx';
import { FinishLine } from './FinishLine.tsx';
import { FinishSheet } from './FinishSheet.tsx';
import { type FindingByScan, formReady } from './finding/byScan.ts';
import { openPoints } from './finding/inspected.ts';
import { firstMissing, shotsFor } from './finding/shotsFor.ts';
import { isSpaceHeld, useAhead } from './finding/useFindingKeys.ts';
import { WhatWeFound } from './finding/WhatWeFound.tsx';
import styles from './InspectCase.module.css';
import { TakingButton } from './TakingButton.tsx';
import { type HowManyAsked, useInspection } from './useInspection.ts';
import { WhoElseIsHere } from './WhoElseIsHere.tsx';

const onceMs = 1_000;
const moment = () => performance.now();
const isReadTwice = (since: number) => moment() - since < onceMs;

type Props = {
  readonly caseId: string;
  readonly early: EarlyScans;
  readonly onLeave: () => void;
  readonly onOtherCase: (caseId: string) => void;
};

/** One case on the bench: what the client said · what we found · what the policy makes of it. */
export function InspectCase(props: Props): ReactNode {
  const { t } = useWording();
  const view = useCase(props.caseId);
  if (view === undefined) return <EmptyState title={t('loading.title')} />;
  if (view === null)
    return (
      <EmptyState title={t('refusal.unknownCase')}>
        <Button icon="back" onPress={props.onLeave}>
          {t('action.back')}
        </Button>
      </EmptyState>
    );
  return <Inspection view={view} {...props} />;
}

function Inspection(props: Props & { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const now = useNow();
  const turnAway = useTurnAway();
  const today = todayIn(props.view, now);
  const view = useMemo(() => asAtWork(props.view, today), [props.view, today]);
  const { file } = view;
  const camera = useRef<Shutter>(null);
  const form = useRef<FindingByScan>(null);
  const page = useRef<HTMLElement>(null);
  const ahead = useAhead();
  const groupId = useReadable<string | null>(null);
  const chosenShot = useReadable<ShotType | null>(null);
  const [isFinishing, setFinishing] = useState(false);
  const askedAt = useRef<number | null>(null);
  const [howMany, setHowMany] = useState<HowManyAsked | null>(null);
  const group = file.unitGroups.find((g) => g.unitGroupId === groupId.shown) ?? file.unitGroups[0];
  const shotIn = (its: CaseView, chosen: ShotType | null) =>
    chosen ?? firstMissing(shotsFor(its, group?.unitGroupId ?? null));
  const points = openPoints(view);
  const work = useInspection({
    view,
    group: group ?? null,
    shotIn: (its) => shotIn(its, chosenShot.now()),
    camera,
    onCard: async (card, unitsHere) => {
      if (card.kind === 'next') return goToArticle(1);
      const chosen = file.unitGroups.find((one) => one.unitGroupId === groupId.now());
      const isToCome = async () => page.current !== null && (await unitsHere()).length > 0;
      return (await formReady(form, chosen?.unitGroupId ?? null, isToCome))?.answer(card) ?? false;
    },
    onSerial: async (unitGroupId, serial, unitsHere) => {
      groupId.put(unitGroupId);
      const isToCome = async () =>
        page.current !== null &&
        groupId.now() === unitGroupId &&
        (await unitsHere()).some((units) => units.unitGroupId === unitGroupId);
      return (await formReady(form, unitGroupId, isToCome))?.nameSerial(serial) ?? null;
    },
    onShot: chosenShot.put,
    onOtherCase: props.onOtherCase,
    onCommand: (given) => command(given),
    onOpenPoints: ask,
    onFinished: props.onLeave,
    howMany,
    onHowMany: setHowMany,
  });

  function command(given: CardCommand, by: 'card' | 'key' = 'card'): void {
    // How many there are is to be said first: nothing is finished or taken back before it.
    if (howMany && given !== 'hazard') turnAway(by === 'key' ? 'key' : 'sheet');
    else if (given === 'photo') work.shoot();
    else if (given === 'undo') work.undo();
    else if (given === 'done') done();
    else if (given === 'ok') {
      goOn();
      work.say(null);
    } else if (given === 'hazard') work.hold();
    else turnAway('card');
  }
  /** Said once more in front of what is open it finishes all the same; a card read twice says it once. */
  function done(): void {
    if (askedAt.current === null) return work.tryToFinish();
    if (isReadTwice(askedAt.current)) return;
    goOn();
    work.finish();
  }
  function goOn(): void {
    askedAt.current = null;
    setFinishing(false);
  }
  function ask(): void {
    askedAt.current = moment();
    setFinishing(true);
  }
  /** Whether there is another. */
  function goToArticle(by: 1 | -1): boolean {
    const groups = file.unitGroups;
    // Drawn yet or not: whoever presses twice goes two on.
    const at = Math.max(
      0,
      groups.findIndex((one) => one.unitGroupId === groupId.now()),
    );
    const next = groups.at((at + by) % groups.length);
    if (!next || groups.length < 2) return false;
    groupId.put(next.unitGroupId);
    return true;
  }
  useScans(work.scan, props.early);
  useCommandKeys(command, ['photo', 'undo', 'hazard', 'done', 'ok']);
  const isGood = work.says !== null && benchToneOf(work.says) === 'success';
  const news = <BenchNews says={work.says} onAcknowledge={() => work.say(null)} />;
  const hasArticles = file.unitGroups.length > 1;
  useKeys({
    shoot: () => isSpaceHeld(ahead) || work.shoot(),
    ...(hasArticles && {
      nextArticle: () => goToArticle(1),
      previousArticle: () => goToArticle(-1),
    }),
  });

  return (
    <main ref={page} className={styles['inspection']}>
      <header className={styles['head']}>
        <Button icon="back" onPress={props.onLeave}>
          {t('bench.toList')}
        </Button>
        <h1 className={styles['title']}>
          {file.returnCase.rma && <Identifier value={file.returnCase.rma} size="large" />}
          <bdi className={styles['whose']} title={view.clientName}>
            {view.clientName || t('blind.opened')}
          </bdi>
        </h1>
        <SevenDayBar standing={view.standing} uncounted={view.uncounted} />
        <span className={styles['acts']}>
          <TakingButton
            view={view}
            onRefusal={(refusal) => work.say({ kind: 'refused', refusal })}
          />
          <HoldButton caseId={file.returnCase.id} arrivalId={null} />
          <HistoryButton caseId={file.returnCase.id} />
        </span>
        {!isGood && news}
      </header>
      <Notices view={view} />
      <div className={styles['columns']}>
        <div className={styles['aside']}>
          <Scrolling as="section" className={styles['client']} label={t('bench.client')}>
            <ClientSaid view={view} onOtherCase={props.onOtherCase} />
          </Scrolling>
          <Scrolling as="section" className={styles['policy']} label={t('bench.policy')}>
            <SectionHead title={t('bench.policy')} />
            <PolicyPanel view={view} />
          </Scrolling>
        </div>
        <WhatWeFound
          view={view}
          group={group ?? null}
          done={isGood ? news : null}
          onGroup={groupId.put}
          cameraRef={camera}
          formRef={form}
          shot={shotIn(view, chosenShot.shown)}
          onShot={chosenShot.put}
          ahead={ahead}
          onShoot={work.shoot}
          onRetake={work.retake}
          onRefusal={(refusal) => work.say(refusal && { kind: 'refused', refusal })}
        />
      </div>
      <FinishLine view={view} points={points} onShowPoints={ask} onFinish={work.tryToFinish} />
      {howMany && (
        <HowMany
          name={howMany.count.article.name}
          unit={howMany.unit}
          onClose={() => setHowMany(null)}
          onSay={(quantity) => {
            work.countSaid(howMany, quantity);
            setHowMany(null);
          }}
        />
      )}
      {isFinishing && (
        <FinishSheet
          file={file}
          points={points}
          onGoOn={goOn}
          onFinish={() => {
            goOn();
            work.finish();
          }}
        />
      )}
    </main>
  );
}

/** Why the case is here again, or that it should not be. */
function Notices(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { file } = props.view;
  const second = secondAtWork(props.view);
  const sentBack = file.decisions.findLast((d) => d.decision === 'sendBack');
  return (
    <div className={styles['notices']}>
      <WhoElseIsHere view={props.view} />
      <Holds view={props.view} caseId={file.returnCase.id} />
      {file.returnCase.cancelled && (
        <Notice tone="warning" icon="cross" title={t('bench.cancelled')}>
          {file.returnCase.cancelled.reason}
        </Notice>
      )}
      <SinceArrival view={props.view} />
      {sentBack && file.state !== 'verdictProposed' && (
        <Notice tone="warning" icon="undo" title={t('bench.sentBack')}>
          {(sentBack.wanted ?? []).length > 0 && (
            <ul>
              {sentBack.wanted?.map((one) => (
                <li key={sayStillWanted(wording, file, one)}>
                  {sayStillWanted(wording, file, one)}
                </li>
              ))}
            </ul>
          )}
          {sentBack.reason}
        </Notice>
      )}
      {second && (
        <Notice
          icon="retake"
          title={t('bench.second', { kind: t(`inspection.${second.inspection}`) })}
        >
          {t('bench.second.what')}
          {second.started && <p>{second.started.reason}</p>}
        </Notice>
      )}
      {file.state === 'verdictProposed' && (
        <Notice tone="success" title={t('bench.proposed')}>
          {t('bench.proposed.what')}
        </Notice>
      )}
      {file.heads.length > 0 && <InspectAgain view={props.view} />}
      {file.heads.length > 0 && <ReportButton view={props.view} />}
    </div>
  );
}
