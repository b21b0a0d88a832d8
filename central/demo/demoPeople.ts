import { PersonId } from '../../shared/ids.ts';
import type { Role } from '../../shared/returns/codes.ts';
import type { Person } from '../../shared/returns/documents.ts';
import { type SiteKey, sites } from './sites.ts';

/** In the demo, and only there, the sign-in screen shows every badge with its PIN. */
export type DemoPerson = { readonly person: Person; readonly pin: string };

const roster = [
  ['vega', 'Marisol Vega', 'NQ4107', '482915', 'ewr', ['dock']],
  ['okafor', 'Dwayne Okafor', 'NQ4132', '730264', 'ewr', ['dock', 'inspector']],
  ['raman', 'Priya Raman', 'NQ4118', '519378', 'ewr', ['inspector']],
  ['zielinski', 'Tomasz Zielinski', 'NQ4125', '264803', 'ewr', ['inspector']],
  ['brandt', 'Helen Brandt', 'NQ4101', '907142', 'ewr', ['supervisor']],
  ['ferreira', 'Luis Ferreira', 'NQ4103', '351687', 'ewr', ['supervisor', 'inspector']],
  ['reid', 'Callum Reid', 'NQ5204', '618430', 'flx', ['dock']],
  ['brennan', 'Aoife Brennan', 'NQ5211', '845029', 'flx', ['inspector']],
  ['whitlock', 'Graham Whitlock', 'NQ5201', '172956', 'flx', ['supervisor']],
  ['chen', '陈伟', 'NQ6305', '396718', 'sha', ['dock', 'inspector']],
  ['liu', '刘敏', 'NQ6312', '704581', 'sha', ['inspector']],
  ['zhou', '周建华', 'NQ6301', '283649', 'sha', ['supervisor']],
] as const satisfies readonly (readonly [
  string,
  string,
  string,
  string,
  SiteKey,
  readonly Role[],
])[];

export type PersonKey = (typeof roster)[number][0];

export const demoPeople: Readonly<Record<PersonKey, DemoPerson>> = byKey(
  roster.map(([key, name, badge, pin, site, roles]) => [
    key,
    {
      person: {
        id: PersonId.parse(`person-${key}`),
        name,
        badge,
        roles: [...roles],
        siteIds: [sites[site].id],
        active: true,
      },
      pin,
    },
  ]),
);

/** Who does what at a site when a story names nobody. */
export const crew: Readonly<
  Record<SiteKey, { readonly dock: PersonKey; readonly bench: PersonKey; readonly desk: PersonKey }>
> = {
  ewr: { dock: 'vega', bench: 'raman', desk: 'brandt' },
  flx: { dock: 'reid', bench: 'brennan', desk: 'whitlock' },
  sha: { dock: 'chen', bench: 'liu', desk: 'zhou' },
};

function byKey<K extends string, V>(entries: readonly (readonly [K, V])[]): Record<K, V> {
  return Object.fromEntries(entries) as Record<K, V>;
}
