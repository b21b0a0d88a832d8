import { type ReactNode, useState } from 'react';
import type { SignedInPerson } from '../../../shared/desktop/desktopApi.ts';
import type { ExportedFile, RescueFile } from '../../../shared/desktop/rescueApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { useStationDatabase } from '../../queries/StationStorage.tsx';
import { unverifiedPhotos } from '../../queries/station/unverifiedPhotos.ts';
import { type RefusalLike, sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ExportedSheet } from './ExportedSheet.tsx';
import { HandedInList } from './HandedInList.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { type RescueDesktop, useRescueStatus } from './rescueDesktop.ts';
import styles from './Station.module.css';

const css = classesOf(styles);

/** Unsent work out of this station in one file, and another station's work through this one. */
export function RescueSection(props: {
  readonly desktop: RescueDesktop;
  readonly person: SignedInPerson;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { desktop } = props;
  const db = useStationDatabase();
  const [isExporting, setExporting] = useState(false);
  const [exported, setExported] = useState<ExportedFile | null>(null);
  const [chosen, setChosen] = useState<RescueFile | null>(null);
  const [refusal, setRefusal] = useState<RefusalLike | null>(null);
  const status = useRescueStatus(desktop, isExporting);
  const isSupervisor = props.person.roles.includes('supervisor');

  async function exportUnsent() {
    setRefusal(null);
    setExporting(true);
    const answer = await desktop.exportUnsent({ photos: await unverifiedPhotos(db) });
    setExporting(false);
    if (answer.ok) setExported(answer.value);
    else if (answer.refusal.code !== 'calledOff') setRefusal(answer.refusal);
  }

  async function choose() {
    setRefusal(null);
    const answer = await desktop.chooseRescueFile({});
    if (answer.ok) setChosen(answer.value);
    else if (answer.refusal.code !== 'calledOff') setRefusal(answer.refusal);
  }

  const words = refusal && sayRefusal(wording, refusal);
  const isNothing = refusal?.code === 'nothingUnsent';
  return (
    <section className={css('section')}>
      <SectionHead title={t('rescue.title')} />
      <p className={css('aside')}>{t('rescue.lead')}</p>
      {isExporting && status?.running?.what === 'export' ? (
        <>
          <Progress label={t('rescue.exporting')} share={status.running.share} />
          <div>
            <Button onPress={() => void desktop.stopRescue({})}>{t('rescue.stop')}</Button>
          </div>
        </>
      ) : (
        <div className={css('actions')}>
          <Button icon="sent" isPending={isExporting} onPress={() => void exportUnsent()}>
            {t('rescue.export')}
          </Button>
          <Button icon="here" isDisabled={!isSupervisor} onPress={() => void choose()}>
            {t('rescue.import')}
          </Button>
        </div>
      )}
      {!isSupervisor && <p className={css('aside')}>{t('rescue.import.who')}</p>}
      {words && (
        <Notice tone={isNothing ? 'info' : 'error'} title={words.what} isNew>
          {isNothing ? null : words.toDo}
        </Notice>
      )}
      {status && <HandedInList status={status} />}
      {exported && <ExportedSheet file={exported} onDone={() => setExported(null)} />}
      {chosen && <ImportSheet file={chosen} desktop={desktop} onClose={() => setChosen(null)} />}
    </section>
  );
}
