/** Newark, arrived and waiting: the clock runs. Late ones, blind ones, today's. */

import { aReturn, cameIn } from './phrases.ts';
import type { Story } from './story.ts';

export const dockStories: readonly Story[] = [
  aReturn({
    key: 'forgotten-in-bay-9',
    client: 'northfield',
    orders: [
      {
        received: 6,
        carrier: 'meridian',
        lines: [
          ['safetyRelay', 30],
          ['m12Cable', 50],
        ],
      },
    ],
    claims: [{ line: 1, reason: 'poorWorkmanship', quantity: 20, wanted: 'refund' }],
    due: -2,
    application: {
      day: -5,
      says: 'Knurled nuts of twenty cables turn without gripping.',
      photos: [['cable-site', 'Nut']],
    },
    steps: [cameIn({ at: '10:10', note: 'Put away in bay 9.' })],
  }),
  aReturn({
    key: 'due-today-untouched',
    client: 'harlan',
    orders: [{ received: 5, carrier: 'transmark', lines: [['checkValve', 60]] }],
    claims: [{ reason: 'defective', quantity: 14, wanted: 'refund' }],
    due: 0,
    application: {
      day: -4,
      says: 'Disc sticks open in fourteen of sixty valves.',
      photos: [['valve-site', 'Disc stuck']],
    },
    freight: 2100,
    steps: [cameIn()],
  }),
  aReturn({
    key: 'due-tomorrow-untouched',
    client: 'delmarva',
    orders: [{ received: 9, carrier: 'meridian', lines: [['bearing32210', 120]] }],
    claims: [{ reason: 'packagingDefective', quantity: 30, wanted: 'refund' }],
    due: 1,
    application: {
      day: -6,
      says: 'VCI bags open, thirty bearings with first rust.',
      photos: [
        ['bearing-site', 'Rust on the cage'],
        ['carton-site', 'Open bags'],
      ],
    },
    steps: [cameIn({ packages: 2 })],
  }),
  aReturn({
    key: 'two-cartons-one-pallet',
    client: 'greatLakes',
    orders: [
      {
        received: 12,
        carrier: 'meridian',
        lines: [
          ['bearing6308', 400],
          ['bearing22216', 24],
        ],
      },
      { received: 8, carrier: 'meridian', lines: [['grease', 90]] },
    ],
    claims: [
      { reason: 'surplus', quantity: 100, wanted: 'refund' },
      { order: 1, reason: 'clientOrderingError', quantity: 36, wanted: 'refund' },
    ],
    due: 4,
    application: {
      day: -8,
      says: 'Stock clearance as agreed with Ms Stein: 100 bearings and two pails not needed any more.',
      photos: [['pallet-site', 'Pallet ready for pick-up']],
    },
    steps: [
      cameIn({ packages: 1, dock: 'D4', seal: { number: 'MF-771502', intact: true } }),
      { do: 'unpack', day: 0, plate: 'QS-LP-26-004101' },
      { do: 'unpack', day: 0, plate: 'QS-LP-26-004102', within: 'QS-LP-26-004101' },
      { do: 'unpack', day: 0, plate: 'QS-LP-26-004103', within: 'QS-LP-26-004101' },
    ],
  }),
  aReturn({
    key: 'second-half-to-come',
    client: 'pacificCrest',
    orders: [{ received: 7, carrier: 'transmark', lines: [['pt100', 80]] }],
    claims: [{ reason: 'wrongQuantity', quantity: 40, wanted: 'refund' }],
    due: 5,
    application: {
      day: -5,
      says: 'Double delivery, 80 instead of 40. Coming back in two cartons.',
      photos: [['sensor-site', 'Two cartons']],
    },
    steps: [cameIn({ note: 'Carton 1 of 2.' }), cameIn({ day: 1, note: 'Carton 2 of 2.' })],
  }),
  aReturn({
    key: 'arrived-before-the-review',
    client: 'harlan',
    orders: [{ received: 5, carrier: 'meridian', lines: [['gearPump', 4]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: 6,
    review: null,
    application: {
      day: -1,
      says: 'Shaft seal leaks. Sent today with our regular truck, hope that is fine.',
      photos: [['pump-site', 'Shaft seal']],
    },
    steps: [
      cameIn({ blind: true, note: 'No RMA on the carton.' }),
      {
        do: 'link',
        day: 0,
        reason: 'Delivery note inside names Harlan and the serial of this application.',
      },
    ],
  }),
  aReturn({
    key: 'wet-carton-this-week',
    client: 'caribe',
    orders: [
      {
        received: 6,
        carrier: 'halvorsen',
        lines: [
          ['checkValve', 48],
          ['ballValve', 6],
        ],
      },
    ],
    claims: [{ line: 1, reason: 'transportDamage', quantity: 6, wanted: 'refund' }],
    due: 6,
    objectedAfter: 1,
    application: {
      day: -5,
      says: 'Sea water in the container, valves with rust film.',
      photos: [
        ['carton-site', 'Wet cartons'],
        ['valve-site', 'Rust film'],
      ],
    },
    steps: [
      cameIn({
        condition: 'wet',
        photos: [
          ['packaging', 'carton-wet'],
          ['label', 'label-smeared'],
        ],
      }),
    ],
  }),
  // Nobody announced these two. The first has a case by now, the second is a mystery still.
  {
    key: 'blind-with-a-case',
    site: 'ewr',
    client: 'brackley',
    orders: [
      {
        received: 12,
        carrier: 'halvorsen',
        lines: [
          ['gearHousing', 6],
          ['coupling', 6],
        ],
      },
    ],
    claims: [],
    due: 3,
    application: null,
    review: null,
    steps: [
      cameIn({
        blind: true,
        note: 'Sender on the label: Brackley MC. No papers.',
        photos: [
          ['label', 'label-smeared'],
          ['packaging', 'carton'],
        ],
      }),
      { do: 'open', day: 0, note: 'Housing with a Brackley drawing number, no RMA found.' },
      { do: 'link', day: 0, reason: 'Case opened for it.' },
    ],
  },
  {
    key: 'blind-and-unknown',
    site: 'ewr',
    client: null,
    orders: [],
    claims: [],
    due: 5,
    application: null,
    review: null,
    steps: [
      cameIn({
        blind: true,
        condition: 'opened',
        note: 'Retaped carton, no sender, six M12 cables and a note "as discussed".',
        photos: [
          ['packaging', 'carton-dented'],
          ['label', 'label-smeared'],
        ],
      }),
    ],
  },
];
