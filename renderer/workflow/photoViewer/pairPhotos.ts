import type { ShotType } from '../../../shared/facts/codes.ts';
import type { Drawn } from '../../components/returns/annotations/Picture.tsx';

export type Shown = {
  readonly sha256: string;
  /** What is marked on it. */
  readonly drawn?: Drawn | undefined;
  readonly caption: string;
  /** What it is of; absent: to be read from its caption. */
  readonly shot?: ShotType;
  /** It shows what the client complained of. */
  readonly isClaimed?: boolean;
};
/** Places in the two lists; null: nothing of that kind on that side. */
export type PhotoPair = { readonly theirs: number | null; readonly ours: number | null };

/** Words of captions, in the languages clients write in. What none of them fits is of the defect. */
const words: readonly (readonly [ShotType, RegExp])[] = [
  [
    'serialPlate',
    /name ?plate|type ?plate|serial|typenschild|seriennummer|placa|n[úu]mero de serie|铭牌|序列号/i,
  ],
  ['label', /label|sticker|etikett|etiqueta|标签/i],
  [
    'packaging',
    /carton|box\b|boxes|packag|pallet|crate|karton|verpackung|palette|kiste|caja|embalaje|palé|包装|纸箱|托盘/i,
  ],
];

/** Of what each kind may be shown beside, the best first. */
const alike: Readonly<Partial<Record<ShotType, readonly ShotType[]>>> = {
  defectCloseUp: ['defectCloseUp', 'wholeItem'],
  wholeItem: ['wholeItem', 'defectCloseUp'],
  label: ['label'],
  packaging: ['packaging', 'door'],
  door: ['door', 'packaging'],
  serialPlate: ['serialPlate', 'label'],
};

export function shotOf({ shot, caption }: Shown): ShotType {
  return shot ?? words.find(([, said]) => said.test(caption))?.[0] ?? 'defectCloseUp';
}

/**
 * The client's pictures beside ours of the same kind: first each of theirs, what was claimed beside what
 * we photographed of it; then what only we have, beside theirs of that kind where there is one.
 */
export function pairPhotos(theirs: readonly Shown[], ours: readonly Shown[]): readonly PhotoPair[] {
  const used = new Set<number>();
  const first = theirs.map((photo, place): PhotoPair => {
    const best = bestOf(photo, ours, (at) => !used.has(at)) ?? bestOf(photo, ours, () => true);
    if (best !== null) used.add(best);
    return { theirs: place, ours: best };
  });
  const rest = ours.flatMap((photo, place): readonly PhotoPair[] =>
    used.has(place) ? [] : [{ theirs: bestOf(photo, theirs, () => true), ours: place }],
  );
  return [...first, ...rest];
}

function bestOf(
  photo: Shown,
  among: readonly Shown[],
  isFree: (place: number) => boolean,
): number | null {
  for (const kind of alike[shotOf(photo)] ?? [shotOf(photo)]) {
    const fitting = among.flatMap((one, at) => (shotOf(one) === kind && isFree(at) ? [at] : []));
    const best = fitting.find((at) => among[at]?.isClaimed) ?? fitting[0];
    if (best !== undefined) return best;
  }
  return null;
}
