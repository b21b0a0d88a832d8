import { type ReactNode, useState } from 'react';
import type { FactOf } from '../../../shared/facts/fact.ts';
import { startInspection } from '../../actions/startInspection.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { secondAtWork } from './layerAtWork.ts';

type Kind = FactOf<'inspectionStarted'>['inspection'];
const kinds = ['reInspection', 'blindSecond', 'dispute'] as const satisfies readonly Kind[];

/** Lets the goods of an inspected case be looked at again, beside what was found before. */
export function InspectAgain(props: { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  const { file } = props.view;
  if (file.inspections.length === 0 || secondAtWork(props.view) !== null) return null;
  return (
    <>
      <Button icon="retake" onPress={() => setOpen(true)}>
        {t('inspections.again')}
      </Button>
      {isOpen && <StartSheet view={props.view} onClose={() => setOpen(false)} />}
    </>
  );
}

function StartSheet(props: { readonly view: CaseView; readonly onClose: () => void }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const [kind, setKind] = useState<Kind>('reInspection');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);

  async function start(): Promise<void> {
    const result = await startInspection(context, {
      caseId: props.view.file.returnCase.id,
      inspection: kind,
      reason: reason.trim(),
    });
    if (result.ok) props.onClose();
    else setRefusal(result.refusal);
  }

  return (
    <Sheet
      title={t('inspections.again')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" onPress={() => void start()}>
            {t('inspections.start')}
          </Button>
        </>
      }
    >
      <p>{t('inspections.what')}</p>
      <SegmentedChoice
        label={t('inspections.kind')}
        layout="grid"
        chosen={kind}
        onChoose={setKind}
        segments={kinds.map((key) => ({
          key,
          word: t(`inspection.${key}`),
          hint: t(`inspections.${key}.hint`),
        }))}
      />
      <TextField
        label={t('desk.reason')}
        value={reason}
        onChange={setReason}
        lines="many"
        most={300}
        problem={refusal?.code === 'reasonRequired' ? sayRefusal(wording, refusal).toDo : null}
      />
      {refusal && refusal.code !== 'reasonRequired' && (
        <Notice tone="error" title={sayRefusal(wording, refusal).what}>
          {sayRefusal(wording, refusal).toDo}
        </Notice>
      )}
    </Sheet>
  );
}
