import type { ReactNode } from 'react';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { PinField } from '../../../components/generic/fields/PinField.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { sayRefusal } from '../../../wording/sayRefusal.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import type { OpenPart } from './completed.ts';
import styles from './DecidingPanel.module.css';
import { sayMissing } from './sayMissing.ts';
import type { useDeciding } from './useDeciding.ts';

/** What is still missing, by name, each leading to where it is said; once nothing is, the PIN. */
export function SignHere(props: {
  readonly deciding: ReturnType<typeof useDeciding>;
  readonly onGo: (part: OpenPart) => void;
  readonly onSign: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { draft, isChanged, isProving, missing, open, person, pin, refused, setPin } =
    props.deciding;
  const said = refused && sayRefusal(wording, refused);
  if (missing.length > 0)
    return (
      <footer className={styles['sign']} role="group" aria-label={t('desk.missing')}>
        <p className={styles['still']}>{t('desk.missing')}</p>
        <ul className={styles['missing']}>
          {missing.map((part) => (
            <li key={'key' in part ? `${part.part} ${part.key}` : part.part}>
              <Button look="bare" icon="arrow" onPress={() => props.onGo(part)}>
                {sayMissing(wording, part)}
              </Button>
            </li>
          ))}
        </ul>
      </footer>
    );
  return (
    <footer className={styles['sign']}>
      <PinField
        label={t('desk.pin', { name: person.name })}
        value={pin}
        onChange={setPin}
        onSubmit={props.onSign}
        submitWord={t(`desk.sign.${draft.decision}`)}
        problem={
          said
            ? `${said.what} ${said.toDo}`
            : open?.part === 'pin'
              ? t(isChanged ? 'desk.pin.changed' : 'refusal.pinRequired.do')
              : null
        }
        isPending={isProving}
        pad="folded"
      />
      <Button
        look={draft.decision === 'decline' ? 'danger' : 'primary'}
        icon="gavel"
        keys={keyNames('sign')}
        isWide
        isPending={isProving}
        onPress={props.onSign}
      >
        {t(`desk.sign.${draft.decision}`)}
      </Button>
    </footer>
  );
}
