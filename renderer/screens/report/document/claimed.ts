import type { PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import type { OrderLine, ReturnLine } from '../../../../shared/facts/documents.ts';
import { clientsPhotos } from './photosTold.ts';
import type { Telling } from './telling.ts';

/** What the client says, and wants. */
export function claimed(telling: Telling): PrintedSection {
  const { view, wording } = telling;
  const { t, formatDate } = wording;
  const { returnCase } = view.file;
  const { application, review, objectedOn, objection } = returnCase;
  const day = (on: string) => formatDate(on, 'dayWithYear');
  return {
    title: t('report.claim'),
    blocks: [
      {
        kind: 'particulars',
        items: [
          ...(returnCase.contractVersion === null
            ? []
            : [
                {
                  name: t('report.contract'),
                  value: t('report.contract.version', { version: returnCase.contractVersion }),
                },
              ]),
          {
            name: t('report.applied'),
            value: application ? day(application.receivedOn) : t('report.applied.not'),
          },
          ...(review
            ? [
                {
                  name: t('report.review'),
                  value: t('report.review.on', {
                    outcome: t(`report.review.${review.outcome}`),
                    day: day(review.sentOn),
                  }),
                },
              ]
            : []),
          ...(objectedOn !== null || objection === 'notMade'
            ? [
                {
                  name: t('report.objected'),
                  value: objectedOn === null ? t('report.objected.not') : day(objectedOn),
                },
              ]
            : []),
        ],
      },
      ...(returnCase.lines.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: t('report.lines'),
              columns: [
                { name: t('report.article'), look: 'text' as const },
                { name: t('report.order'), look: 'code' as const },
                { name: t('report.reason'), look: 'text' as const },
                { name: t('report.requested'), look: 'number' as const },
                { name: t('report.authorised'), look: 'number' as const },
                { name: t('report.price'), look: 'number' as const },
                { name: t('report.wanted'), look: 'text' as const },
              ],
              rows: returnCase.lines.map((line) => lineOf(telling, line)),
            },
          ]),
      ...(application && application.description.trim() !== ''
        ? [{ kind: 'text' as const, look: 'words' as const, text: application.description }]
        : []),
      ...clientsPhotos(telling),
    ],
  };
}

function lineOf({ view, wording }: Telling, line: ReturnLine): string[] {
  const { t, formatNumber } = wording;
  const order = view.orderLines.find(({ id }) => id === line.orderLineId);
  const shown = (quantity: number | null) => (quantity === null ? '–' : formatNumber(quantity));
  return [
    order ? articleOf(order) : '–',
    order ? `${order.orderNumber}\u00a0/\u00a0${order.lineNumber}` : '–',
    t(`claim.${line.claimedReason}`),
    shown(line.requestedQuantity),
    shown(line.approvedQuantity),
    order ? priceOf(wording, order) : '–',
    line.wanted === null ? '–' : t(`resolution.${line.wanted}`),
  ];
}

function articleOf({ article }: OrderLine): string {
  return [article.name, article.number].filter((known) => known).join('\n');
}

/** As agreed, which may have more decimals than money has. */
function priceOf(
  { formatMoney, formatNumber, priceParts }: Telling['wording'],
  { price, unitPrice, currency }: OrderLine,
): string {
  if (price === undefined) return formatMoney({ minor: unitPrice, currency });
  const parts = priceParts(price.amount, currency);
  return `${parts.currency}\u00a0${parts.amount}${price.per === 1 ? '' : ` / ${formatNumber(price.per)}`}`;
}
