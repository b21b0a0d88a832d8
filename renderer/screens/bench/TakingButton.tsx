import { type ReactNode, useState } from 'react';
import { takeCase } from '../../actions/takeCase.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { HandOverSheet } from '../handOver/HandOverSheet.tsx';

/** Takes the open case, or hands over the one that is on one's bench. */
export function TakingButton(props: {
  readonly view: CaseView;
  readonly onRefusal: (refusal: ActionRefusal) => void;
}): ReactNode {
  const { t } = useWording();
  const context = useActionContext();
  const [isGiving, setGiving] = useState(false);
  const { person } = context;
  const { takings, returnCase } = props.view.file;
  const isMine = takings.some(({ personId }) => personId === person.personId);
  async function take(): Promise<void> {
    const taken = await takeCase(context, returnCase.id);
    if (!taken.ok) props.onRefusal(taken.refusal);
  }
  return (
    <>
      {isMine ? (
        <Button icon="people" onPress={() => setGiving(true)}>
          {t('workList.handOver')}
        </Button>
      ) : (
        <Button icon="bench" onPress={() => void take()}>
          {t('workList.take')}
        </Button>
      )}
      {isGiving && (
        <HandOverSheet caseIds={[returnCase.id]} from={person} onClose={() => setGiving(false)} />
      )}
    </>
  );
}
