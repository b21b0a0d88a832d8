import type { DefectOffered } from '../facts/catalogue.ts';
import { Cause, MisuseIndicator, Severity } from '../facts/codes.ts';

/**
 * What a card says of the finding that is put together at the bench, behind `QS-F-`:
 *
 *   D-FUNCTION.LEAK  a defect, by our code or by the company's own
 *   N-3              of so many units
 *   S-MAJOR          how bad it is
 *   C-MISUSE         where it comes from
 *   I-LIQUIDTRACE    a sign of improper use
 *   SOUND            no defect found
 *   RECORD           all is said: it is recorded
 *   NEXT             the next article of the case
 *   PARTS            which parts of a set are there is ticked
 *   MEASURE          the next value is measured
 */
export type FindingCard =
  /** In capitals, as it is printed: which of the two it is only a catalogue knows. */
  | { readonly kind: 'defect'; readonly code: string }
  | { readonly kind: 'units'; readonly quantity: number }
  | { readonly kind: 'severity'; readonly severity: Severity }
  | { readonly kind: 'cause'; readonly cause: Cause }
  | { readonly kind: 'sign'; readonly sign: MisuseIndicator }
  | { readonly kind: PlainCard };

/** Those that say all they say by their name. */
const plainCards = ['sound', 'record', 'next', 'parts', 'measure'] as const;
type PlainCard = (typeof plainCards)[number];

/** The text of a card's barcode. */
export function findingCardCode(card: FindingCard): string {
  return `QS-F-${bodyOf(card)}`.toUpperCase();
}

function bodyOf(card: FindingCard): string {
  switch (card.kind) {
    case 'defect':
      return `D-${card.code}`;
    case 'units':
      return `N-${card.quantity}`;
    case 'severity':
      return `S-${card.severity}`;
    case 'cause':
      return `C-${card.cause}`;
    case 'sign':
      return `I-${card.sign}`;
    default:
      return card.kind;
  }
}

/** Reads what stands behind `QS-F-`, in capitals; undefined: it says nothing we know. */
export function readFindingCard(body: string): FindingCard | undefined {
  const plain = plainCards.find((kind) => kind.toUpperCase() === body);
  if (plain) return { kind: plain };
  const [, sort, said] = /^([DNSCI])-(.+)$/.exec(body) ?? [];
  if (sort === undefined || said === undefined) return undefined;
  const oneOf = <K extends string>(options: readonly K[]) =>
    options.find((option) => option.toUpperCase() === said);
  const [severity, cause, sign] = [
    oneOf(Severity.options),
    oneOf(Cause.options),
    oneOf(MisuseIndicator.options),
  ];
  if (sort === 'D') return { kind: 'defect', code: said };
  if (sort === 'N')
    return /^[1-9]\d{0,3}$/.test(said) ? { kind: 'units', quantity: Number(said) } : undefined;
  if (sort === 'S') return severity && { kind: 'severity', severity };
  if (sort === 'C') return cause && { kind: 'cause', cause };
  return sign && { kind: 'sign', sign };
}

/** The defect such a card names among those offered: by the company's code before ours. */
export function defectOnCard(
  offered: readonly DefectOffered[],
  code: string,
): DefectOffered | undefined {
  const isSaid = (name: string | null) => name !== null && name.toUpperCase() === code;
  return (
    offered.find(({ entry }) => isSaid(entry.code)) ??
    offered.find((one) => one.entry.id === one.code && isSaid(one.code))
  );
}

/** Units by card: more are named by their serials or typed. */
const mostUnits = 12;

/**
 * Every card of the bench for these defects, in the order in which a finding is said. A code that a
 * barcode of ours cannot carry has none.
 */
export function findingCards(offered: readonly DefectOffered[]): readonly FindingCard[] {
  const defects = offered
    .map(({ code, entry }) => entry.code ?? (entry.id === code ? code : null))
    .flatMap((code) => (code !== null && /^[!-~]{1,40}$/.test(code) ? [code.toUpperCase()] : []));
  return [
    ...Array.from({ length: mostUnits }, (_, at) => ({ kind: 'units', quantity: at + 1 }) as const),
    ...[...new Set(defects)].map((code) => ({ kind: 'defect', code }) as const),
    { kind: 'sound' },
    ...Severity.options.map((severity) => ({ kind: 'severity', severity }) as const),
    ...Cause.options.map((cause) => ({ kind: 'cause', cause }) as const),
    ...MisuseIndicator.options.map((sign) => ({ kind: 'sign', sign }) as const),
    ...(['record', 'next', 'parts', 'measure'] as const).map((kind) => ({ kind })),
  ];
}
