import type { ReactNode } from 'react';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useSettling } from './useSettling.ts';
import { WhoseGoods } from './WhoseGoods.tsx';

/** A case opened here for goods without papers: until it is inspected they may still find their return. */
export function WithoutPapers(props: {
  readonly view: CaseView;
  readonly onSettled: (caseId: string) => void;
}): ReactNode {
  const wording = useWording();
  const { file } = props.view;
  const arrival = file.arrivals.find((one) => one.caseId === null);
  const { refusal, link } = useSettling(arrival?.arrivalId ?? null, props.onSettled);
  const words = refusal && sayRefusal(wording, refusal);
  const isSettled =
    file.returnCase.lines.length > 0 ||
    !arrival ||
    file.findings.length + file.inspections.length > 0;
  if (isSettled) return null;
  return (
    <>
      {words && (
        <Notice tone="warning" isNew title={words.what}>
          {words.toDo}
        </Notice>
      )}
      <WhoseGoods goods={props.view} onLink={(row) => void link(row.caseId, '')} />
    </>
  );
}
