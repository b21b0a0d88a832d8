/** Newark, above what one supervisor may grant: late and overdue at once, and an exchange. */

import { aReturn, cameIn, examined, finished } from './phrases.ts';
import { defect, type Story } from './story.ts';

export const twoHandsStories: readonly Story[] = [
  aReturn({
    key: 'late-and-overdue',
    client: 'greatLakes',
    orders: [{ received: 44, carrier: 'meridian', lines: [['gearMotor', 20]] }],
    claims: [{ reason: 'defective', quantity: 17, wanted: 'refund' }],
    due: -2,
    application: {
      day: -6,
      says: 'Seventeen gear motors stall warm. The line was commissioned two months after delivery, so we are late and we know it.',
      photos: [
        ['drive-site', 'Stalled on the belt, 41 °C'],
        ['plate-electric', 'Type plate'],
      ],
      report: 'GLC commissioning log 22-140',
    },
    freight: 36_500,
    steps: [
      cameIn({ packages: 2, dock: 'D4' }),
      { do: 'count', day: 2, group: 'a', claim: 0, quantity: 17 },
      { do: 'shoot', day: 2, group: 'a', shot: 'label', photo: 'label' },
      { do: 'shoot', day: 2, group: 'a', shot: 'wholeItem', photo: 'drive-whole' },
    ],
  }),
  aReturn({
    key: 'another-inverter-than-ordered',
    client: 'greatLakes',
    orders: [{ received: 6, carrier: 'meridian', lines: [['inverter', 10]] }],
    claims: [{ reason: 'wrongGoods', quantity: 10, wanted: 'exchange' }],
    due: 3,
    application: {
      day: -6,
      says: 'We ordered ten inverters with EMC filter C2. What came has none: the suffix on the plate is another one. Please exchange.',
      photos: [['plate-electric', 'Type plate without C2']],
    },
    freight: 31_200,
    steps: [
      cameIn({ packages: 10, dock: 'D4' }),
      ...examined(2, {
        article: 'inverter',
        quantity: 10,
        found: defect('specification.wrongVariant', 'major', 'orderError'),
        note: 'All ten without the filter board. Cartons carry our label of the variant with it.',
        counted: { identity: 'mismatch_class' },
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2),
    ],
  }),
];
