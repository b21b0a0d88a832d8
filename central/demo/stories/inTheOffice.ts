/** Newark, before anything travels: asked for by telephone, applied, asked back, denied, cancelled. */

import { aReturn } from './phrases.ts';
import type { Story } from './story.ts';

export const officeStories: readonly Story[] = [
  aReturn({
    key: 'only-a-call',
    client: 'greatLakes',
    orders: [
      {
        received: 3,
        carrier: 'meridian',
        lines: [
          ['flange', 120],
          ['butterfly', 30],
        ],
      },
    ],
    claims: [{ reason: 'wrongGoods', quantity: 30, wanted: 'exchange' }],
    due: null,
    review: null,
    application: null,
  }),
  aReturn({
    key: 'review-due-today',
    client: 'pacificCrest',
    orders: [
      {
        received: 5,
        carrier: 'transmark',
        lines: [
          ['inductive', 300],
          ['m12Cable', 300],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 40, wanted: 'refund' }],
    due: null,
    review: null,
    application: {
      day: -3,
      says: 'LEDs of forty sensors stay dark although the output switches.',
      photos: [['sensor-site', 'Sensor with target']],
    },
  }),
  aReturn({
    key: 'came-in-yesterday',
    client: 'harlan',
    orders: [
      {
        received: 10,
        carrier: 'meridian',
        lines: [
          ['pump50', 1],
          ['pumpCasing', 1],
        ],
      },
    ],
    claims: [{ reason: 'notAsDescribed', quantity: 1, wanted: 'exchange' }],
    due: null,
    review: null,
    application: {
      day: -1,
      says: 'Impeller trimmed to 190 mm, order says 200 mm. Duty point not reached.',
      photos: [['pump-site', 'Impeller']],
      report: 'Pump curve measured on site',
    },
  }),
  aReturn({
    key: 'photos-please',
    client: 'caribe',
    orders: [{ received: 8, carrier: 'halvorsen', lines: [['bearing6308', 150]] }],
    claims: [{ reason: 'defective', quantity: 20, wanted: 'refund' }],
    due: null,
    review: { outcome: 'moreInformation', after: 2 },
    application: { day: -4, says: 'Veinte rodamientos ruidosos.', photos: [] },
  }),
  aReturn({
    key: 'denied-late-change-of-mind',
    client: 'northfield',
    orders: [
      {
        received: 33,
        carrier: 'transmark',
        lines: [
          ['pt100', 25],
          ['controlCable', 250],
        ],
      },
    ],
    claims: [{ reason: 'clientOrderingError', quantity: 25, wanted: 'refund' }],
    due: null,
    review: { outcome: 'denied', after: 2 },
    application: {
      day: -6,
      says: 'Project cancelled, we would like to return the probes.',
      photos: [['sensor-site', 'Unopened']],
    },
  }),
  aReturn({
    key: 'cancelled-found-the-fault',
    client: 'delmarva',
    orders: [{ received: 6, carrier: 'meridian', lines: [['flowMeter', 1]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'exchange' }],
    due: null,
    application: {
      day: -7,
      says: 'Meter shows nothing.',
      photos: [['sensor-site', 'Dark display']],
    },
    cancelled: 'Client found a blown fuse in their own panel and withdrew.',
  }),
];
