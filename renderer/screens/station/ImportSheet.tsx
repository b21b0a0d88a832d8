import { type ReactNode, useState } from 'react';
import type { ImportedWork, ImportRefusal, RescueFile } from '../../../shared/desktop/rescueApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { type RescueDesktop, useRescueStatus } from './rescueDesktop.ts';
import styles from './Station.module.css';

const css = classesOf(styles);
const codeLength = 16;

/** Whose file it is, its code, and what came of it. */
export function ImportSheet(props: {
  readonly file: RescueFile;
  readonly desktop: RescueDesktop;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatBytes, formatDate } = wording;
  const { file, desktop, onClose } = props;
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ImportRefusal | null>(null);
  const [imported, setImported] = useState<ImportedWork | null>(null);
  const running = useRescueStatus(desktop, isBusy)?.running;
  const isTyped = code.replaceAll(/[^0-9A-Za-z]/g, '').length >= codeLength;

  async function take(partly: boolean) {
    if (!isTyped || isBusy) return;
    setRefusal(null);
    setBusy(true);
    const answer = await desktop.importRescue({ code, partly });
    setBusy(false);
    if (answer.ok) setImported(answer.value);
    else if (answer.refusal.code !== 'calledOff') setRefusal(answer.refusal);
  }

  if (imported !== null) return <Imported work={imported} onClose={onClose} />;
  const isWrong = refusal?.code === 'wrongCode';
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <Sheet
      title={t('rescue.file.title')}
      isOpen
      onClose={() => {
        if (isBusy) void desktop.stopRescue({});
        onClose();
      }}
      actions={
        refusal?.code === 'damagedFile' && refusal.commands + refusal.photos > 0 ? (
          <Button isPending={isBusy} onPress={() => void take(true)}>
            {t('rescue.file.partly')}
          </Button>
        ) : (
          <Button
            look="primary"
            isDisabled={!isTyped}
            isPending={isBusy}
            onPress={() => void take(false)}
          >
            {t('rescue.file.go')}
          </Button>
        )
      }
    >
      <div className={css('form')}>
        <Particulars
          look="lines"
          items={[
            { name: t('rescue.file.station'), value: `${file.stationName}, ${file.siteName}` },
            { name: t('rescue.file.made'), value: formatDate(file.madeAt, 'moment') },
            {
              name: t('rescue.file.contents'),
              value: t('rescue.contents', { ...file, size: formatBytes(file.bytes) }),
            },
          ]}
        />
        <TextField
          label={t('rescue.code')}
          help={t('rescue.code.help')}
          look="mono"
          value={code}
          onChange={setCode}
          onSubmit={() => void take(false)}
          most={40}
          problem={isWrong && words ? `${words.what} ${words.toDo}` : null}
          // Not disabled while busy: the focus would be lost, and Escape with it.
          takesFocus
        />
        {isBusy && running?.what === 'import' && (
          <Progress label={t('rescue.importing')} share={running.share} />
        )}
        {refusal?.code === 'damagedFile' ? (
          <Notice tone="warning" title={t('rescue.file.damaged')} isNew>
            {t('rescue.file.damaged.body', refusal)}
          </Notice>
        ) : (
          words &&
          !isWrong && (
            <Notice tone="error" title={words.what} isNew>
              {words.toDo}
            </Notice>
          )
        )}
      </div>
    </Sheet>
  );
}

function Imported(props: { readonly work: ImportedWork; readonly onClose: () => void }): ReactNode {
  const { t } = useWording();
  const { stationName, newCommands, newPhotos, leftOut } = props.work;
  const isNew = newCommands + newPhotos > 0;
  return (
    <Sheet
      title={t('rescue.file.title')}
      isOpen
      onClose={props.onClose}
      actions={
        <Button look="primary" onPress={props.onClose}>
          {t('rescue.imported.done')}
        </Button>
      }
    >
      <div className={css('form')}>
        <Notice tone="success" title={t('rescue.imported.title', { station: stationName })} isNew>
          {isNew
            ? t('rescue.imported.body', { commands: newCommands, photos: newPhotos })
            : t('rescue.imported.again')}
        </Notice>
        {leftOut > 0 && (
          <p className={css('aside')}>{t('rescue.imported.leftOut', { count: leftOut })}</p>
        )}
      </div>
    </Sheet>
  );
}
