const [groupEnd, recordEnd, messageEnd] = ['\u001d', '\u001e', '\u0004'];
const head = `[)>${recordEnd}`;

/**
 * A label of several hundred characters beside the bars (ISO/IEC 15434): FedEx's PDF417, UPS'
 * MaxiCode, a supplier's.
 */
export function isEnvelope(text: string): boolean {
  return withoutSymbology(text).startsWith(head);
}

/**
 * The shipment's own numbers in such a label, as they are printed: the one that carriers write
 * (format 01), an SSCC (05), a licence plate under its data identifier (06). `text` as it was scanned.
 */
export function envelopeForms(text: string): readonly string[] {
  if (!isEnvelope(text)) return [];
  const envelopes = withoutSymbology(text).slice(head.length).split(recordEnd);
  return envelopes.flatMap((envelope) => {
    const [format, ...fields] = envelope.replaceAll(messageEnd, '').split(groupEnd);
    if (format === '01') return carrierNumbers(fields);
    if (format === '05') return fields.flatMap((field) => /^00\d{18}$/.exec(field)?.[0] ?? []);
    if (format === '06')
      return fields.flatMap((field) => /^[1-9]?J(.{6,})$/.exec(field)?.[1] ?? []);
    return [];
  });
}

function withoutSymbology(text: string): string {
  return text.trimStart().replace(/^\][A-Za-z][0-9A-Za-z]/, '');
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
