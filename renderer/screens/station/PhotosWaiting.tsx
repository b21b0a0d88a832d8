import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { Progress } from '../../components/Progress.tsx';
import type { StationSummary } from '../../queries/stationSummary.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** Photos on their way, by bytes; small records always go first. */
export function PhotosWaiting(props: {
  readonly waiting: StationSummary['photosWaiting'];
  readonly onPause: (isPaused: boolean) => void;
}): ReactNode {
  const { t, formatBytes } = useWording();
  const { waiting } = props;
  if (waiting.count === 0) return null;
  return (
    <>
      <Progress
        label={t('photos.waiting')}
        share={waiting.bytes === 0 ? 0 : waiting.sentBytes / waiting.bytes}
        detail={t('photos.detail', {
          sent: formatBytes(waiting.sentBytes),
          all: formatBytes(waiting.bytes),
        })}
      />
      <div>
        <Button
          icon={waiting.paused ? 'sent' : 'pause'}
          onPress={() => props.onPause(!waiting.paused)}
        >
          {t(waiting.paused ? 'photos.resume' : 'photos.pause')}
        </Button>
      </div>
    </>
  );
}
