import { australiaPostForms } from './australiaPost.ts';
import { longFormats } from './carrierFormats.ts';
import { dpdForms } from './dpd.ts';

/**
 * The numbers a carrier prints on, or a client writes down from, a label whose bars carry `text`
 * (in normal form), and `text` itself never: FedEx, USPS, DHL, DPD, Australia Post. Most texts have
 * none. A form is only something more to be looked up, so check digits do not matter here.
 */
export function carrierForms(text: string): readonly string[] {
  if (text.length < 11) return [];
  return [...longForms(text), ...dhlForms(text), ...dpdForms(text), ...australiaPostForms(text)];
}

function longForms(text: string): readonly string[] {
  if (!/^\d{14,40}$/.test(text)) return [];
  const shorter = [...endsOf(text), ...withoutPostcode(text), ...withoutLead(text)];
  return shorter.flatMap((form) => [form, ...longForms(form)]);
}

/** What the formats of FedEx and USPS call the number, where it is the end of the bars. */
function endsOf(text: string): readonly string[] {
  if (text.length < 20) return [];
  return longFormats.flatMap(({ pattern }) => {
    const { SerialNumber: serial, CheckDigit: check } = pattern.exec(text)?.groups ?? {};
    const printed = `${serial ?? ''}${check ?? ''}`;
    return printed.length > 10 && printed !== text && text.endsWith(printed) ? [printed] : [];
  });
}

/** FedEx's twelve digits stand in fourteen, USPS' older twenty behind their identifier 91. */
function withoutLead(text: string): readonly string[] {
  const rest = /^(?:00(\d{12})|91(\d{20}))$/.exec(text);
  return rest ? [rest[1] ?? rest[2] ?? ''] : [];
}

/** USPS: 420 and five or nine digits of ZIP code before the number proper. */
function withoutPostcode(text: string): readonly string[] {
  return [5, 9].flatMap((zip) => {
    const rest = text.slice(3 + zip);
    return text.startsWith('420') && /^9[1-5](\d{20}|\d{24})$/.test(rest) ? [rest] : [];
  });
}

/** The data identifier J (ANSI MH10.8.2) before a DHL licence plate is printed, or it is not. */
function dhlForms(text: string): readonly string[] {
  const plate = /^\(?[1-9]?J\)?([A-Z]{2,3}\d{9,})$/.exec(text)?.[1];
  return plate === undefined ? [] : [plate];
}
