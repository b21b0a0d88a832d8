import { type ReactNode, useId } from 'react';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import { Button } from '../generic/fields/Button.tsx';
import type { KeyName } from '../generic/keys/KeyHint.tsx';
import { Icon } from '../generic/marks/Icon.tsx';
import styles from './ScanBand.module.css';

const css = classesOf(styles);

export type ScanFeedback = {
  readonly tone: 'success' | 'warning' | 'error';
  /** What happened, two or three words: "Counted", "Not expected today". */
  readonly word: string;
  /** The thing scanned, by its own name. */
  readonly item: string;
  /** What to do, or who received it and when. */
  readonly detail?: string;
};

const icons = { success: 'check', warning: 'alert', error: 'cross' } as const;

/**
 * What the last scan did, across the full width. An error stays until `onAcknowledge`; the caller
 * lets success go after 600 ms and a warning with the next scan, and passes null.
 */
export function ScanBand(props: {
  readonly feedback: ScanFeedback | null;
  /** Shown at rest, below "Ready to scan". */
  readonly invitation?: string;
  readonly onAcknowledge?: () => void;
  readonly acknowledgeKeys?: readonly KeyName[];
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useWording();
  const id = useId();
  const { feedback } = props;
  const isError = feedback?.tone === 'error';
  return (
    <section className={css('band')} data-tone={feedback?.tone ?? 'rest'} aria-labelledby={id}>
      <Icon name={feedback ? icons[feedback.tone] : 'barcode'} size="huge" />
      <div className={css('text')} id={id}>
        {/* Both regions stay in the page, so that what appears in them is read out. */}
        <div role="status">
          {!isError && (
            <Spoken feedback={feedback} rest={t('scan.ready')} aside={props.invitation} />
          )}
        </div>
        <div role="alert">{isError && <Spoken feedback={feedback} />}</div>
      </div>
      {isError && props.onAcknowledge ? (
        <Button
          size="primary"
          onPress={props.onAcknowledge}
          {...(props.acknowledgeKeys && { keys: props.acknowledgeKeys })}
        >
          {t('scan.acknowledge')}
        </Button>
      ) : (
        props.children
      )}
    </section>
  );
}

function Spoken(props: {
  readonly feedback: ScanFeedback | null;
  readonly rest?: string;
  readonly aside?: string | undefined;
}): ReactNode {
  const { feedback } = props;
  if (!feedback) {
    return (
      <>
        <p className={css('item')}>{props.rest}</p>
        {props.aside && <p className={css('detail')}>{props.aside}</p>}
      </>
    );
  }
  return (
    <>
      <p className={css('word')}>{feedback.word}</p>
      <p className={css('item')}>
        <bdi>{feedback.item}</bdi>
      </p>
      {feedback.detail && <p className={css('detail')}>{feedback.detail}</p>}
    </>
  );
}
