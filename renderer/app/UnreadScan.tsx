import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { playTone } from '../components/sound/tones.ts';
import { useSession } from '../session/session.ts';
import { useWording } from '../wording/WordingProvider.tsx';
import { useParts } from './places.tsx';

/** A scan that was taken for typing: nothing was recorded, and that is said aloud. */
export function UnreadScan(): ReactNode {
  const { t } = useWording();
  const { unread } = useParts().application;
  const sound = useSession((session) => session.sound);
  const [isSaid, setSaid] = useState(false);
  useEffect(
    () =>
      unread.listen(() => {
        setSaid(true);
        if (sound.on) playTone('error', sound.volume);
      }),
    [unread, sound],
  );
  if (!isSaid) return null;
  return (
    <Notice
      tone="error"
      isNew
      title={t('scan.unread')}
      actions={<Button onPress={() => setSaid(false)}>{t('scan.acknowledge')}</Button>}
    >
      {t('scan.unread.do')}
    </Notice>
  );
}
