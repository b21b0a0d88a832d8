import type { ReactNode } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import type { StationSummary } from '../../queries/station/stationSummary.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

const mbit = 1_000_000;
const caps = [1, 5, 20] as const;

/** Photos on their way, by bytes, and how much of the line they may take; small records always go first. */
export function PhotosWaiting(props: {
  readonly waiting: StationSummary['photosWaiting'];
  readonly onPause: (isPaused: boolean) => void;
  readonly onLimit: (bitsPerSecond: number | null) => void;
}): ReactNode {
  const { t, formatBytes, formatNumber } = useWording();
  const { waiting } = props;
  return (
    <>
      {waiting.count > 0 && (
        <Progress
          label={t('photos.waiting')}
          share={waiting.bytes === 0 ? 0 : waiting.sentBytes / waiting.bytes}
          detail={t('photos.detail', {
            sent: formatBytes(waiting.sentBytes),
            all: formatBytes(waiting.bytes),
          })}
        />
      )}
      {(waiting.count > 0 || waiting.paused) && (
        <div>
          <Button
            icon={waiting.paused ? 'sent' : 'pause'}
            onPress={() => props.onPause(!waiting.paused)}
          >
            {t(waiting.paused ? 'photos.resume' : 'photos.pause')}
          </Button>
        </div>
      )}
      <SegmentedChoice
        label={t('photos.cap')}
        segments={[
          { key: 'none', word: t('photos.cap.none') },
          ...caps.map((cap) => ({
            key: String(cap),
            word: t('photos.cap.some', { mbit: formatNumber(cap) }),
          })),
        ]}
        chosen={waiting.mostPerSecond === null ? 'none' : String(waiting.mostPerSecond / mbit)}
        onChoose={(key) => props.onLimit(key === 'none' ? null : Number(key) * mbit)}
      />
    </>
  );
}
