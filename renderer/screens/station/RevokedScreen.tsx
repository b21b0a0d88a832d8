import { type ReactNode, useEffect, useState } from 'react';
import type { Desktop, StationState } from '../../../shared/desktop/desktopApi.ts';
import type { ExportedFile } from '../../../shared/desktop/rescueApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { type RefusalLike, sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ExportedSheet } from './ExportedSheet.tsx';
import styles from './Station.module.css';

const css = classesOf(styles);
const askEveryMs = 2000;

type Leaving = NonNullable<StationState['leaving']>;

/** A revoked station hands in what is unsent, or gives it out in a file, and is wiped. Nobody works here. */
export function RevokedScreen(props: {
  readonly desktop: Pick<Desktop, 'stationState' | 'exportUnsent' | 'wipeStation'>;
  readonly leaving: Leaving;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { desktop } = props;
  const [leaving, setLeaving] = useState(props.leaving);
  const [isExporting, setExporting] = useState(false);
  const [exported, setExported] = useState<ExportedFile | null>(null);
  const [refusal, setRefusal] = useState<RefusalLike | null>(null);
  const [isNotBegun, setNotBegun] = useState(false);

  useEffect(() => {
    let isWanted = true;
    const asking = setInterval(
      () =>
        void desktop.stationState({}).then((state) => {
          if (isWanted && state.leaving !== null) setLeaving(state.leaving);
        }),
      askEveryMs,
    );
    return () => {
      isWanted = false;
      clearInterval(asking);
    };
  }, [desktop]);

  async function exportUnsent() {
    setRefusal(null);
    setExporting(true);
    const answer = await desktop.exportUnsent({ photos: null });
    setExporting(false);
    if (answer.ok) setExported(answer.value);
    else if (answer.refusal.code !== 'calledOff') setRefusal(answer.refusal);
  }

  async function wipe() {
    setNotBegun(false);
    const { begun } = await desktop.wipeStation({});
    setNotBegun(!begun);
  }

  const { records, photos, isTried, mayWipe } = leaving;
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <>
      <header className={css('head')}>
        <Wordmark />
      </header>
      <main className={css('page')} tabIndex={-1}>
        <Notice tone="error" title={t('revoked.title')} isNew>
          {t('revoked.body')}
        </Notice>
        <p>{t('revoked.waiting', { records, photos })}</p>
        <p className={css('aside')}>{t(isTried ? 'revoked.again' : 'revoked.trying')}</p>
        {isTried && (
          <div className={css('actions')}>
            <Button icon="sent" isPending={isExporting} onPress={() => void exportUnsent()}>
              {t('rescue.export')}
            </Button>
            <Button isDisabled={!mayWipe} onPress={() => void wipe()}>
              {t('revoked.wipe')}
            </Button>
          </div>
        )}
        {isTried && <p className={css('aside')}>{t('revoked.wipe.when')}</p>}
        {isNotBegun && <Notice tone="warning" title={t('revoked.wipe.notYet')} isNew />}
        {words && (
          <Notice tone="error" title={words.what} isNew>
            {words.toDo}
          </Notice>
        )}
        {exported && <ExportedSheet file={exported} onDone={() => setExported(null)} />}
      </main>
    </>
  );
}
