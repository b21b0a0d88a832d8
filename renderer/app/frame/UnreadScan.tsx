import { type ReactNode, useEffect, useState } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { playTone } from '../../components/sound/tones.ts';
import type { Unread } from '../../scanner/armScanner.ts';
import { useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useShellDeps } from './places.tsx';
import styles from './Shell.module.css';

const css = classesOf(styles);

/**
 * A scan that was taken for typing, or a code that may be one: said aloud, above a sheet too, since
 * that is where text fields are. It can still be read, or left as it was typed.
 */
export function UnreadScan(): ReactNode {
  const { t } = useWording();
  const { unread, scanner } = useShellDeps().application;
  const sound = useSession((session) => session.sound);
  const [found, setFound] = useState<Unread | null>(null);
  useEffect(
    () =>
      unread.listen((next) => {
        setFound(next);
        if (sound.on) playTone(next.isSure ? 'error' : 'warning', sound.volume);
      }),
    [unread, sound],
  );
  if (!found) return null;
  const { text, isSure, takeBack } = found;
  function read() {
    setFound(null);
    takeBack();
    scanner.deliver(text);
  }
  return (
    <div className={css('unheard')} data-react-aria-top-layer>
      <Notice
        tone={isSure ? 'error' : 'warning'}
        isNew
        title={isSure ? t('scan.unread') : t('scan.doubtful', { text })}
        actions={
          <>
            {text !== '' && <Button onPress={read}>{t('scan.doubtful.read')}</Button>}
            <Button onPress={() => setFound(null)}>
              {t(isSure ? 'scan.acknowledge' : 'scan.doubtful.typed')}
            </Button>
          </>
        }
      >
        {t(isSure ? 'scan.unread.do' : 'scan.doubtful.do')}
      </Notice>
    </div>
  );
}
