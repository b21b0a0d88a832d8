import { type ReactNode, useState } from 'react';
import type { UnitOfMeasure } from '../../shared/facts/quantity.ts';
import { Button } from '../components/generic/fields/Button.tsx';
import { TextField } from '../components/generic/fields/TextField.tsx';
import { Sheet } from '../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../wording/WordingProvider.tsx';

/** How many pieces lie in an outer case, or how much of it there is: what no label said. */
export function HowMany(props: {
  readonly name: string;
  readonly unit: UnitOfMeasure | 'case';
  readonly onSay: (quantity: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const quantity = quantityIn(text, props.unit);
  const go = () => {
    if (quantity === null) setAsked(true);
    else props.onSay(quantity);
  };
  return (
    <Sheet
      title={props.name || t('howMany.title')}
      isOpen
      takesScans
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="check" onPress={go}>
            {t('howMany.count')}
          </Button>
        </>
      }
    >
      <TextField
        label={t(`howMany.${props.unit}`)}
        help={t('howMany.help')}
        look="huge"
        inputMode="decimal"
        value={text}
        onChange={setText}
        onSubmit={go}
        most={10}
        takesFocus
        problem={isAsked && quantity === null ? t('howMany.empty') : null}
      />
    </Sheet>
  );
}

/** A number of pieces, or of kilograms and the like with three places at most. */
function quantityIn(text: string, unit: UnitOfMeasure | 'case'): number | null {
  const isWhole = unit === 'EA' || unit === 'PR' || unit === 'case';
  const form = isWhole ? /^\d{1,6}$/ : /^\d{1,6}([.,]\d{1,3})?$/;
  const written = text.trim();
  const quantity = Number(written.replace(',', '.'));
  return form.test(written) && quantity > 0 ? quantity : null;
}
