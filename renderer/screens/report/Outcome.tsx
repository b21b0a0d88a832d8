import type { ReactNode } from 'react';
import type { KeepRefusal, PrintRefusal } from '../../../shared/desktop/printingApi.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** What became of something printed. */
export type Said =
  | { readonly kind: 'saved'; readonly file: string }
  /** Printed and still here, and not written where it should go. */
  | { readonly kind: 'unkept'; readonly sha256: string; readonly refusal: KeepRefusal }
  | { readonly kind: 'refused'; readonly refusal: ActionRefusal | PrintRefusal };

export function Outcome(props: {
  readonly said: Said;
  readonly onElsewhere: (sha256: string) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { said } = props;
  if (said.kind === 'saved')
    return <Notice tone="success" isNew title={t('report.saved', { file: said.file })} />;
  const { what, toDo } = sayRefusal(wording, said.refusal);
  return (
    <Notice
      tone="error"
      isNew
      title={what}
      {...(said.kind === 'unkept' && {
        actions: (
          <Button onPress={() => props.onElsewhere(said.sha256)}>
            {t('report.sheet.elsewhere')}
          </Button>
        ),
      })}
    >
      {toDo}
    </Notice>
  );
}
