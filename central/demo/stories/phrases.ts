/** Turns of phrase that most stories share. */
import type { ShotType } from '../../../shared/facts/codes.ts';
import { type ArticleKey, articles } from '../company/articles.ts';
import type { PersonKey } from '../company/demoPeople.ts';
import type { PhotoFamily, PhotoName } from '../company/photoList.ts';
import type { Found, Step, Story } from './story.ts';

type Arrive = Step & { readonly do: 'arrive' };
type Decide = Step & { readonly do: 'decide' };

const authorised = { outcome: 'authorised', after: 2 } as const;

export function cameIn(more: Partial<Omit<Arrive, 'do'>> = {}): Step {
  return { do: 'arrive', day: 0, ...more };
}

export type Examination = {
  readonly group?: string;
  readonly article: ArticleKey;
  readonly claim?: number | null;
  readonly quantity: number;
  readonly found: Found;
  readonly note: string;
  readonly measured?: readonly (readonly [string, number, string])[];
  readonly shots?: readonly ShotType[];
  /** A photograph other than the usual one of this article. */
  readonly pictures?: Partial<Record<ShotType, PhotoName>>;
  readonly by?: PersonKey;
  readonly counted?: Partial<Omit<Step & { readonly do: 'count' }, 'do' | 'day' | 'group'>>;
};

/** Units counted, photographed and found to be so. */
export function examined(day: number, e: Examination): readonly Step[] {
  const group = e.group ?? 'a';
  const when = e.by ? { day, by: e.by } : { day };
  const shots =
    e.shots ??
    (e.found.kind === 'noDefect'
      ? (['label', 'wholeItem'] as const)
      : (['label', 'wholeItem', 'defectCloseUp'] as const));
  const claim = e.claim === undefined ? 0 : e.claim;
  return [
    { do: 'count', ...when, group, claim, quantity: e.quantity, ...e.counted },
    ...shots.map(
      (shot): Step => ({
        do: 'shoot',
        ...when,
        group,
        shot,
        photo: e.pictures?.[shot] ?? pictureOf(articles[e.article].family, shot),
      }),
    ),
    {
      do: 'find',
      ...when,
      group,
      quantity: e.quantity,
      found: e.found,
      note: e.note,
      ...(e.measured ? { measured: e.measured } : {}),
    },
  ];
}

export function finished(day: number, note = '', by?: PersonKey): Step {
  return { do: 'finish', day, note, ...(by ? { by } : {}) };
}

export function approved(
  day: number,
  choices: NonNullable<Decide['choices']>,
  reason: string,
  more: Partial<Pick<Decide, 'answers' | 'by' | 'at'>> = {},
): Step {
  return { do: 'decide', day, decision: 'approve', choices, reason, ...more };
}

/** A return the client applied for, with what nearly all of them have in common. */
export function aReturn(
  story: Pick<Story, 'key' | 'client' | 'orders' | 'claims' | 'due' | 'application'> &
    Partial<Story>,
): Story {
  return { site: 'ewr', review: authorised, steps: [], ...story };
}

const electric: readonly PhotoFamily[] = ['drive', 'cabinet', 'sensor', 'cable'];

function pictureOf(family: PhotoFamily, shot: ShotType): PhotoName {
  switch (shot) {
    case 'label':
      return 'label';
    case 'wholeItem':
      return `${family}-whole`;
    case 'defectCloseUp':
      return `${family}-defect`;
    case 'serialPlate':
      return electric.includes(family) ? 'plate-electric' : 'plate-machine';
    case 'packaging':
    case 'door':
      return 'carton';
    default:
      return 'carton';
  }
}
