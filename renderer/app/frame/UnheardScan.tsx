import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { Unheard } from '../../workflow/ScanFeed.tsx';
import styles from './Shell.module.css';

const css = classesOf(styles);

/** Above everything, a sheet too: whoever scanned, or pressed a card's key, believes that it counted. */
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
        title={t(props.why === 'key' ? 'key.unheard' : 'scan.unheard')}
        actions={<Button onPress={props.onSeen}>{t('scan.acknowledge')}</Button>}
      >
        {t(props.why === 'key' ? 'key.unheard.next' : `scan.unheard.${props.why}`)}
      </Notice>
    </div>
  );
}
