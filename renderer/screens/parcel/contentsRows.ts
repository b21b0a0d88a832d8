import { recordedAs } from '../../../shared/facts/articles.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { CountOf } from '../../workflow/openParcel.ts';

/** One line of a parcel's contents: what was announced, what is there, and how one more is counted. */
export type ContentsRow = {
  readonly key: string;
  readonly name: string;
  /** null: it has none, or nobody knows it. */
  readonly gtin: string | null;
  readonly lot: string | null;
  readonly counted: number;
  /** null: nobody announced it. */
  readonly announced: number | null;
  readonly oddity: 'mismatch_class' | 'mismatch_instance' | 'mismatch_quantity' | null;
  /** Other pieces than those we shipped, told by their lot. */
  readonly isForeignLot: boolean;
  readonly count: CountOf;
};

/** Announced lines first, each with what meets it; then what nobody announced. Pure. */
export function contentsRows({
  file,
  orderLines,
}: Pick<CaseView, 'file' | 'orderLines'>): readonly ContentsRow[] {
  const announced = file.returnCase.lines.flatMap((line): readonly ContentsRow[] => {
    const order = orderLines.find((o) => o.id === line.orderLineId);
    if (!order) return [];
    const { gtin, name } = order.article;
    const meeting = file.unitGroups.filter(
      (g) => g.returnLineId === line.id && g.identity === 'match',
    );
    // One more is of the lot that was met last, which is the one in hand; where there are several it is named.
    const inHand = meeting.at(-1);
    return [
      {
        key: line.id,
        name,
        gtin,
        lot: meeting.length > 1 ? (inHand?.lot ?? null) : order.lot,
        counted: sumQuantities(meeting.map((g) => g.quantity)),
        announced: line.approvedQuantity ?? line.requestedQuantity,
        oddity: null,
        isForeignLot: false,
        count: {
          returnLineId: line.id,
          unitGroupId: inHand?.unitGroupId ?? null,
          article: recordedAs(order.article),
          lot: inHand?.lot ?? order.lot,
          serials: [],
          quantity: 1,
        },
      },
    ];
  });
  const odd = file.unitGroups.flatMap((group): readonly ContentsRow[] =>
    group.identity === 'match'
      ? []
      : [
          {
            key: group.unitGroupId,
            name: group.article.name,
            gtin: group.article.gtin,
            lot: group.lot,
            counted: group.quantity,
            announced: null,
            // Nothing was announced at all: then nothing is odd.
            oddity: file.returnCase.lines.length === 0 ? null : group.identity,
            isForeignLot:
              group.identity === 'mismatch_instance' &&
              group.lot !== null &&
              group.serials.length === 0,
            count: {
              returnLineId: group.returnLineId,
              unitGroupId: group.unitGroupId,
              article: group.article,
              lot: group.lot,
              serials: [],
              quantity: 1,
            },
          },
        ],
  );
  return [...announced, ...odd];
}
