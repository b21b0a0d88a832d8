import type { PrintedBlock, PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import { nameOfArticle } from '../../../../shared/facts/articles.ts';
import type { ArrivalFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { photosBlock } from './photosTold.ts';
import { sayUnitsShort } from './sayUnitsShort.ts';
import { forWhom, nameOf, sayMoment, type Telling } from './telling.ts';

/** What came through the door, and what was in it as counted. */
export function arrived(telling: Telling): PrintedSection {
  const { view, wording } = telling;
  const { t } = wording;
  const { file } = view;
  const columns = forWhom(telling, [
    { name: t('report.arrived'), look: 'text' as const },
    { name: t('report.dock'), look: 'text' as const },
    { name: t('report.carrier'), look: 'text' as const },
    { name: t('report.tracking'), look: 'code' as const },
    { name: t('report.packages'), look: 'number' as const },
    { name: t('report.seal'), look: 'text' as const },
    { name: t('report.condition'), look: 'text' as const },
    { ours: { name: t('report.receivedBy'), look: 'text' as const } },
  ]);
  return {
    title: t('report.came'),
    blocks: [
      ...(file.arrivals.length === 0
        ? [{ kind: 'text' as const, look: 'plain' as const, text: t('report.came.not') }]
        : [
            {
              kind: 'table' as const,
              caption: t('report.parcels'),
              columns,
              rows: file.arrivals.map((arrival) => arrivalOf(telling, arrival)),
            },
          ]),
      ...notesAtTheDoor(telling),
      ...photosBlock(
        telling,
        file.photos.filter(({ subject }) => subject.kind === 'arrival'),
      ),
      ...(file.unitGroups.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: t('report.units'),
              columns: [
                { name: t('report.article'), look: 'text' as const },
                { name: t('report.gtin'), look: 'code' as const },
                { name: t('report.lot'), look: 'code' as const },
                { name: t('report.serials'), look: 'code' as const },
                { name: t('report.counted'), look: 'number' as const },
                { name: t('report.identity'), look: 'text' as const },
              ],
              rows: file.unitGroups.map((group) => groupOf(telling, group)),
            },
          ]),
      ...notCome(telling),
    ],
  };
}

/** As last looked at: what was said at the door stands above what the first scan took for granted. */
function arrivalOf(telling: Telling, arrival: ArrivalFact): string[] {
  const { view, wording } = telling;
  const { t, formatNumber } = wording;
  const { file } = view;
  const { carrier, packages, seal, condition } =
    file.doorChecks.findLast(({ arrivalId }) => arrivalId === arrival.arrivalId) ?? arrival;
  const plates = file.handlingUnits
    .filter(({ arrivalId }) => arrivalId === arrival.arrivalId)
    .flatMap(({ sscc, licencePlate }) => sscc ?? licencePlate ?? []);
  const numbers = [arrival.trackingNumber, arrival.sscc, ...plates].filter((one) => one !== null);
  return forWhom(telling, [
    sayMoment(wording, arrival.at.utc),
    arrival.dock,
    carrier ?? '–',
    [...new Set(numbers)].join('\n') || '–',
    formatNumber(packages),
    seal === null
      ? '–'
      : `${seal.number} ${t(seal.intact ? 'report.seal.intact' : 'report.seal.broken')}`.trim(),
    t(`condition.${condition}`),
    { ours: nameOf(telling, arrival.personId) },
  ]);
}

function groupOf(telling: Telling, group: UnitsCountedFact): string[] {
  const { t, formatNumber } = telling.wording;
  const name = nameOfArticle(group);
  const { number, gtin } = group.article;
  return [
    number && number !== name ? `${name}\n${number}` : name,
    gtin ?? '–',
    group.lot ?? '–',
    sayUnitsShort(telling, group.serials),
    formatNumber(group.quantity),
    `${t(`identity.${group.identity}`)}\n${t(`identifiedBy.${group.identifiedBy}`)}`,
  ];
}

function notesAtTheDoor(telling: Telling): readonly PrintedBlock[] {
  const { view, isForClient, wording } = telling;
  if (isForClient) return [];
  return [...view.file.arrivals, ...view.file.doorChecks].flatMap(({ note, personId }) =>
    note.trim() === ''
      ? []
      : [
          {
            kind: 'text' as const,
            look: 'note' as const,
            text: wording.t('report.noteBy', { name: nameOf(telling, personId), note }),
          },
        ],
  );
}

/** Announced and not there when the parcel was counted. */
function notCome({ view, wording }: Telling): readonly PrintedBlock[] {
  const { t, formatNumber, formatDate } = wording;
  const { file, orderLines } = view;
  const last = file.countedOff.at(-1);
  if (!last) return [];
  return last.missing.map(({ returnLineId, quantity }) => {
    const line = file.returnCase.lines.find(({ id }) => id === returnLineId);
    const order = orderLines.find(({ id }) => id === line?.orderLineId);
    return {
      kind: 'text' as const,
      look: 'note' as const,
      text: t('report.notCome', {
        quantity: formatNumber(quantity),
        name: order?.article.name ?? order?.article.number ?? '',
        until: last.expectedUntil === null ? '' : formatDate(last.expectedUntil, 'dayWithYear'),
      }),
    };
  });
}
