import type { ReactNode } from 'react';
import type { ImportState } from '../../../shared/sync/importsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneImport.module.css';
import type { Wish } from './useImport.ts';

const css = classesOf(styles);

export type How = { readonly mode: 'goodRows' | 'allOrNothing'; readonly isFull: boolean };

/** Tested first; what would be withdrawn beyond a tenth is confirmed with the button that does it. */
export function HowItGoesIn(props: {
  readonly how: How;
  readonly state: ImportState | null;
  readonly isReady: boolean;
  readonly onChange: (how: How) => void;
  readonly onRun: (wish: Wish) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { how, state, isReady, onChange, onRun } = props;
  const isTested = state?.phase === 'done' && state.refused === null && !state.hasFailed;
  const tooMany =
    how.isFull && state?.withdrawing?.kind === 'tooMany' ? state.withdrawing.missing : null;
  const full = (confirmed: boolean) => (how.isFull ? { confirmed } : null);
  const canGoOn = state?.isStopped === true && state.mode === 'goodRows';
  return (
    <div className={css('how')}>
      <SegmentedChoice
        label={t('imports.mode')}
        layout="stack"
        chosen={how.mode}
        onChoose={(mode) => onChange({ ...how, mode })}
        segments={(['goodRows', 'allOrNothing'] as const).map((key) => ({
          key,
          word: t(`imports.mode.${key}`),
        }))}
      />
      <Checkbox
        isChecked={how.isFull}
        onChange={(isFull) => onChange({ ...how, isFull })}
        hint={t('imports.full.hint')}
      >
        {t('imports.full')}
      </Checkbox>
      <div className={css('acts')}>
        <Button
          look={isTested ? 'quiet' : 'primary'}
          isDisabled={!isReady}
          onPress={() => onRun({ mode: 'test', full: full(false) })}
        >
          {t(isTested ? 'imports.test.again' : 'imports.test')}
        </Button>
        {isTested && (
          <Button
            look={tooMany === null ? 'primary' : 'danger'}
            isDisabled={!isReady}
            onPress={() => onRun({ mode: how.mode, full: full(tooMany !== null), goOn: canGoOn })}
          >
            {tooMany === null
              ? t(canGoOn ? 'imports.goOn' : 'imports.run')
              : t('imports.run.confirmed', { count: tooMany })}
          </Button>
        )}
      </div>
    </div>
  );
}
