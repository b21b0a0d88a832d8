/** Newark, the supervisor's desk: verdicts that wait for an approval, soonest due first. */

import { approved, aReturn, cameIn, examined, finished } from './phrases.ts';
import { defect, noDefect, type Story } from './story.ts';

export const waitingStories: readonly Story[] = [
  aReturn({
    key: 'noisy-vibration-sensors',
    client: 'pacificCrest',
    orders: [{ received: 5, carrier: 'transmark', lines: [['vibration', 6]] }],
    claims: [{ reason: 'defective', quantity: 4, wanted: 'refund' }],
    due: -1,
    application: {
      day: -5,
      says: 'Four of six sensors show broadband noise above 2 kHz with the machine at rest.',
      photos: [['sensor-site', 'Spectrum and sensor on the bracket']],
    },
    freight: 1450,
    steps: [
      cameIn(),
      ...examined(4, {
        article: 'vibration',
        quantity: 4,
        found: defect('function.noise', 'major', 'manufacturing'),
        note: 'Noise floor 9 mg rms, data sheet 0.35. Cold solder joint at the charge amplifier.',
        measured: [['noise floor', 9, 'mg']],
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(4),
    ],
  }),
  aReturn({
    key: 'leaking-pump-due-today',
    client: 'harlan',
    orders: [
      {
        received: 7,
        carrier: 'meridian',
        lines: [
          ['pump50', 2],
          ['flange', 8],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: 0,
    application: {
      day: -6,
      says: 'New pump drips from the casing drain boss at standstill, 3 bar. Bolt torque checked.',
      photos: [
        ['pump-site', 'Drip at the drain boss'],
        ['plate-machine', 'Nameplate'],
      ],
    },
    freight: 12_900,
    steps: [
      cameIn({ dock: 'D1' }),
      ...examined(3, {
        article: 'pump50',
        quantity: 1,
        found: defect('function.leak', 'critical', 'manufacturing'),
        note: 'Porosity through the drain boss, 2 drops/min at 3 bar.',
        measured: [['leak at 3 bar', 2, '1/min']],
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(3),
    ],
  }),
  aReturn({
    key: 'second-signature-open',
    client: 'greatLakes',
    orders: [
      {
        received: 12,
        carrier: 'meridian',
        lines: [
          ['inverter', 14],
          ['powerSupply', 14],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 11, wanted: 'refund' }],
    due: 1,
    application: {
      day: -9,
      says: 'Eleven inverters trip with F0022 at 60 % load. Firmware 4.2 on all of them; three units with 4.1 run.',
      photos: [
        ['drive-site', 'F0022 on the display'],
        ['plate-electric', 'Type plate'],
      ],
      report: 'GLC test log 22-131',
    },
    freight: 38_800,
    steps: [
      cameIn({ packages: 11, dock: 'D4' }),
      ...examined(2, {
        article: 'inverter',
        quantity: 11,
        found: defect('function.intermittent', 'major', 'manufacturing'),
        note: 'F0022 reproduced on the load bench at 58 % and 61 %. Gate driver board rev. 4.2.',
        measured: [['trip load', 58, '%']],
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2),
      approved(
        4,
        { a: ['refund', 'returnToVendor'] },
        'Reproduced; 11 385 USD needs a second signature.',
      ),
    ],
  }),
  aReturn({
    key: 'housings-out-of-round',
    client: 'greatLakes',
    orders: [{ received: 14, carrier: 'meridian', lines: [['bearingHousing', 40]] }],
    claims: [{ reason: 'notAsDescribed', quantity: 9, wanted: 'refund' }],
    due: 2,
    application: {
      day: -8,
      says: 'Bearing seat of nine housings is 0.06 mm oval, drawing GLC-7731 rev. F allows 0.013.',
      photos: [['housing-site', 'Bore gauge in the seat']],
      report: 'CMM report GLC-7731-118',
    },
    freight: 15_400,
    steps: [
      cameIn({ dock: 'D4', packages: 1, seal: { number: 'MF-771420', intact: true } }),
      ...examined(2, {
        article: 'bearingHousing',
        quantity: 9,
        found: defect('workmanship.dimension', 'major', 'manufacturing'),
        note: 'Ovality 0.055 to 0.062 mm on nine of nine.',
        measured: [
          ['ovality', 0.058, 'mm'],
          ['allowed', 0.013, 'mm'],
        ],
        by: 'ferreira',
      }),
      finished(2, '', 'ferreira'),
    ],
  }),
  aReturn({
    key: 'washed-down-inverter',
    client: 'harlan',
    orders: [{ received: 8, carrier: 'meridian', lines: [['inverter', 3]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: 3,
    application: {
      day: -5,
      says: 'Inverter dead after one week, no display.',
      photos: [['drive-site', 'No display']],
    },
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'inverter',
        quantity: 1,
        found: defect('function.dead', 'major', 'misuse', ['liquidTrace', 'openedOrModified']),
        note: 'Cover gasket cut for a cable, water line 30 mm up inside, DC link corroded.',
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2),
    ],
  }),
  aReturn({
    key: 'nothing-wrong-with-them',
    client: 'delmarva',
    orders: [{ received: 6, carrier: 'transmark', lines: [['pt100', 40]] }],
    claims: [{ reason: 'notAsDescribed', quantity: 10, wanted: 'exchange' }],
    due: 4,
    application: {
      day: -5,
      says: 'Ten probes read 2 K low, we think they are class B.',
      photos: [['sensor-site', 'Probe in ice bath']],
    },
    steps: [
      cameIn(),
      ...examined(1, {
        article: 'pt100',
        quantity: 10,
        found: noDefect,
        note: 'Ice point 100.01 to 100.04 Ω, class A confirmed. Client probably wired 2 of 4 leads.',
        measured: [['resistance at 0 °C', 100.02, 'Ω']],
      }),
      finished(1),
    ],
  }),
];
