import { type ReactNode, useState } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './DoorSheet.module.css';
import type { Door } from './door.ts';

type SealState = 'none' | 'intact' | 'broken';

/** Who brought the parcel and how it was sealed; saved once, when the sheet is left. */
export function DoorSheet(props: {
  readonly door: Door;
  /** Carriers of the orders this may belong to. */
  readonly carriers: readonly string[];
  readonly onSave: (news: Pick<Door, 'carrier' | 'seal'>) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const { seal } = props.door;
  const [carrier, setCarrier] = useState(props.door.carrier ?? '');
  const [sealState, setSealState] = useState<SealState>(
    seal === null ? 'none' : seal.intact ? 'intact' : 'broken',
  );
  const [number, setNumber] = useState(seal?.number ?? '');
  const save = () =>
    props.onSave({
      carrier: carrier.trim() === '' ? null : carrier.trim(),
      seal: sealState === 'none' ? null : { number: number.trim(), intact: sealState === 'intact' },
    });
  return (
    <Sheet
      title={t('dock.door.more')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="check" onPress={save}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {props.carriers.length > 0 && (
          <SegmentedChoice
            label={t('dock.door.carrier')}
            layout="grid"
            chosen={props.carriers.find((name) => name === carrier) ?? null}
            onChoose={setCarrier}
            segments={props.carriers.map((name) => ({ key: name, word: name }))}
          />
        )}
        <TextField
          label={t(props.carriers.length > 0 ? 'dock.door.carrier.other' : 'dock.door.carrier')}
          value={carrier}
          onChange={setCarrier}
          most={60}
          isOptional
        />
        <SegmentedChoice
          label={t('dock.door.seal')}
          chosen={sealState}
          onChoose={setSealState}
          segments={(['none', 'intact', 'broken'] as const).map((key) => ({
            key,
            word: t(`dock.door.seal.${key}`),
          }))}
        />
        {sealState !== 'none' && (
          <TextField
            label={t('dock.door.seal.number')}
            look="mono"
            value={number}
            onChange={setNumber}
            most={40}
            isOptional
          />
        )}
      </div>
    </Sheet>
  );
}
