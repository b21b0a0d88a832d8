/** Whose hands are on the forty: nobody who works at the driven station, whose keys stay as they are. */
import {
  type DemoPerson,
  demoPerson,
  type PersonKey,
} from '../../../central/demo/company/demoPeople.ts';
import type { Role } from '../../../shared/facts/codes.ts';

export const newPeople = {
  haddad: person('haddad', 'Noor Haddad', 'NQ4161', '615203', ['dock', 'inspector']),
  lindqvist: person('lindqvist', 'Jonas Lindqvist', 'NQ4162', '470918', ['inspector']),
  osei: person('osei', 'Abena Osei', 'NQ4163', '829146', ['inspector']),
  /** A supervisor who inspects as well. */
  marchetti: person('marchetti', 'Ines Marchetti', 'NQ4164', '538271', ['supervisor', 'inspector']),
} as const;

/** At another station, from the moment the office needs them. */
export const elsewhere = person('lund', 'Karin Lund', 'NQ4165', '906413', ['supervisor']);

/** Who stands in for whom of the demo's people, as whom the stories are told. */
export const standIns: Partial<Record<PersonKey, keyof typeof newPeople>> = {
  okafor: 'haddad',
  zielinski: 'lindqvist',
  raman: 'osei',
  ferreira: 'marchetti',
};

function person(
  key: string,
  name: string,
  badge: string,
  pin: string,
  roles: readonly Role[],
): DemoPerson {
  return demoPerson(key, name, badge, pin, 'ewr', roles);
}
