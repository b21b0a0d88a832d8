import { type ReactNode, useState } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { prefer, useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Station.module.css';

const css = classesOf(styles);
/** ISO/IEC 7810 ID-1, millimetres. */
const card = { width: 85.6, height: 53.98 };
const usual = 5.55;
const least = 2.5;
const most = 12;
const step = 0.02;

/** A frame to make as wide as a bank card, after which a millimetre on this screen is one. */
export function Calibration(): ReactNode {
  const { t } = useWording();
  const kept = useSession((session) => session.pixelsPerMillimetre);
  const [perMillimetre, setPerMillimetre] = useState(kept ?? usual);
  const change = (steps: number) =>
    setPerMillimetre((before) => Math.min(most, Math.max(least, before + steps * step)));
  return (
    <div className={css('form')}>
      <p>{t('health.calibrate.lead')}</p>
      <div
        className={css('card')}
        style={{
          inlineSize: `${card.width * perMillimetre}px`,
          blockSize: `${card.height * perMillimetre}px`,
        }}
      >
        {t('health.calibrate.card')}
      </div>
      <div className={css('actions')}>
        <Button icon="minus" onPress={() => change(-1)}>
          {t('health.calibrate.narrower')}
        </Button>
        <Button icon="plus" onPress={() => change(1)}>
          {t('health.calibrate.wider')}
        </Button>
        <Button onPress={() => change(-10)}>{t('health.calibrate.muchNarrower')}</Button>
        <Button onPress={() => change(10)}>{t('health.calibrate.muchWider')}</Button>
      </div>
      <div className={css('actions')}>
        <Button
          look="primary"
          isDisabled={kept === perMillimetre}
          onPress={() => prefer({ pixelsPerMillimetre: perMillimetre })}
        >
          {t('health.calibrate.save')}
        </Button>
      </div>
      {kept === perMillimetre && (
        <Notice tone="success" title={t('health.calibrate.saved')} isNew />
      )}
    </div>
  );
}
