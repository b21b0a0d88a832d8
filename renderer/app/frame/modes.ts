import type { SignedInPerson } from '../../../shared/desktop/desktopApi.ts';

export type Mode = 'dock' | 'bench' | 'desk';

const modesOf = {
  dock: ['dock'],
  inspector: ['bench', 'dock'],
  supervisor: ['desk'],
} as const satisfies Record<SignedInPerson['roles'][number], readonly Mode[]>;
const order = ['dock', 'bench', 'desk'] as const;

/** Where a person may work, in the order of the goods. */
export function modesFor(person: Pick<SignedInPerson, 'roles'>): readonly Mode[] {
  const allowed: readonly Mode[] = person.roles.flatMap((role) => modesOf[role]);
  return order.filter((mode) => allowed.includes(mode));
}

/** Where a person starts: the furthest place their roles open. */
export function firstModeFor(person: Pick<SignedInPerson, 'roles'>): Mode {
  if (person.roles.includes('supervisor')) return 'desk';
  return person.roles.includes('inspector') ? 'bench' : 'dock';
}
