import { isCountedAs } from '../../../shared/facts/articles.ts';
import type { OrderLine, ReturnCase } from '../../../shared/facts/documents.ts';
import { sumQuantities, toThousandths } from '../../../shared/facts/quantity.ts';
import { isSameMark } from '../../../shared/facts/serials.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';

/** Why an open case may be the one these goods belong to, the strongest first. */
export type Reason =
  | { readonly kind: 'label'; readonly value: string }
  | { readonly kind: 'serial'; readonly value: string }
  | { readonly kind: 'article'; readonly name: string }
  | { readonly kind: 'lot'; readonly value: string }
  | { readonly kind: 'quantity'; readonly counted: number }
  | { readonly kind: 'client'; readonly name: string }
  | { readonly kind: 'expected'; readonly on: LocalDate };

const weights = {
  label: 100,
  serial: 80,
  article: 30,
  lot: 15,
  quantity: 12,
  client: 10,
  expected: 5,
} as const satisfies Record<Reason['kind'], number>;

/** What is known of goods nobody announced. */
export type Traits = {
  /** Everything printed on the outside. */
  readonly labels: readonly string[];
  readonly clientId: string | null;
  readonly units: readonly {
    readonly gtin: string | null;
    readonly number: string | null;
    readonly lot: string | null;
    readonly serials: readonly string[];
    readonly quantity: number;
  }[];
  readonly today: LocalDate;
};

export type Announced = {
  readonly paper: ReturnCase;
  readonly orderLines: readonly OrderLine[];
  readonly clientName: string;
};

export type Likely = {
  readonly caseId: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
};

/** The announced cases these goods may be, best first; without any reason of substance a case is left out. */
export function likelihood(traits: Traits, cases: readonly Announced[]): readonly Likely[] {
  return cases
    .map((one): Likely => {
      const reasons = reasonsFor(traits, one);
      const score = reasons.reduce((sum, reason) => sum + weights[reason.kind], 0);
      return { caseId: one.paper.id, score, reasons };
    })
    .filter(({ reasons }) => reasons.some((r) => r.kind !== 'expected'))
    .sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1));
}

function reasonsFor(
  { labels, clientId, units, today }: Traits,
  { paper, orderLines, clientName }: Announced,
): readonly Reason[] {
  const names = [
    paper.rma,
    ...paper.trackingNumbers,
    ...paper.ssccs,
    ...orderLines.map((line) => line.orderNumber),
  ].flatMap((name) => (name === null ? [] : [plain(name)]));
  const printed = labels.find((label) => names.includes(plain(label)));
  const meeting = orderLines.map((line) => ({
    line,
    units: units.filter((unit) => isCountedAs(unit, line.article)),
  }));
  const met = meeting.filter((one) => one.units.length > 0);
  const serial = met
    .flatMap(({ line, units: its }) =>
      its.flatMap((unit) =>
        unit.serials.filter((s) => line.serials.some((own) => isSameMark(own, s))),
      ),
    )
    .at(0);
  const lot = met
    .flatMap(({ line, units: its }) =>
      its.map((unit) =>
        unit.lot !== null && line.lot !== null && isSameMark(unit.lot, line.lot) ? unit.lot : null,
      ),
    )
    .find((one) => one !== null);
  const counted = sumQuantities(units.map((unit) => unit.quantity));
  const announced = sumQuantities(
    paper.lines.map((l) => l.approvedQuantity ?? l.requestedQuantity),
  );
  const isAsMany = met.length > 0 && toThousandths(counted) === toThousandths(announced);
  return [
    ...(printed === undefined ? [] : [{ kind: 'label', value: printed } as const]),
    ...(serial === undefined ? [] : [{ kind: 'serial', value: serial } as const]),
    ...met.map(({ line }) => ({ kind: 'article', name: line.article.name }) as const),
    ...(lot ? [{ kind: 'lot', value: lot } as const] : []),
    ...(isAsMany ? [{ kind: 'quantity', counted } as const] : []),
    ...(clientId !== null && clientId === paper.clientId
      ? [{ kind: 'client', name: clientName } as const]
      : []),
    ...(paper.expectedOn !== null && paper.expectedOn <= today
      ? [{ kind: 'expected', on: paper.expectedOn } as const]
      : []),
  ];
}

function plain(name: string): string {
  return name.replaceAll(/[\s-]/g, '').toUpperCase();
}
