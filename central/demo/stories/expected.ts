/** Newark, on the road: authorised, announced, to be scanned today, tomorrow or later. */

import { aReturn } from './phrases.ts';
import type { Story } from './story.ts';

export const expectedStories: readonly Story[] = [
  aReturn({
    key: 'today-cracked-pump',
    client: 'harlan',
    orders: [
      {
        received: 6,
        carrier: 'meridian',
        lines: [
          ['pump32', 6],
          ['sealMg', 6],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 2, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -6,
      says: 'Two pumps from the last delivery crack at the discharge flange when the counter flange is tightened to 90 Nm.',
      photos: [
        ['pump-site', 'Crack after tightening'],
        ['plate-machine', 'Nameplate of 001'],
      ],
      report: 'Torque record HPE-0944',
    },
    freight: 17_600,
  }),
  aReturn({
    key: 'today-valves',
    client: 'delmarva',
    orders: [
      {
        received: 5,
        carrier: 'transmark',
        lines: [
          ['solenoid', 80],
          ['ballValve', 10],
        ],
      },
    ],
    claims: [{ line: 1, reason: 'poorWorkmanship', quantity: 5, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -5,
      says: 'Stem packing of five ball valves weeps, gland nuts were only finger tight.',
      photos: [['valve-site', 'Gland nut']],
    },
    freight: 3900,
  }),
  aReturn({
    key: 'today-crushed',
    client: 'pacificCrest',
    orders: [
      {
        received: 4,
        carrier: 'meridian',
        lines: [
          ['powerSupply', 36],
          ['inductive', 100],
        ],
      },
    ],
    claims: [{ reason: 'transportDamage', quantity: 9, wanted: 'refund' }],
    due: null,
    expected: 0,
    objectedAfter: 1,
    application: {
      day: -6,
      says: 'One carton run over by a fork, nine power supplies bent.',
      photos: [
        ['carton-site', 'Carton as delivered'],
        ['drive-site', 'Bent housing'],
      ],
    },
    freight: 2800,
  }),
  aReturn({
    key: 'today-wrong-cable',
    client: 'greatLakes',
    orders: [
      {
        received: 6,
        carrier: 'transmark',
        lines: [
          ['servoCable', 24],
          ['gearMotor', 24],
        ],
      },
    ],
    claims: [{ reason: 'wrongGoods', quantity: 24, wanted: 'exchange' }],
    due: null,
    expected: 0,
    application: {
      day: -5,
      says: 'Ordered 15 m, received 10 m on all reels.',
      photos: [['cable-site', 'Reel label 10 m']],
    },
    freight: 5500,
  }),
  aReturn({
    key: 'today-relays',
    client: 'northfield',
    orders: [
      {
        received: 7,
        carrier: 'meridian',
        lines: [
          ['safetyRelay', 40],
          ['powerSupply', 10],
          ['controlCable', 500],
        ],
      },
    ],
    claims: [{ reason: 'labelProblem', quantity: 40, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -4,
      says: 'Terminal markings printed mirrored on the whole lot.',
      photos: [['drive-site', 'Mirrored marking']],
    },
    freight: 2200,
  }),
  aReturn({
    key: 'today-rough-bearings',
    client: 'greatLakes',
    orders: [
      {
        received: 11,
        carrier: 'meridian',
        lines: [
          ['bearing22216', 24],
          ['pillowBlock', 12],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 8, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -6,
      says: 'Eight of 24 bearings run rough out of the box, rings rusty under the VCI paper.',
      photos: [['bearing-site', 'Rust on the inner ring']],
    },
    freight: 6400,
  }),
  aReturn({
    key: 'today-dead-drive',
    pallet: 'mixed-for-newark',
    client: 'northfield',
    orders: [{ received: 8, carrier: 'transmark', lines: [['inverter', 2]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -4,
      says: 'Drive shows F0022 at every start, motor and cable checked with another drive.',
      photos: [
        ['drive-site', 'F0022'],
        ['plate-electric', 'Type plate'],
      ],
    },
    freight: 4800,
  }),
  aReturn({
    key: 'tomorrow-coils',
    pallet: 'mixed-for-newark',
    client: 'oropesa',
    orders: [
      {
        received: 13,
        carrier: 'halvorsen',
        lines: [
          ['solenoid', 64],
          ['checkValve', 16],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 16, wanted: 'refund' }],
    due: null,
    expected: 1,
    application: {
      day: -7,
      says: 'Dieciséis bobinas abiertas, resistencia infinita.',
      photos: [['valve-site', 'Medición de la bobina']],
    },
    freight: 9100,
  }),
  aReturn({
    key: 'tomorrow-manifolds',
    client: 'oropesa',
    orders: [
      {
        received: 14,
        carrier: 'halvorsen',
        lines: [
          ['manifold', 12],
          ['hose', 72],
        ],
      },
    ],
    claims: [{ reason: 'poorWorkmanship', quantity: 5, approved: 4, wanted: 'refund' }],
    due: null,
    expected: 1,
    review: { outcome: 'partlyAuthorised', after: 3 },
    application: {
      day: -9,
      says: 'Rebabas en los cruces internos de cinco bloques, virutas en el aceite.',
      photos: [['housing-site', 'Rebaba en el cruce']],
    },
    freight: 33_000,
  }),
  aReturn({
    key: 'tomorrow-cabinet',
    client: 'caribe',
    orders: [{ received: 10, carrier: 'halvorsen', lines: [['cabinetFill', 1]] }],
    claims: [{ reason: 'notAsDescribed', quantity: 1, wanted: 'refund' }],
    due: null,
    expected: 1,
    application: {
      day: -8,
      says: 'Gabinete cableado según una revisión anterior del esquema: faltan 8 salidas de válvula.',
      photos: [
        ['cabinet-site', 'Regleta incompleta'],
        ['plate-electric', 'Placa'],
      ],
      report: 'Lista de diferencias CBS-E-118',
    },
    freight: 118_000,
  }),
  aReturn({
    key: 'tomorrow-sensors',
    pallet: 'mixed-for-newark',
    client: 'delmarva',
    orders: [
      {
        received: 8,
        carrier: 'transmark',
        lines: [
          ['pressureTx', 30],
          ['pt100', 30],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 6, wanted: 'refund' }],
    due: null,
    expected: 1,
    application: {
      day: -5,
      says: 'Six transmitters stuck at 4 mA.',
      photos: [['sensor-site', 'Loop current 4.00 mA']],
    },
    freight: 1700,
  }),
  aReturn({
    key: 'next-week-gear-motors',
    client: 'greatLakes',
    orders: [
      {
        received: 20,
        carrier: 'meridian',
        lines: [
          ['gearMotor', 6],
          ['inverter', 6],
        ],
      },
    ],
    claims: [
      { reason: 'defective', quantity: 2, wanted: 'refund' },
      { line: 1, reason: 'surplus', quantity: 1, wanted: 'refund' },
    ],
    due: null,
    expected: 4,
    application: {
      day: -4,
      says: 'Two gear motors lose oil at the input seal; one inverter left over from the project.',
      photos: [['drive-site', 'Oil at the input seal']],
    },
  }),
];
