import type { Role } from './codes.ts';

type Declared = {
  /** Who may work there. */
  readonly roles: readonly Role[];
  /** After how many minutes without work a station there locks, where its site does not say. */
  readonly lockMinutes: number;
};

/**
 * Where people work, in the order the goods go: the one list from which lists of cases, routes, the
 * bar, keys and preferences take their names.
 */
const declared = {
  dock: { roles: ['dock', 'inspector'], lockMinutes: 2 },
  bench: { roles: ['inspector'], lockMinutes: 5 },
  desk: { roles: ['supervisor'], lockMinutes: 5 },
} as const satisfies Readonly<Record<string, Declared>>;

export type Workplace = keyof typeof declared;
export const workplaces: Readonly<Record<Workplace, Declared>> = declared;
export const workplaceNames = ['dock', 'bench', 'desk'] as const satisfies readonly Workplace[];

/** Where somebody with these roles may work. */
export function workplacesFor(roles: readonly Role[]): readonly Workplace[] {
  return workplaceNames.filter((name) => workplaces[name].roles.some((one) => roles.includes(one)));
}

/** Where they start: the furthest place their roles open. */
export function firstWorkplaceFor(roles: readonly Role[]): Workplace {
  return workplacesFor(roles).at(-1) ?? 'dock';
}
