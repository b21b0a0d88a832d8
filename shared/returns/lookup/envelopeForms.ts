/** ISO/IEC 15434: `[)>`, a record separator, and envelopes of fields parted by group separators. */
const head = /^\s*(?:\][A-Za-z][0-9A-Za-z])?\[\)>\u001e/;

/** A label of several hundred characters beside the bars: FedEx's PDF417, UPS' MaxiCode, a supplier's. */
export function isEnvelope(text: string): boolean {
  return head.test(text);
}

/**
 * The shipment's own numbers in such a label, as they are printed: the one that carriers write
 * (format 01), a licence plate under its data identifier (06), an SSCC (05). `text` as it was scanned.
 */
export function envelopeForms(text: string): readonly string[] {
  if (!isEnvelope(text)) return [];
  const envelopes = text.replace(head, '').split('\u001e');
  return envelopes.flatMap((envelope) => {
    const [format, ...fields] = envelope.replaceAll('\u0004', '').split('\u001d');
    if (format === '01') return carrierNumbers(fields);
    if (format === '05') return fields.flatMap((field) => /^00\d{18}$/.exec(field)?.[0] ?? []);
    if (format === '06')
      return fields.flatMap((field) => /^[1-9]?J(.{6,})$/.exec(field)?.[1] ?? []);
    return [];
  });
}

/** Postcode, country, class, number, carrier, shipper: the order all carriers keep. */
function carrierNumbers(fields: readonly string[]): readonly string[] {
  const [, , , number = '', carrier = '', shipper = ''] = fields.map((field) => field.trim());
  if (number === '') return [];
  // UPS leaves the shipper's number out of the tracking number, which is printed with it.
  const ups = /^1Z([0-9A-Z]{8})$/.exec(number)?.[1];
  if (carrier === 'UPSN' && ups !== undefined && /^[0-9A-Z]{6}$/.test(shipper))
    return [`1Z${shipper}${ups}`];
  // FedEx Express adds the number of its form.
  const express = carrier.startsWith('FDE') ? /^(\d{12})\d{4}$/.exec(number)?.[1] : undefined;
  return express === undefined ? [number] : [express, number];
}
