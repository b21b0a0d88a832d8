import type { ReactNode } from 'react';
import type { ExportedFile } from '../../../shared/desktop/rescueApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Station.module.css';

const css = classesOf(styles);

/** The code, once: closing takes saying that it is written down. */
export function ExportedSheet(props: {
  readonly file: ExportedFile;
  readonly onDone: () => void;
}): ReactNode {
  const { t, formatBytes } = useWording();
  const { code, fileName, commands, photos, bytes, leftOut } = props.file;
  return (
    <Sheet
      title={t('rescue.exported.title')}
      isOpen
      isFirm
      // Escape must not lose the code.
      onClose={() => {}}
      actions={
        <Button look="primary" onPress={props.onDone}>
          {t('rescue.exported.done')}
        </Button>
      }
    >
      <div className={css('form')}>
        <p>{t('rescue.exported.lead')}</p>
        <output className={css('rescueCode')} aria-label={t('rescue.exported.code')} dir="ltr">
          {code}
        </output>
        <Particulars
          look="lines"
          items={[
            { name: t('rescue.exported.file'), value: fileName },
            {
              name: t('rescue.exported.contents'),
              value: t('rescue.contents', { commands, photos, size: formatBytes(bytes) }),
            },
          ]}
        />
        {leftOut > 0 && (
          <Notice tone="warning" title={t('rescue.exported.leftOut', { count: leftOut })}>
            {t('rescue.exported.leftOut.do')}
          </Notice>
        )}
        <p className={css('aside')}>{t('rescue.exported.stays')}</p>
      </div>
    </Sheet>
  );
}
