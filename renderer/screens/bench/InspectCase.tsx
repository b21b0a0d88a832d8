import { type ReactNode, useRef, useState } from 'react';
import type { PhotoId } from '../../../shared/ids.ts';
import { readBarcode } from '../../../shared/returns/barcode.ts';
import type { CardCommand } from '../../../shared/returns/barcodeOwn.ts';
import type { ShotType } from '../../../shared/returns/codes.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { finishInspection } from '../../actions/finishInspection.ts';
import { takePhoto } from '../../actions/takePhoto.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { Notice } from '../../components/Notice.tsx';
import { playTone } from '../../components/sound/tones.ts';
import type { CaseView } from '../../queries/caseView.ts';
import { useCase } from '../../queries/oneCase.ts';
import { useSession } from '../../session/session.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import { useScans } from '../atWork/ScanFeed.tsx';
import { functionKeys, useFunctionKeys } from '../atWork/useFunctionKeys.ts';
import type { CameraHandle } from '../camera/Camera.tsx';
import { PolicyPanel } from '../policy/PolicyPanel.tsx';
import { ClientSaid } from './ClientSaid.tsx';
import styles from './InspectCase.module.css';
import { shotsFor } from './shotsFor.ts';
import { WhatWeFound } from './WhatWeFound.tsx';

/** One case on the bench: what the client said · what we found · what the policy makes of it. */
export function InspectCase(props: {
  readonly caseId: string;
  readonly onLeave: () => void;
}): ReactNode {
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
  return <Inspection view={view} onLeave={props.onLeave} />;
}

function Inspection(props: { readonly view: CaseView; readonly onLeave: () => void }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const { file } = view;
  const context = useActionContext();
  const sound = useSession((session) => session.sound);
  const camera = useRef<CameraHandle>(null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [chosenShot, setChosenShot] = useState<ShotType | null>(null);
  const [fresh, setFresh] = useState<readonly PhotoId[]>([]);
  const [refusal, setRefusal] = useState<
    ActionRefusal | { readonly code: 'cameraNotReady' } | null
  >(null);
  const group = file.unitGroups.find((g) => g.unitGroupId === groupId) ?? file.unitGroups[0];
  const shots = shotsFor(view, group?.unitGroupId ?? null);
  const shot = chosenShot ?? shots.find((s) => s.taken === 0)?.shot ?? 'defectCloseUp';

  useScans((raw) => {
    const read = readBarcode(raw, new Date(context.clock.now()).getFullYear());
    if (read.ok && read.value.kind === 'command') void command(read.value.command);
  });
  useFunctionKeys((key) => void command(key));

  async function command(given: CardCommand): Promise<void> {
    if (given === 'photo') return await shoot();
    if (given === 'done') return await finish();
    if (given === 'ok') setRefusal(null);
  }

  async function shoot(): Promise<void> {
    const picture = await camera.current?.shoot();
    if (!picture?.ok) return setRefusal({ code: 'cameraNotReady' });
    const result = await takePhoto(context, {
      caseId: file.returnCase.id,
      subject: group ? { kind: 'unitGroup', unitGroupId: group.unitGroupId } : { kind: 'case' },
      shot,
      ...picture.value,
    });
    if (!result.ok) return setRefusal(result.refusal);
    if (sound.on) playTone('success', sound.volume);
    setRefusal(null);
    setChosenShot(null);
    setFresh([...fresh, result.value.photoId]);
  }

  async function finish(): Promise<void> {
    const result = await finishInspection(context, {
      caseId: file.returnCase.id,
      inspection: file.inspections.length === 0 ? 'first' : 'reInspection',
      startedAt: null,
      note: '',
    });
    if (!result.ok) return setRefusal(result.refusal);
    if (sound.on) playTone('success', sound.volume);
    props.onLeave();
  }

  const sentBack = file.decisions.findLast((d) => d.decision === 'sendBack');
  return (
    <div className={styles['inspection']}>
      <header className={styles['head']}>
        <Button icon="back" onPress={props.onLeave}>
          {t('bench.toList')}
        </Button>
        <h1 className={styles['title']}>
          {file.returnCase.rma && <Identifier value={file.returnCase.rma} size="large" />}
          <span className={styles['client']}>{view.clientName}</span>
        </h1>
        <Button
          look="primary"
          icon="check"
          keys={[functionKeys.done]}
          isDisabled={file.findings.length === 0}
          onPress={() => void finish()}
        >
          {t('bench.finish')}
        </Button>
      </header>
      {refusal && (
        <Notice tone="error" isNew title={sayRefusal(wording, refusal).what}>
          {sayRefusal(wording, refusal).toDo}
        </Notice>
      )}
      {sentBack && file.state !== 'verdictProposed' && (
        <Notice tone="warning" icon="undo" title={t('bench.sentBack')}>
          {sentBack.reason}
        </Notice>
      )}
      {file.state === 'verdictProposed' && (
        <Notice tone="success" title={t('bench.proposed')}>
          {t('bench.proposed.what')}
        </Notice>
      )}
      <div className={styles['columns']}>
        <section className={styles['column']} aria-label={t('bench.client')}>
          <ClientSaid view={view} />
        </section>
        <section className={styles['column']} aria-label={t('bench.found')}>
          <WhatWeFound
            view={view}
            group={group ?? null}
            onGroup={setGroupId}
            cameraRef={camera}
            shots={shots}
            shot={shot}
            onShot={setChosenShot}
            onShoot={() => void shoot()}
            fresh={fresh}
            onRecorded={() => setFresh([])}
            onRefusal={setRefusal}
          />
        </section>
        <section className={styles['column']} aria-label={t('bench.policy')}>
          <PolicyPanel view={view} />
        </section>
      </div>
    </div>
  );
}
