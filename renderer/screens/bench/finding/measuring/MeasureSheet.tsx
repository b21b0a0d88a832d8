import { type ReactNode, useState } from 'react';
import { longestMeasured, readMeasured } from '../../../../../shared/barcodes/measured.ts';
import type { Measurement } from '../../../../../shared/facts/fact.ts';
import { Button } from '../../../../components/generic/fields/Button.tsx';
import { TextField } from '../../../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import { useScans } from '../../../../workflow/ScanFeed.tsx';
import styles from './Measurements.module.css';

type Field = 'what' | 'value' | 'least' | 'most';

/** One value: typed, or sent by an instrument, which types as a scanner does. */
export function MeasureSheet(props: {
  /** The one before: the next unit has the same limits. */
  readonly before: Measurement | null;
  readonly onMeasured: (measured: Measurement) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  // Without groups of thousands, which are read as decimals.
  const shown = (limit: number | undefined) => (limit === undefined ? '' : String(limit));
  const [typed, setTyped] = useState({
    what: props.before?.what ?? '',
    value: '',
    least: shown(props.before?.least),
    most: shown(props.before?.most),
  });
  const [bad, setBad] = useState<Field | null>(null);
  const field = (name: Field) => ({
    value: typed[name],
    onChange: (text: string) => {
      setTyped((now) => ({ ...now, [name]: text }));
      setBad(null);
    },
    onSubmit: () => take(typed.value),
  });
  useScans(({ raw }) => {
    setTyped((now) => ({ ...now, value: raw }));
    take(raw);
  });
  function take(written: string): void {
    const read = readMeasured(written);
    const [least, most] = [limitIn(typed.least), limitIn(typed.most)];
    if (!read.ok) return setBad('value');
    if (typed.what.trim() === '') return setBad('what');
    if (least === null) return setBad('least');
    if (most === null) return setBad('most');
    return props.onMeasured({
      what: typed.what.trim(),
      value: read.value.value,
      unit: read.value.unit || (props.before?.unit ?? ''),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    });
  }
  return (
    <Sheet
      title={t('measured.title')}
      isOpen
      takesScans
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="check" onPress={() => take(typed.value)}>
            {t('measured.take')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <TextField
          {...field('what')}
          label={t('measured.what')}
          most={longestMeasured}
          takesFocus={typed.what === ''}
          problem={bad === 'what' ? t('measured.needsName') : null}
        />
        <TextField
          {...field('value')}
          label={t('measured.value')}
          help={t('measured.value.help')}
          look="mono"
          most={40}
          takesFocus={typed.what !== ''}
          problem={bad === 'value' ? t('measured.notAValue') : null}
        />
        <div className={styles['limits']}>
          <TextField
            {...field('least')}
            label={t('measured.leastField')}
            look="mono"
            most={20}
            isOptional
            problem={bad === 'least' ? t('measured.notALimit') : null}
          />
          <TextField
            {...field('most')}
            label={t('measured.mostField')}
            look="mono"
            most={20}
            isOptional
            problem={bad === 'most' ? t('measured.notALimit') : null}
          />
        </div>
      </div>
    </Sheet>
  );
}

/** undefined: no limit; null: not a value. */
function limitIn(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  const read = readMeasured(text);
  return read.ok ? read.value.value : null;
}
