import { memo, type ReactNode } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import type { IconName } from '../../components/generic/marks/Icon.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { type KeyedCommand } from '../../workflow/useCommandKeys.ts';
import styles from './CommandBar.module.css';

const commands = [
  'photo',
  'damaged',
  'hazard',
  'missing',
  'undo',
  'done',
] as const satisfies KeyedCommand[];
const icons = {
  photo: 'camera',
  damaged: 'box',
  hazard: 'alert',
  missing: 'question',
  undo: 'undo',
  done: 'check',
} as const satisfies Record<(typeof commands)[number], IconName>;

/** The command cards as keys: whoever has no card at hand presses one, or its function key. */
export const CommandBar = memo(function CommandBar(props: {
  readonly hasParcel: boolean;
  readonly onCommand: (command: KeyedCommand) => void;
}): ReactNode {
  const { t } = useWording();
  return (
    <section aria-label={t('dock.commands')}>
      <div className={styles['bar']} role="toolbar" aria-label={t('dock.commands')}>
        {commands.map((command) => (
          <Button
            key={command}
            layout="stacked"
            look={command === 'done' && props.hasParcel ? 'primary' : 'quiet'}
            size={command === 'done' ? 'primary' : 'normal'}
            icon={icons[command]}
            keys={keyNames(command)}
            isDisabled={!props.hasParcel && command !== 'undo'}
            onPress={() => props.onCommand(command)}
          >
            {t(`dock.command.${command}`)}
          </Button>
        ))}
      </div>
    </section>
  );
});
