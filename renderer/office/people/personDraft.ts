import { Role } from '../../../shared/facts/codes.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import type { Trouble } from '../asking/ask.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';

export type PersonDraft = {
  readonly name: string;
  readonly badge: string;
  readonly roles: readonly Role[];
  readonly siteIds: readonly string[];
  readonly reason: string;
};
export type PersonProblems = Partial<Record<keyof PersonDraft, string>>;

export const roles = Role.options;

export function draftOf(person: Person | null, siteIds: readonly string[]): PersonDraft {
  const { name = '', badge = '', roles: has = [] } = person ?? {};
  return { name, badge, roles: has, siteIds: person?.siteIds ?? siteIds, reason: '' };
}

export function problemsIn(
  { t }: Pick<OfficeWording, 't'>,
  draft: PersonDraft,
  isReasonNeeded: boolean,
): PersonProblems {
  return {
    ...(draft.name.trim() === '' && { name: t('form.needed') }),
    ...(!/^[A-Z0-9]{4,16}$/.test(draft.badge) && { badge: t('people.badge.help') }),
    ...(draft.roles.length === 0 && { roles: t('form.needed') }),
    ...(draft.siteIds.length === 0 && { siteIds: t('form.needed') }),
    ...(isReasonNeeded && draft.reason.trim() === '' && { reason: t('form.needed') }),
  };
}

/** What central refuses, at the field it is about; null: at none. */
export function problemFrom(
  { t }: Pick<OfficeWording, 't'>,
  trouble: Trouble,
): PersonProblems | null {
  if (trouble.kind !== 'refused') return null;
  if (trouble.field === 'badge') return { badge: t('people.badge.taken') };
  if (trouble.field === 'name') return { name: t('form.otherForm') };
  return trouble.field === 'siteIds' ? { siteIds: t('refused.notHereYet') } : null;
}
