import { getTracking } from 'ts-tracking-number';
import { accept, type Result, refuse } from '../../result.ts';
import { unmistakable } from './carrierFormats.ts';
import { normalForm } from './normalForm.ts';

export type CheckedCarrier = 'UPS' | 'S10';
export type CarrierRefusal = {
  readonly code: 'badCarrierCheck';
  readonly carrier: CheckedCarrier;
};

/**
 * Holds a number against the check digit of UPS (1Z…) or of the postal union's S10 (RB123456785GB).
 * Accepts null for anything that is neither: other carriers' numbers look like each other's and like
 * articles. Refuses `badCarrierCheck`.
 */
export function checkCarrierNumber(text: string): Result<CheckedCarrier | null, CarrierRefusal> {
  const number = normalForm(text);
  for (const [carrier, format] of [
    ['UPS', unmistakable.ups],
    ['S10', unmistakable.s10],
  ] as const) {
    if (!format?.pattern.test(number)) continue;
    return getTracking(number, [format.courier])
      ? accept(carrier)
      : refuse({ code: 'badCarrierCheck', carrier });
  }
  return accept(null);
}

/** Whether any carrier we know would call these digits its own, by their check digit. */
export function maybeCarrierNumber(text: string): boolean {
  return getTracking(normalForm(text)) !== undefined;
}
