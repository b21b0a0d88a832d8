import type { z } from 'zod';
import { foldedText, foldedWords } from '../../../shared/facts/foldedText.ts';
import type { adminPeopleApi } from '../../../shared/sync/adminPeopleApi.ts';
import type { SiteToChoose } from '../../../shared/sync/adminStationsApi.ts';

type Everybody = z.output<typeof adminPeopleApi.everybody.response>;
export type PersonRow = Everybody['people'][number];
export type SiteRow = z.output<typeof SiteToChoose>;

export const shownStates = ['here', 'notJoined', 'locked', 'left', 'all'] as const;
export type Shown = (typeof shownStates)[number];
export type PersonState = 'left' | 'locked' | 'notJoined' | 'joined';

export function stateOf({ person, joinedAt, lockedAt }: PersonRow): PersonState {
  if (!person.active) return 'left';
  if (lockedAt.length > 0) return 'locked';
  return joinedAt.length === 0 ? 'notJoined' : 'joined';
}

export function isShown(
  row: PersonRow,
  by: { readonly shown: Shown; readonly siteId: string; readonly typed: string },
): boolean {
  const { name, badge, siteIds } = row.person;
  const state = stateOf(row);
  const isOfState =
    by.shown === 'all' || (by.shown === 'here' ? state !== 'left' : state === by.shown);
  const isOfSite = by.siteId === 'all' || siteIds.some((id) => id === by.siteId);
  const text = foldedText(`${name} ${badge}`);
  return isOfState && isOfSite && foldedWords(by.typed).every((word) => text.includes(word));
}
