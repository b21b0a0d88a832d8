import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { Unheard } from '../../workflow/ScanFeed.tsx';
import styles from './Shell.module.css';

const css = classesOf(styles);

/** Above everything, a sheet too: whoever scanned believes that it counted. */
export function UnheardScan(props: {
  readonly why: Unheard;
  readonly onSeen: () => void;
}): ReactNode {
  const { t } = useWording();
  return (
    // The mark keeps it audible to screen readers while a sheet is open.
    <div className={css('unheard')} data-react-aria-top-layer>
      <Notice
        tone="error"
        isNew
        title={t('scan.unheard')}
        actions={<Button onPress={props.onSeen}>{t('scan.acknowledge')}</Button>}
      >
        {t(`scan.unheard.${props.why}`)}
      </Notice>
    </div>
  );
}
