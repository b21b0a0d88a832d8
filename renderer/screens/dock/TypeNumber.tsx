import { type ReactNode, useState } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';

/** For a label no scanner can read: its number by hand, which the record says. */
export function TypeNumber(props: {
  readonly onTyped: (text: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const go = () => {
    if (text.trim() === '') setAsked(true);
    else props.onTyped(text.trim());
  };
  return (
    <Sheet
      title={t('dock.type')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="check" onPress={go}>
            {t('dock.type.go')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('dock.type.number')}
        help={t('dock.type.help')}
        look="huge"
        value={text}
        onChange={setText}
        onSubmit={go}
        most={128}
        takesFocus
        problem={isAsked && text.trim() === '' ? t('dock.type.empty') : null}
      />
    </Sheet>
  );
}
