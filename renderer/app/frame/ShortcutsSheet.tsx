import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { KeyHint } from '../../components/generic/keys/KeyHint.tsx';
import { type Shortcut, useShownShortcuts } from '../../components/generic/keys/Shortcuts.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Shell.module.css';

const css = classesOf(styles);

/** All keys, of this screen first. */
export function ShortcutsSheet(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const here = useShownShortcuts();
  return (
    <Sheet title={t('shortcuts.title')} place="side" {...props}>
      <div className={css('shortcuts')}>
        {here.length > 0 && <Keys title={t('shortcuts.here')} shortcuts={here} />}
        <Keys
          title={t('shortcuts.everywhere')}
          shortcuts={[
            { keys: ['?'], says: t('shortcuts.this') },
            { keys: ['Alt', '1'], says: t('shortcuts.modes') },
            { keys: ['control', 'shift', 'H'], says: t('shortcuts.handOver') },
            { keys: ['escape'], says: t('shortcuts.close') },
          ]}
        />
      </div>
    </Sheet>
  );
}

function Keys(props: {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}): ReactNode {
  return (
    <section>
      <SectionHead level={3} title={props.title} />
      <dl className={css('keys')}>
        {props.shortcuts.map((shortcut) => (
          <div key={shortcut.says} className={css('key')}>
            <dt>{shortcut.says}</dt>
            <dd>
              <KeyHint keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
