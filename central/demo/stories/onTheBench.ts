/** Newark, at the inspection benches: begun and not finished, sent back, or on hold. */

import { aReturn, cameIn, examined, finished } from './phrases.ts';
import { defect, type Story } from './story.ts';

export const benchStories: readonly Story[] = [
  aReturn({
    key: 'sent-back-for-a-photo',
    client: 'harlan',
    orders: [
      {
        received: 6,
        carrier: 'meridian',
        lines: [
          ['pumpCasing', 6],
          ['sealMg', 6],
        ],
      },
    ],
    claims: [{ reason: 'poorWorkmanship', quantity: 2, wanted: 'exchange' }],
    due: 2,
    application: {
      day: -5,
      says: 'Two casings with sand inclusions on the sealing face, gasket will not seat.',
      photos: [['pump-site', 'Sealing face']],
    },
    freight: 10_300,
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'pumpCasing',
        quantity: 2,
        found: defect('material.wrongMaterial', 'major', 'manufacturing'),
        note: 'Inclusions up to 3 mm on the face.',
        measured: [['largest inclusion', 3, 'mm']],
        by: 'zielinski',
      }),
      finished(2, '', 'zielinski'),
      {
        do: 'decide',
        day: 3,
        decision: 'sendBack',
        reason: 'The close-up does not show the second casing. One more photo with scale, please.',
      },
    ],
  }),
  aReturn({
    key: 'wrong-thing-in-the-box',
    client: 'northfield',
    orders: [
      {
        received: 5,
        carrier: 'transmark',
        lines: [
          ['powerSupply', 24],
          ['safetyRelay', 12],
        ],
      },
    ],
    claims: [{ line: 1, reason: 'defective', quantity: 4, wanted: 'refund' }],
    due: 1,
    application: {
      day: -4,
      says: 'Four safety relays do not reset.',
      photos: [['drive-site', 'Relay in the test socket']],
    },
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'safetyRelay',
        quantity: 3,
        found: defect('function.dead', 'major', 'manufacturing'),
        note: 'Reset input dead on three of three.',
      }),
      {
        do: 'count',
        day: 2,
        group: 'b',
        claim: null,
        quantity: 1,
        article: 'powerSupply',
        identity: 'mismatch_class',
      },
      { do: 'shoot', day: 2, group: 'b', shot: 'wholeItem', photo: 'drive-whole' },
    ],
  }),
  aReturn({
    key: 'half-a-box-of-blocks',
    client: 'delmarva',
    orders: [{ received: 8, carrier: 'meridian', lines: [['pillowBlock', 80]] }],
    claims: [{ reason: 'poorWorkmanship', quantity: 40, wanted: 'refund' }],
    due: 2,
    application: {
      day: -6,
      says: 'Grub screw threads stripped on a part of the delivery, we did not sort them.',
      photos: [['bearing-site', 'Stripped thread']],
    },
    freight: 8600,
    steps: [
      cameIn({ packages: 2 }),
      ...examined(3, {
        article: 'pillowBlock',
        quantity: 13,
        found: defect('workmanship.assembly', 'major', 'manufacturing'),
        note: 'Thirteen with stripped M8 grub screw threads.',
        by: 'zielinski',
      }),
      { do: 'count', day: 3, by: 'zielinski', group: 'b', claim: 0, quantity: 27 },
      {
        do: 'shoot',
        day: 3,
        by: 'zielinski',
        group: 'b',
        shot: 'wholeItem',
        photo: 'bearing-whole',
      },
    ],
  }),
  aReturn({
    key: 'gear-pump-begun',
    client: 'harlan',
    orders: [{ received: 6, carrier: 'transmark', lines: [['gearPump', 10]] }],
    claims: [{ reason: 'defective', quantity: 3, wanted: 'refund' }],
    due: 3,
    application: {
      day: -5,
      says: 'Three pumps whine above 120 bar, flow drops by a fifth.',
      photos: [['pump-site', 'Pump on the power pack']],
    },
    steps: [
      cameIn({ dock: 'D1' }),
      { do: 'count', day: 2, group: 'a', claim: 0, quantity: 3 },
      { do: 'shoot', day: 2, group: 'a', shot: 'label', photo: 'label' },
      { do: 'shoot', day: 2, group: 'a', shot: 'wholeItem', photo: 'pump-whole' },
    ],
  }),
  aReturn({
    key: 'weeping-hoses',
    client: 'oropesa',
    orders: [
      {
        received: 11,
        carrier: 'halvorsen',
        lines: [
          ['hose', 60],
          ['solenoid', 12],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 15, wanted: 'refund' }],
    due: 4,
    application: {
      day: -9,
      says: 'Quince mangueras sudan aceite en el casquillo prensado a 180 bar.',
      photos: [['hose-site', 'Casquillo con aceite']],
    },
    freight: 14_800,
    steps: [
      cameIn({
        dock: 'D3',
        condition: 'wet',
        note: 'Oil stains on the carton, no drip.',
        photos: [['packaging', 'carton-wet']],
      }),
      ...examined(1, {
        article: 'hose',
        quantity: 15,
        found: defect('function.leak', 'critical', 'manufacturing'),
        note: 'Crimp diameter 0.6 mm over size.',
        measured: [
          ['crimp diameter', 28.6, 'mm'],
          ['nominal', 28, 'mm'],
        ],
        by: 'okafor',
      }),
    ],
  }),
  aReturn({
    key: 'one-indicator-is-not-two',
    client: 'greatLakes',
    orders: [{ received: 15, carrier: 'meridian', lines: [['coupling', 30]] }],
    claims: [{ reason: 'defective', quantity: 2, wanted: 'refund' }],
    due: 4,
    application: {
      day: -6,
      says: 'Hub cracked from the keyway after three weeks.',
      photos: [['housing-site', 'Cracked hub']],
    },
    steps: [
      cameIn({ dock: 'D4' }),
      ...examined(1, {
        article: 'coupling',
        quantity: 2,
        found: defect('material.crack', 'critical', 'misuse', ['overload']),
        note: 'Crack from the keyway corner, looks like overload. Material test to follow.',
        by: 'zielinski',
      }),
    ],
  }),
  aReturn({
    key: 'more-than-announced',
    client: 'pacificCrest',
    orders: [{ received: 4, carrier: 'transmark', lines: [['servoCable', 40]] }],
    claims: [{ reason: 'notAsDescribed', quantity: 12, wanted: 'refund' }],
    due: 5,
    application: {
      day: -4,
      says: 'M23 connector coded 20° instead of 0°.',
      photos: [['cable-site', 'Coding of the connector']],
    },
    freight: 3600,
    steps: [
      cameIn({ packages: 2 }),
      { do: 'count', day: 1, group: 'a', claim: 0, quantity: 21, at: '10:20' },
      {
        do: 'correct',
        day: 1,
        group: 'a',
        reason: 'Counted one bag twice, and the surplus belongs in its own group.',
      },
      { do: 'count', day: 1, group: 'b', claim: 0, quantity: 12 },
      {
        do: 'count',
        day: 1,
        group: 'c',
        claim: null,
        quantity: 8,
        article: 'servoCable',
        identity: 'mismatch_quantity',
      },
      { do: 'shoot', day: 1, group: 'b', shot: 'wholeItem', photo: 'cable-whole' },
    ],
  }),
  aReturn({
    key: 'leaking-drum',
    client: 'oropesa',
    orders: [{ received: 10, carrier: 'halvorsen', lines: [['oil', 832]] }],
    claims: [{ reason: 'packagingDefective', quantity: 208, wanted: 'refund' }],
    due: 3,
    application: {
      day: -8,
      says: 'Un tambor llegó con la costura inferior húmeda.',
      photos: [['drum-site', 'Costura húmeda']],
    },
    steps: [
      cameIn({
        dock: 'D3',
        condition: 'leaking',
        note: 'Oil on the pallet. Drip tray under it.',
        photos: [['door', 'drum-defect']],
      }),
      {
        do: 'hold',
        day: 0,
        reason: 'hazard',
        pausesClock: false,
        note: 'Leaking drum, bay 14 closed off, absorbent laid. Nobody handles it before the spill team.',
      },
    ],
  }),
  aReturn({
    key: 'waiting-for-the-log',
    client: 'northfield',
    orders: [{ received: 7, carrier: 'meridian', lines: [['dosingPump', 4]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'exchange' }],
    due: 2,
    application: {
      day: -5,
      says: 'Dosing pump stops at random.',
      photos: [['pump-site', 'Pump in the skid']],
    },
    steps: [
      cameIn(),
      { do: 'count', day: 1, group: 'a', claim: 0, quantity: 1 },
      { do: 'shoot', day: 1, group: 'a', shot: 'wholeItem', photo: 'pump-whole' },
      {
        do: 'hold',
        day: 1,
        reason: 'awaitingClient',
        pausesClock: true,
        note: 'Asked for the event log and the medium: the PTFE diaphragm is swollen.',
      },
    ],
  }),
];
