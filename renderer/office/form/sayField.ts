import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { type OfficeWordingId, officeEnglish } from '../wording/officeCatalogues.ts';

/** What a field is called; where two kinds mean different things by one name, by the kind. */
export function sayField({ t }: Pick<OfficeWording, 't'>, kind: OfficeKind, name: string): string {
  const own = `field.${kind}.${name}`;
  const any = `field.${name}`;
  const clause = `clause.${name}`;
  if (isOfficeId(own)) return t(own);
  if (isWordingId(clause)) return `${name} · ${t(clause)}`;
  return isOfficeId(any) ? t(any) : name;
}

/** What helps to fill it in; null: its name says it. */
export function sayFieldHelp({ t }: Pick<OfficeWording, 't'>, name: string): string | null {
  const id = `field.${name}.help`;
  return isOfficeId(id) ? t(id) : null;
}

const familiesOf: Readonly<Record<string, readonly string[]>> = {
  reason: ['claim'],
  severity: ['severity'],
  shots: ['shot'],
  refundMethod: ['method'],
  wanted: ['resolution'],
  roles: ['role'],
  of: ['defect', 'indicator', 'claim', 'disposition'],
};

export function sayChoice({ t }: Pick<OfficeWording, 't'>, name: string, option: string): string {
  const shared = (familiesOf[name] ?? []).map((family) => `${family}.${option}`).find(isWordingId);
  if (shared !== undefined) return t(shared);
  const own = `choice.${option}`;
  return isOfficeId(own) ? t(own) : option;
}

export function sayKind({ t }: Pick<OfficeWording, 't'>, kind: OfficeKind): string {
  return t(`kind.${kind}`);
}

export function isOfficeId(found: string): found is OfficeWordingId {
  return Object.hasOwn(officeEnglish, found);
}
