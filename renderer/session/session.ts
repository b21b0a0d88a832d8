import { create } from 'zustand';
import type { Enrolment, SignedInPerson } from '../../shared/desktop/desktopApi.ts';
import type { Workplace } from '../../shared/facts/workplaces.ts';

/** What dies with the window: who, where, which mode. What must last is in Dexie. */
export type Session = {
  readonly person: SignedInPerson | null;
  readonly enrolment: Enrolment | null;
  readonly mode: Workplace;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language: 'en' | 'de' | 'es' | 'zh';
  readonly sound: { readonly on: boolean; readonly volume: number };
  /** CSS pixels in one real millimetre; null until somebody held a bank card to the screen. */
  readonly pixelsPerMillimetre: number | null;
  /** A parcel lies open at the dock: gloved hands may be busy with it for a while. */
  readonly isParcelOpen: boolean;
  /** Where this station stands, as its people chose; empty: at no dock; null: not said. */
  readonly dock: string | null;
  /** The camera chosen for this station; null: whichever there is. */
  readonly camera: { readonly id: string; readonly name: string } | null;
  /** How each supervisor likes the desk's queue filtered here, by person. */
  readonly deskViews: Readonly<Record<string, readonly DeskView[]>>;
  /** Bytes left on a disk that has no more room for anything to be recorded; null: there is room. */
  readonly diskFullAt: number | null;
};

/**
 * How a station is drawn: for where somebody works, and while nobody does for where it stands, whoever
 * was here before. One that has not said where stands at a dock: hands in gloves need the most room.
 */
export function placeDrawnFor({
  person,
  mode,
  dock,
}: Pick<Session, 'person' | 'mode' | 'dock'>): Workplace {
  if (person) return mode;
  return dock === '' ? 'bench' : 'dock';
}
/** A filter of the queue under a name. */
export type DeskView = { readonly name: string; readonly filter: Readonly<Record<string, string>> };

/** What a person chooses for this station; `app` keeps it in the database. */
export type Preferred = Pick<
  Session,
  'theme' | 'language' | 'sound' | 'pixelsPerMillimetre' | 'dock' | 'camera' | 'deskViews'
>;

export const useSession = create<Session>(() => ({
  person: null,
  enrolment: null,
  mode: 'dock',
  theme: 'light',
  language: 'en',
  sound: { on: true, volume: 0.7 },
  pixelsPerMillimetre: null,
  isParcelOpen: false,
  dock: null,
  camera: null,
  deskViews: {},
  diskFullAt: null,
}));

/** Someone is at the station now, or (null) nobody is. */
export function signIn(person: SignedInPerson | null): void {
  useSession.setState({ person });
}

export function enrolAs(enrolment: Enrolment | null): void {
  useSession.setState({ enrolment });
}

export function diskFullAt(freeBytes: number | null): void {
  useSession.setState({ diskFullAt: freeBytes });
}

export function parcelOpen(isParcelOpen: boolean): void {
  useSession.setState({ isParcelOpen });
}

export function workAt(mode: Workplace): void {
  useSession.setState({ mode });
}

export function prefer(choice: Partial<Preferred>): void {
  useSession.setState(choice);
}
