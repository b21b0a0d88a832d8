import { type ReactNode, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { HandOverSheet } from '../../screens/handOver/HandOverSheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';

/** What somebody should know before they go: nothing of it keeps them. */
export function LeaveSheet(props: {
  readonly unsent: number;
  /** Cases on their bench, to be handed over all at once. */
  /** Pictures that wait besides. */
  readonly photosWait: boolean;
  readonly held: readonly CaseId[];
  readonly onStay: () => void;
  readonly onLeave: () => void;
  /** What was done is being saved: it stays in front until they are gone. */
  readonly isLeaving: boolean;
}): ReactNode {
  const { t } = useWording();
  const { person } = useActionContext();
  const [held, setHeld] = useState(props.held);
  // What is told stays in its place, also once it is sent: nothing moves under a finger on its way down.
  const [mostUnsent] = useState(props.unsent);
  const [isGiving, setGiving] = useState(false);
  return (
    <Sheet
      title={t('handOver.title')}
      isOpen
      onClose={() => {
        if (!props.isLeaving) props.onStay();
      }}
      actions={
        <>
          <Button onPress={props.onStay} isDisabled={props.isLeaving}>
            {t('handOver.stay')}
          </Button>
          <Button look="primary" onPress={props.onLeave} isPending={props.isLeaving}>
            {t('handOver.go')}
          </Button>
        </>
      }
    >
      {mostUnsent > 0 && (
        <Notice
          tone={props.unsent > 0 ? 'warning' : 'success'}
          title={
            props.unsent > 0
              ? t('handOver.warning', { count: props.unsent })
              : t(props.photosWait ? 'bar.allSentButPhotos' : 'bar.allSent')
          }
        >
          <span style={props.unsent > 0 ? {} : { visibility: 'hidden' }}>
            {t('handOver.warning.body')}
          </span>
        </Notice>
      )}
      {held.length > 0 && (
        <Notice
          icon="bench"
          title={t('leave.cases', { count: held.length })}
          actions={
            <Button icon="people" onPress={() => setGiving(true)}>
              {t('leave.cases.go')}
            </Button>
          }
        >
          {t('leave.cases.what')}
        </Notice>
      )}
      {isGiving && (
        <HandOverSheet
          caseIds={held}
          from={person}
          onClose={() => setGiving(false)}
          onDone={() => setHeld([])}
        />
      )}
    </Sheet>
  );
}
