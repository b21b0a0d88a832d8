import { type ReactNode, useState } from 'react';
import type { Barcode } from '../../../../../shared/barcodes/barcode.ts';
import { longestMeasured, readMeasured } from '../../../../../shared/barcodes/measured.ts';
import { barcodeOf } from '../../../../../shared/barcodes/scan.ts';
import type { Measurement } from '../../../../../shared/facts/fact.ts';
import type { Characteristic } from '../../../../../shared/facts/orderedArticle.ts';
import { Button } from '../../../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../../../components/generic/surfaces/Sheet.tsx';
import type { Wording } from '../../../../wording/createWording.ts';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import { useScans, useTurnAway } from '../../../../workflow/ScanFeed.tsx';
import { sayLimits } from '../../../../workflow/sayFinding.ts';
import { useCommandKeys } from '../../../../workflow/useCommandKeys.ts';
import styles from './Measurements.module.css';

/** No name of a characteristic. */
const somethingElse = '\u0000';

type Field = 'what' | 'value' | 'least' | 'most';
const labels = ['card', 'badge', 'gtin', 'sscc', 'other'] as const;
type Label = (typeof labels)[number];

/** One value: typed, or sent by an instrument, which types as a scanner does. Limits the papers name are given. */
export function MeasureSheet(props: {
  /** What the papers say is measured. */
  readonly characteristics: readonly Characteristic[];
  /** For this finding before, newest last: the next unit has the same limits. */
  readonly measured: readonly Measurement[];
  readonly onMeasured: (measured: Measurement) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, ...wording } = useWording();
  const { characteristics, measured } = props;
  const before = measured.at(-1) ?? null;
  const [chosen, choose] = useState(() => nextOf(characteristics, measured));
  const given = characteristics.find(({ what }) => what === chosen) ?? null;
  // Without groups of thousands, which are read as decimals.
  const shown = (limit: number | undefined) => (limit === undefined ? '' : String(limit));
  const [typed, setTyped] = useState({
    what: before?.what ?? '',
    value: '',
    least: shown(before?.least),
    most: shown(before?.most),
  });
  const [bad, setBad] = useState<Field | 'unit' | Label | null>(null);
  const turnAway = useTurnAway();
  const field = (name: Field) => ({
    value: typed[name],
    onChange: (text: string) => {
      setTyped((now) => ({ ...now, [name]: text }));
      setBad(null);
    },
    onSubmit: () => take(typed.value),
  });
  useCommandKeys(props.onClose, ['ok']);
  useScans((scan) => {
    const barcode = barcodeOf(scan);
    if (barcode.kind === 'command' && barcode.command === 'ok') return props.onClose();
    const label = labelIn(barcode);
    if (label) {
      setBad(label);
      return turnAway('measure');
    }
    setTyped((now) => ({ ...now, value: scan.raw }));
    return take(scan.raw);
  });
  function take(written: string): void {
    const read = readMeasured(written);
    const [least, most] = [limitIn(typed.least), limitIn(typed.most)];
    if (!read.ok) return setBad('value');
    if (given) {
      const { unit } = read.value;
      // Limits of another unit would be no limits of this value.
      if (unit !== '' && unit !== given.unit) return setBad('unit');
      return props.onMeasured({ ...given, value: read.value.value });
    }
    if (typed.what.trim() === '') return setBad('what');
    if (least === null) return setBad('least');
    if (most === null) return setBad('most');
    return props.onMeasured({
      what: typed.what.trim(),
      value: read.value.value,
      unit: read.value.unit || (before?.unit ?? ''),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    });
  }
  return (
    <Sheet
      title={t('measured.title')}
      isOpen
      takesScans
      answers={['ok']}
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
        {characteristics.length > 0 && (
          <SegmentedChoice
            label={t('measured.what')}
            layout="tight"
            chosen={chosen}
            onChoose={choose}
            segments={[
              ...characteristics.map((one) => ({
                key: one.what,
                word: one.what,
                hint: hintOf({ t, ...wording }, one),
              })),
              { key: somethingElse, word: t('measured.other') },
            ]}
          />
        )}
        {!given && (
          <TextField
            {...field('what')}
            label={t('measured.what')}
            most={longestMeasured}
            takesFocus={typed.what === '' && characteristics.length === 0}
            problem={bad === 'what' ? t('measured.needsName') : null}
          />
        )}
        <TextField
          {...field('value')}
          label={t('measured.value')}
          help={t('measured.value.help')}
          look="mono"
          most={40}
          takesFocus={typed.what !== '' || characteristics.length > 0}
          problem={
            bad === 'unit'
              ? t('measured.otherUnit', { unit: given?.unit ?? '' })
              : bad === 'value'
                ? t('measured.notAValue')
                : isLabel(bad)
                  ? t('measured.label', { label: bad })
                  : null
          }
        />
        {!given && (
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
        )}
      </div>
    </Sheet>
  );
}

/** What a scan is that no instrument sends: by what it says itself, or as digits too many for a value. */
function labelIn({ kind, text }: Barcode): Label | null {
  if (kind === 'command' || kind === 'findingCard') return 'card';
  if (kind === 'badge' || kind === 'slip') return 'badge';
  if (kind === 'gtin' || kind === 'sscc') return kind;
  if (kind !== 'tracking' || /^\d{8,}$/.test(text)) return 'other';
  return null;
}

function isLabel(bad: string | null): bad is Label {
  return labels.some((label) => label === bad);
}

/** Of all of them the first that was not measured yet, else what was measured last. */
function nextOf(
  characteristics: readonly Characteristic[],
  measured: readonly Measurement[],
): string {
  const next = characteristics.find(({ what }) => measured.every((one) => one.what !== what));
  return next?.what ?? (characteristics.length > 0 ? (measured.at(-1)?.what ?? '') : somethingElse);
}

function hintOf(wording: Pick<Wording, 't' | 'formatNumber'>, one: Characteristic): string {
  return [sayLimits(wording, one), one.unit].filter(Boolean).join(' ');
}

/** undefined: no limit; null: not a value. */
function limitIn(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  const read = readMeasured(text);
  return read.ok ? read.value.value : null;
}
