/**
 * A return as somebody would tell it: who bought what, what they say is wrong with it, and what the
 * warehouse did so far. Days are working days of the site (`demoDays.ts`), so a story stays true
 * whenever the demo is started; `tellStory` makes documents and facts of it.
 */
import type {
  Cause,
  ClaimReason,
  DefectCode,
  Disposition,
  MisuseIndicator,
  ResolutionKind,
  Severity,
  ShotType,
} from '../../../shared/facts/codes.ts';
import type { ArticleKey } from '../company/articles.ts';
import type { ClientKey } from '../company/clients.ts';
import type { PersonKey } from '../company/demoPeople.ts';
import type { PhotoName } from '../company/photoList.ts';
import type { SiteKey } from '../company/sites.ts';

export type Story = {
  readonly key: string;
  readonly site: SiteKey;
  /** null: nobody knows yet whose goods these are. */
  readonly client: ClientKey | null;
  readonly orders: readonly StoryOrder[];
  readonly claims: readonly Claim[];
  /** Due on this day; the goods therefore arrived seven working days before. null: not arrived. */
  readonly due: number | null;
  /** null: no application was made (goods came unannounced, or only a telephone call so far). */
  readonly application: StoryApplication | null;
  /** null: not reviewed yet. */
  readonly review: { readonly outcome: ReviewOutcome; readonly after: number } | null;
  /** Day the goods are expected, for what has not arrived; else they came when expected. */
  readonly expected?: number;
  /** Working days after receipt on which the client objected to the carrier's damage. */
  readonly objectedAfter?: number;
  readonly freight?: number;
  readonly cancelled?: string;
  /** Comes on one pallet, under one SSCC, with the other stories that name it. */
  readonly pallet?: string;
  readonly steps: readonly Step[];
};

type ReviewOutcome = 'authorised' | 'partlyAuthorised' | 'denied' | 'moreInformation';

export type StoryOrder = {
  /** Working days between the client's receipt and the application; null when not known. */
  readonly received: number | null;
  readonly carrier: CarrierKey;
  readonly lines: readonly StoryLine[];
};

export type StoryLine = readonly [
  article: ArticleKey,
  shipped: number,
  more?: { readonly ordered?: number },
];

type Claim = {
  readonly order?: number;
  readonly line?: number;
  readonly reason: ClaimReason;
  readonly quantity: number;
  readonly approved?: number;
  readonly wanted: ResolutionKind | null;
};

type StoryApplication = {
  /** Day relative to the arrival, or to today where nothing has arrived. */
  readonly day: number;
  readonly says: string;
  readonly photos: readonly (readonly [PhotoName, caption: string])[];
  readonly report?: string;
};

export const carriers = {
  meridian: { name: 'Meridian Freight', selectedBy: 'us' },
  transmark: { name: 'Transmark Parcel', selectedBy: 'us' },
  halvorsen: { name: 'Halvorsen Lines', selectedBy: 'us' },
  huadong: { name: '华东速运 (Huadong Express)', selectedBy: 'us' },
  clientOwn: { name: "BlueArc Haulage (client's account)", selectedBy: 'client' },
  unclear: { name: 'Pronto Cargo', selectedBy: 'unknown' },
} as const satisfies Record<string, { name: string; selectedBy: 'us' | 'client' | 'unknown' }>;
type CarrierKey = keyof typeof carriers;

type When = {
  /** Working days after the arrival; 0 is the day of arrival. */
  readonly day: number;
  readonly at?: string;
  readonly by?: PersonKey;
};

export type Found =
  | { readonly kind: 'noDefect' }
  | {
      readonly kind: 'defect';
      readonly code: DefectCode;
      readonly severity: Severity;
      readonly cause: Cause;
      readonly claimed: boolean;
      readonly indicators: readonly MisuseIndicator[];
    };

type StoryAnswer = {
  readonly group: string | null;
  readonly answer: string;
  readonly reason: string;
};

export type Step = When &
  (
    | {
        readonly do: 'arrive';
        readonly dock?: string;
        readonly condition?: 'good' | 'opened' | 'deformed' | 'wet' | 'leaking';
        readonly packages?: number;
        readonly seal?: { readonly number: string; readonly intact: boolean };
        /** Nobody knew then which case it was. */
        readonly blind?: true;
        readonly note?: string;
        readonly photos?: readonly (readonly [ShotType, PhotoName])[];
      }
    | { readonly do: 'open'; readonly note: string }
    | { readonly do: 'link'; readonly reason: string }
    | { readonly do: 'unpack'; readonly plate: string; readonly within?: string }
    | {
        readonly do: 'count';
        readonly group: string;
        readonly claim: number | null;
        readonly quantity: number;
        readonly article?: ArticleKey;
        /** Which of the line's serials lie here, where not the first ones. */
        readonly serialsFrom?: number;
        readonly identity?: 'mismatch_class' | 'mismatch_instance' | 'mismatch_quantity';
        readonly manual?: true;
      }
    | {
        readonly do: 'shoot';
        readonly group: string;
        readonly shot: ShotType;
        readonly photo: PhotoName;
      }
    | {
        readonly do: 'find';
        readonly group: string;
        readonly quantity: number;
        readonly found: Found;
        readonly measured?: readonly (readonly [what: string, value: number, unit: string])[];
        readonly note: string;
      }
    | {
        readonly do: 'finish';
        readonly inspection?: 'first' | 'reInspection' | 'dispute';
        readonly note?: string;
      }
    | {
        readonly do: 'decide';
        readonly decision: 'approve' | 'decline' | 'sendBack' | 'override';
        readonly choices?: Readonly<
          Record<string, readonly [ResolutionKind, Disposition, override?: number]>
        >;
        readonly answers?: Readonly<Record<string, StoryAnswer>>;
        readonly reason: string;
      }
    | {
        readonly do: 'hold';
        readonly reason: 'hazard' | 'awaitingClient' | 'awaitingCarrier' | 'other';
        readonly pausesClock: boolean;
        readonly note: string;
      }
    | { readonly do: 'release'; readonly note: string }
    | { readonly do: 'correct'; readonly group: string; readonly reason: string }
  );

export function defect(
  code: DefectCode,
  severity: Severity,
  cause: Cause,
  indicators: readonly MisuseIndicator[] = [],
): Found {
  return { kind: 'defect', code, severity, cause, claimed: true, indicators };
}

/** Damage the client never complained of. */
export function beyondTheClaim(code: DefectCode, severity: Severity, cause: Cause): Found {
  return { kind: 'defect', code, severity, cause, claimed: false, indicators: [] };
}

export const noDefect: Found = { kind: 'noDefect' };
