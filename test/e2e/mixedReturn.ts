import type { DocumentToPut } from '../../central/documents/document.ts';
import { putDocuments } from '../../central/documents/documentRows.ts';
import type { OrderedArticle } from '../../shared/facts/orderedArticle.ts';
import { OrderLineId, ReturnLineId } from '../../shared/ids.ts';
import { demoToday, type ExpectedReturn } from './demoReturns.ts';
import type { RunningCentral } from './runningCentral.ts';

export type Announced = {
  readonly caseId: string;
  readonly rma: string;
  readonly tracking: string;
};

/** A return of twelve: nine valves in two lots, and three sets with their serial numbers. */
export type TwelveUnits = Announced & {
  readonly valve: { readonly gtin: string };
  readonly set: { readonly gtin: string };
  readonly lots: readonly [first: string, second: string];
  readonly serials: readonly [string, string, string];
};

export const valve = {
  number: 'SV22-G12-24DC',
  name: 'Solenoid valve 2/2 NC, G ½, brass/NBR, 24 V DC',
  gtin: '09521187203066',
};
const set = {
  number: 'CP32-160/22',
  name: 'Centrifugal pump CP 32-160, 2.2 kW, EN-GJL-250, flanged PN16',
  gtin: '09521187200102',
  parts: ['Pump', 'Coupling', 'Base plate', 'Manual'],
};

/** As many of the demo's announced returns turned into such ones. */
export async function announceTwelve(
  central: RunningCentral,
  many: number,
): Promise<readonly TwelveUnits[]> {
  const announced = takeAnnounced(many).map((parcel, at) => {
    const serials = [`7${at}01A001`, `7${at}01A002`, `7${at}01A003`] as const;
    const twelve: TwelveUnits = {
      ...nameOf(parcel),
      valve,
      set,
      lots: [`L${at}587-70A`, `L${at}587-70B`],
      serials,
    };
    const lines = [
      { article: valve, quantity: 9, serials: [] },
      { article: set, quantity: 3, serials },
    ];
    return { twelve, documents: papersOf(parcel, lines) };
  });
  await putAt(
    central,
    announced.flatMap(({ documents }) => documents),
  );
  return announced.map(({ twelve }) => twelve);
}

/** One of the demo's announced returns, of so many valves. */
export async function announceMany(central: RunningCentral, quantity: number): Promise<Announced> {
  const [parcel] = takeAnnounced(1);
  if (!parcel) throw new Error('Nothing is announced');
  await putAt(central, papersOf(parcel, [{ article: valve, quantity, serials: [] }]));
  return nameOf(parcel);
}

function takeAnnounced(many: number): readonly ExpectedReturn[] {
  const announced = demoToday().expected.filter(({ line }) => line.wanted === 'refund');
  if (announced.length < many) throw new Error(`The demo announces no ${many} returns`);
  return announced.slice(0, many);
}

function nameOf({ case: { id, rma }, tracking }: ExpectedReturn): Announced {
  return { caseId: id, rma: rma ?? '', tracking };
}

type Line = {
  readonly article: OrderedArticle;
  readonly quantity: number;
  readonly serials: readonly string[];
};

/** The papers of a return with these lines instead of its own; of no lot, as far as they know. */
function papersOf(
  { case: base, line, order }: ExpectedReturn,
  lines: readonly Line[],
): readonly DocumentToPut[] {
  const papers = lines.map(({ article, quantity, serials }, at) => {
    const id = OrderLineId.parse(`${order.id}-${at + 1}`);
    const body = {
      ...order,
      id,
      lineNumber: at + 1,
      article,
      lot: null,
      serials: [...serials],
      orderedQuantity: quantity,
      shippedQuantity: quantity,
      invoiced: { net: order.unitPrice * quantity, tax: 0 },
    };
    return {
      order: { collection: 'orderLines', body } as const,
      line: {
        ...line,
        id: ReturnLineId.parse(`${base.id}.${at + 1}`),
        orderLineId: id,
        requestedQuantity: quantity,
        approvedQuantity: quantity,
      },
    };
  });
  return [
    ...papers.map((one) => one.order),
    { collection: 'cases', body: { ...base, lines: papers.map((one) => one.line) } },
  ];
}

async function putAt(central: RunningCentral, documents: readonly DocumentToPut[]): Promise<void> {
  await central.whileStopped((database) =>
    database.write(async (rows) => await putDocuments(rows, documents)),
  );
}
