import { type ReactNode, useState } from 'react';
import type { Result } from '../../../shared/result.ts';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import type { IconName } from '../../components/generic/marks/Icon.tsx';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ReasonSheet } from '../../workflow/ReasonSheet.tsx';

/** One press for a coded reason, and a note where the reason is none of these. */
export function CodedReasonSheet<Reason extends string>(props: {
  readonly title: string;
  readonly label: string;
  /** What is said where nobody chose. */
  readonly missing: string;
  readonly reasons: readonly { readonly key: Reason; readonly word: string }[];
  readonly go: string;
  readonly icon: IconName;
  readonly hint?: string;
  readonly onGo: (reason: Reason, note: string) => Promise<Result<unknown, ActionRefusal>>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const [reason, setReason] = useState<Reason | null>(null);
  return (
    <ReasonSheet
      title={props.title}
      reason={{
        label: t('hold.note'),
        isOptional: reason !== 'other',
        missing: t('hold.note.missing'),
      }}
      hint={props.hint}
      go={props.go}
      icon={props.icon}
      isChosen={reason !== null}
      onGo={async (note) =>
        reason === null ? { ok: true, value: null } : await props.onGo(reason, note)
      }
      onClose={props.onClose}
    >
      {(isAsked) => (
        <SegmentedChoice
          label={props.label}
          layout="grid"
          chosen={reason}
          onChoose={setReason}
          problem={isAsked && reason === null ? props.missing : null}
          segments={props.reasons}
        />
      )}
    </ReasonSheet>
  );
}
