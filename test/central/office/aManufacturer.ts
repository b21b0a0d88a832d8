/** A made-up German manufacturer as its own systems speak of it: nothing here is ours. */
export const source = 'erp';

export const site = {
  name: 'Werk Ulm',
  city: 'Ulm',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  docks: ['Tor 1'],
};

export const calendar = { site: 'Werk Ulm', country: 'DE', region: 'BW' };

export const client = {
  name: 'Brückner Anlagenbau GmbH',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  language: 'de',
  serviceManager: { name: 'Jana Voß', email: 'jana.voss@pumpenwerk.example' },
};

export const contract = {
  client: 'K 10/4711',
  effectiveFrom: '2025-01-01',
  returnPeriod: { days: 14, kind: 'workingDays', receiptDayCounts: false },
  objectionPeriod: { days: 7, kind: 'calendarDays', receiptDayCounts: false },
  refundMethod: 'bankTransfer',
  currency: 'EUR',
} as const;

export const article = { number: 'KP-40/160', name: 'Kreiselpumpe KP 40/160' };

export const orderLine = {
  client: 'K 10/4711',
  orderNumber: 'A-2026-118',
  lineNumber: 10,
  article: 'KP-40/160',
  orderedQuantity: 10_000,
  shippedQuantity: 10_000,
  currency: 'EUR',
  price: '0.1234',
  deliveredOn: '2026-11-02',
};

export const aReturnBody = {
  rma: 'R 2026/00042',
  site: 'Werk Ulm',
  client: 'K 10/4711',
  application: { receivedAt: '2026-11-10T09:00:00Z', description: 'Welle gebrochen' },
  review: { outcome: 'authorised', sentOn: '2026-11-11' },
  lines: [
    {
      orderLine: 'A-2026-118/10',
      reason: 'defective',
      requestedQuantity: 3333,
      approvedQuantity: 3333,
      wanted: 'refund',
    },
  ],
  trackingNumbers: ['00340434161094022115'],
};

/** Kind, id and body, in an order in which each finds what it names. */
export const everything: readonly (readonly [kind: string, id: string, body: object])[] = [
  ['sites', 'Werk Ulm', site],
  ['calendars', 'Werk Ulm', calendar],
  ['clients', 'K 10/4711', client],
  ['contracts', 'V-1', contract],
  ['articles', 'KP-40/160', article],
  ['order-lines', 'A-2026-118/10', orderLine],
  ['returns', 'R 2026/00042', aReturnBody],
];
