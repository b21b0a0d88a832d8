import type { Role } from '../../../shared/facts/codes.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { PersonId } from '../../../shared/ids.ts';
import { type SiteKey, sites } from './sites.ts';

/** In the demo, and only there, the sign-in screen shows every badge with its PIN. */
export type DemoPerson = { readonly person: Person; readonly pin: string };

export const demoPeople = {
  vega: demoPerson('vega', 'Marisol Vega', 'NQ4107', '482915', 'ewr', ['dock']),
  okafor: demoPerson('okafor', 'Dwayne Okafor', 'NQ4132', '730264', 'ewr', ['dock', 'inspector']),
  raman: demoPerson('raman', 'Priya Raman', 'NQ4118', '519378', 'ewr', ['inspector']),
  zielinski: demoPerson('zielinski', 'Tomasz Zielinski', 'NQ4125', '264803', 'ewr', ['inspector']),
  brandt: demoPerson('brandt', 'Helen Brandt', 'NQ4101', '907142', 'ewr', ['supervisor']),
  ferreira: demoPerson('ferreira', 'Luis Ferreira', 'NQ4103', '351687', 'ewr', [
    'supervisor',
    'inspector',
  ]),
  reid: demoPerson('reid', 'Callum Reid', 'NQ5204', '618430', 'flx', ['dock']),
  brennan: demoPerson('brennan', 'Aoife Brennan', 'NQ5211', '845029', 'flx', ['inspector']),
  whitlock: demoPerson('whitlock', 'Graham Whitlock', 'NQ5201', '172956', 'flx', ['supervisor']),
  chen: demoPerson('chen', '陈伟', 'NQ6305', '396718', 'sha', ['dock', 'inspector']),
  liu: demoPerson('liu', '刘敏', 'NQ6312', '704581', 'sha', ['inspector']),
  zhou: demoPerson('zhou', '周建华', 'NQ6301', '283649', 'sha', ['supervisor']),
} as const satisfies Record<string, DemoPerson>;

export type PersonKey = keyof typeof demoPeople;

/** Who does what at a site when a story names nobody. */
export const crew: Readonly<
  Record<SiteKey, { readonly dock: PersonKey; readonly bench: PersonKey; readonly desk: PersonKey }>
> = {
  ewr: { dock: 'vega', bench: 'raman', desk: 'brandt' },
  flx: { dock: 'reid', bench: 'brennan', desk: 'whitlock' },
  sha: { dock: 'chen', bench: 'liu', desk: 'zhou' },
};

/** Somebody of the demo, under an id made of the key. */
export function demoPerson(
  key: string,
  name: string,
  badge: string,
  pin: string,
  site: SiteKey,
  roles: readonly Role[],
): DemoPerson {
  return {
    person: {
      id: PersonId.parse(`person-${key}`),
      name,
      badge,
      roles: [...roles],
      siteIds: [sites[site].id],
      active: true,
    },
    pin,
  };
}
