import type { ReactNode } from 'react';
import { recordedAs } from '../../../../shared/facts/articles.ts';
import type { OrderLine } from '../../../../shared/facts/documents.ts';
import type { ArrivalId, ReturnLineId } from '../../../../shared/ids.ts';
import { countUnits } from '../../../actions/countUnits.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';

/** The dock sent it on uncounted: scan the articles here, or take what was announced in one press a line. */
export function NothingCounted(props: {
  readonly view: CaseView;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const context = useActionContext();
  const { file, orderLines } = props.view;
  const [arrival] = file.arrivals;
  const count = async (
    arrivalId: ArrivalId,
    returnLineId: ReturnLineId,
    order: OrderLine,
    quantity: number,
  ): Promise<void> => {
    const result = await countUnits(context, {
      caseId: file.returnCase.id,
      arrivalId,
      returnLineId,
      article: recordedAs(order.article),
      lot: order.lot,
      serials: [],
      quantity,
      identity: null,
      identifiedBy: 'manual',
      raw: null,
    });
    props.onRefusal(result.ok ? null : result.refusal);
  };
  if (!arrival)
    return (
      <EmptyState
        size="part"
        icon="box"
        title={t('bench.notHere')}
        next={t('bench.notHere.next')}
      />
    );
  return (
    <EmptyState
      size="part"
      icon="box"
      title={t('bench.nothingCounted')}
      next={t('bench.nothingCounted.next')}
    >
      {file.returnCase.lines.map((line) => {
        const order = orderLines.find((o) => o.id === line.orderLineId);
        const quantity = line.approvedQuantity ?? line.requestedQuantity;
        return (
          order && (
            <Button
              key={line.id}
              icon="check"
              onPress={() => void count(arrival.arrivalId, line.id, order, quantity)}
            >
              {t('bench.countAll', { quantity: formatNumber(quantity), name: order.article.name })}
            </Button>
          )
        );
      })}
    </EmptyState>
  );
}
