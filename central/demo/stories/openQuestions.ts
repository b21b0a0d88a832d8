/** Newark, the supervisor's desk: where the policy is silent or at odds with itself, a person answers. */

import { aReturn, cameIn, examined, finished } from './phrases.ts';
import { beyondTheClaim, defect, type Story } from './story.ts';

export const questionStories: readonly Story[] = [
  aReturn({
    key: 'no-stated-period',
    client: 'caribe',
    orders: [
      {
        received: 9,
        carrier: 'halvorsen',
        lines: [
          ['solenoid', 60],
          ['checkValve', 20],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 12, wanted: 'refund' }],
    due: 1,
    application: {
      day: -6,
      says: 'Doce electroválvulas no cierran del todo. Gotean aun sin presión de retorno.',
      photos: [['valve-site', 'Goteo en la salida']],
    },
    freight: 5200,
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'solenoid',
        quantity: 12,
        found: defect('function.leak', 'major', 'manufacturing'),
        note: 'Seat burr on all twelve, 0.1 mm. NBR disc marked.',
        by: 'zielinski',
      }),
      finished(2, 'The contract states no return period.', 'zielinski'),
    ],
  }),
  aReturn({
    key: 'late-flow-meter',
    client: 'northfield',
    orders: [{ received: 27, carrier: 'meridian', lines: [['flowMeter', 2]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: 2,
    application: {
      day: -5,
      says: 'Meter reads 12 % high against the weighbridge since installation. We only compared last week.',
      photos: [
        ['sensor-site', 'Installed meter'],
        ['plate-electric', 'Type plate'],
      ],
      report: 'Weighbridge comparison, 3 batches',
    },
    freight: 8800,
    steps: [
      cameIn({ at: '13:20' }),
      ...examined(2, {
        article: 'flowMeter',
        quantity: 1,
        found: defect('function.intermittent', 'major', 'manufacturing'),
        note: 'Flow rig: +11.6 % at 40 m³/h. Calibration factor of another size stored.',
        measured: [['error at 40 m³/h', 11.6, '%']],
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2),
    ],
  }),
  aReturn({
    key: 'customised-harness-swapped',
    client: 'pacificCrest',
    orders: [{ received: 4, carrier: 'transmark', lines: [['harness', 250]] }],
    claims: [{ reason: 'wrongGoods', quantity: 250, wanted: 'exchange' }],
    due: 2,
    application: {
      day: -4,
      says: 'We received harnesses of another drawing, 10-way instead of 12-way. Ours is PCP-2207-12 rev. 4.',
      photos: [['cable-site', 'Connector with ten positions']],
    },
    freight: 4100,
    steps: [
      cameIn({ packages: 5 }),
      ...examined(2, {
        article: 'harness',
        quantity: 250,
        found: defect('specification.wrongVariant', 'major', 'orderError'),
        note: 'Bags carry the label of the 12-way, connectors are 10-way: two customers’ orders swapped at packing.',
        counted: { identity: 'mismatch_class' },
      }),
      finished(2),
    ],
  }),
  aReturn({
    key: 'promptly-says-nothing',
    client: 'delmarva',
    orders: [
      {
        received: 5,
        carrier: 'meridian',
        lines: [
          ['butterfly', 18],
          ['flange', 36],
        ],
      },
    ],
    claims: [{ reason: 'transportDamage', quantity: 4, wanted: 'refund' }],
    due: 3,
    objectedAfter: 4,
    application: {
      day: -5,
      says: 'Four valves with bent levers and chipped coating, crate was on its side.',
      photos: [
        ['pallet-site', 'Crate as we found it'],
        ['valve-site', 'Bent lever'],
      ],
    },
    freight: 9900,
    steps: [
      cameIn({ condition: 'deformed', photos: [['packaging', 'carton-dented']] }),
      ...examined(2, {
        article: 'butterfly',
        quantity: 4,
        found: defect('transport.deformed', 'major', 'outboundTransport'),
        note: 'Levers bent, coating chipped on the same side. Crate tip indicator red.',
        shots: ['packaging', 'wholeItem', 'defectCloseUp'],
        pictures: { packaging: 'carton-dented' },
      }),
      finished(2, 'The contract does not say how soon is promptly.'),
    ],
  }),
  aReturn({
    key: 'their-own-haulier',
    client: 'northfield',
    orders: [{ received: 4, carrier: 'clientOwn', lines: [['cabinetDuplex', 1]] }],
    claims: [{ reason: 'transportDamage', quantity: 1, wanted: 'compensation' }],
    due: 3,
    objectedAfter: 1,
    application: {
      day: -4,
      says: 'Cabinet door dented and two relays off the rail. Our haulier says it was so when collected.',
      photos: [['cabinet-site', 'Dented door']],
    },
    freight: 27_500,
    steps: [
      cameIn({ dock: 'D4', condition: 'deformed', at: '11:05', photos: [['packaging', 'pallet']] }),
      ...examined(2, {
        article: 'cabinetDuplex',
        quantity: 1,
        found: defect('transport.deformed', 'major', 'outboundTransport'),
        note: 'Door dented from outside at fork height, two relays unlatched. Loading photos show it straight.',
        shots: ['packaging', 'wholeItem', 'defectCloseUp', 'serialPlate'],
        pictures: { packaging: 'pallet' },
        by: 'zielinski',
      }),
      finished(2, '', 'zielinski'),
    ],
  }),
  aReturn({
    key: 'more-than-they-said',
    client: 'delmarva',
    orders: [
      {
        received: 7,
        carrier: 'meridian',
        lines: [
          ['gearPump', 6],
          ['hose', 12],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 2, wanted: 'refund' }],
    due: 4,
    application: {
      day: -5,
      says: 'Shaft seals of two gear pumps leak from the first hour.',
      photos: [['pump-site', 'Oil at the shaft']],
    },
    freight: 5800,
    steps: [
      cameIn(),
      ...examined(1, {
        article: 'gearPump',
        quantity: 2,
        found: defect('function.leak', 'major', 'manufacturing'),
        note: 'Seal lip cut at assembly, burr on the shaft shoulder.',
        by: 'zielinski',
      }),
      {
        do: 'find',
        day: 1,
        by: 'zielinski',
        group: 'a',
        quantity: 2,
        found: beyondTheClaim('workmanship.surface', 'minor', 'wear'),
        note: 'Suction flange face worn on both where a clamp sat. Not in the claim.',
      },
      finished(1, 'Claim true, but the flange faces are worn.', 'zielinski'),
    ],
  }),
  aReturn({
    key: 'nobody-applied',
    client: 'harlan',
    orders: [{ received: 9, carrier: 'meridian', lines: [['vibration', 4]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: null }],
    due: 3,
    review: null,
    application: null,
    steps: [
      cameIn({
        blind: true,
        note: 'Note in the box: "no signal". No application, no RMA.',
        photos: [['packaging', 'carton']],
      }),
      { do: 'open', day: 0, note: 'Serial belongs to a Harlan order.' },
      { do: 'link', day: 0, reason: 'Serial on the plate is on their delivery note.' },
      ...examined(2, {
        article: 'vibration',
        quantity: 1,
        found: defect('function.dead', 'major', 'manufacturing'),
        note: 'No bias voltage, cable shield not soldered.',
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2, 'Found to be ours, but nobody applied for a return.'),
    ],
  }),
];
