import { approved, aReturn, cameIn, examined, finished } from './phrases.ts';
import { defect, noDefect, type Story } from './story.ts';

const felixstowe = { site: 'flx' } as const;

export const felixstoweStories: readonly Story[] = [
  aReturn({
    ...felixstowe,
    key: 'flx-porous-housing',
    client: 'brackley',
    orders: [{ received: 9, carrier: 'halvorsen', lines: [['gearHousing', 16]] }],
    claims: [{ reason: 'defective', quantity: 5, wanted: 'refund' }],
    due: -6,
    application: {
      day: -7,
      says: 'Five housings leak at the inspection cover, porosity breaks through after machining.',
      photos: [['housing-site', 'Dye penetrant']],
      report: 'BMC NDT 5512',
    },
    freight: 24_500,
    steps: [
      cameIn({ packages: 1 }),
      ...examined(1, {
        article: 'gearHousing',
        quantity: 5,
        found: defect('material.wrongMaterial', 'critical', 'manufacturing'),
        note: 'Gas porosity in the cover flange, dye bleeds through.',
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(1),
      approved(2, { a: ['refund', 'scrap'] }, 'Customised, but a quality issue.'),
    ],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-wrong-seals',
    client: 'kessler',
    orders: [
      {
        received: 5,
        carrier: 'halvorsen',
        lines: [
          ['sealMg', 60],
          ['pump32', 3],
        ],
      },
    ],
    claims: [{ reason: 'wrongGoods', quantity: 60, wanted: 'refund' }],
    due: -4,
    application: {
      day: -6,
      says: 'Geliefert wurde EPDM, bestellt war FKM. Beutel sind als FKM beschriftet.',
      photos: [['bearing-site', 'Beutel und Dichtung']],
    },
    freight: 8900,
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'sealMg',
        quantity: 60,
        found: defect('specification.wrongVariant', 'major', 'orderError'),
        note: 'Elastomer is EPDM by density and burn test, label says FKM.',
        counted: { identity: 'mismatch_class' },
      }),
      finished(2),
      approved(4, { a: ['refund', 'restock'] }, 'Mislabelled at packing.'),
    ],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-letter-of-credit',
    client: 'gulf',
    orders: [
      {
        received: 12,
        carrier: 'halvorsen',
        lines: [
          ['pump50', 8],
          ['butterfly', 20],
        ],
      },
    ],
    claims: [{ line: 1, reason: 'defective', quantity: 7, wanted: 'refund' }],
    due: -1,
    application: {
      day: -10,
      says: 'EPDM liner of seven valves blistered in sea water at 38 °C within ten days.',
      photos: [['valve-site', 'Blistered liner']],
    },
    freight: 52_000,
    steps: [
      cameIn({ packages: 2, seal: { number: 'HL-20931', intact: true } }),
      ...examined(2, {
        article: 'butterfly',
        quantity: 7,
        found: defect('material.wrongMaterial', 'major', 'manufacturing'),
        note: 'Liner hardness 52 Shore A instead of 70, undercured.',
        measured: [['hardness', 52, 'Shore A']],
      }),
      finished(2),
      approved(5, { a: ['refund', 'scrap'] }, 'Undercured liner, supplier batch blocked.'),
    ],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-late',
    client: 'kessler',
    orders: [{ received: 7, carrier: 'halvorsen', lines: [['controlValve', 2]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: -1,
    application: {
      day: -5,
      says: 'Stellungsregler ohne Funktion, Display dunkel.',
      photos: [['valve-site', 'Display dunkel']],
    },
    steps: [
      cameIn(),
      { do: 'count', day: 4, group: 'a', claim: 0, quantity: 1 },
      { do: 'shoot', day: 4, group: 'a', shot: 'wholeItem', photo: 'valve-whole' },
    ],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-credit-note',
    client: 'brackley',
    orders: [
      {
        received: 11,
        carrier: 'halvorsen',
        lines: [
          ['inverter', 5],
          ['gearMotor', 5],
        ],
      },
    ],
    claims: [{ reason: 'poorWorkmanship', quantity: 2, wanted: 'refund' }],
    due: 1,
    application: {
      day: -6,
      says: 'Gland plate missing on two drives, IP55 not met.',
      photos: [['drive-site', 'Open gland plate']],
    },
    freight: 6100,
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'inverter',
        quantity: 2,
        found: defect('quantity.partsMissing', 'major', 'manufacturing'),
        note: 'Gland plate and four screws never fitted, seal unbroken.',
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2),
    ],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-nothing-wrong',
    client: 'kessler',
    orders: [{ received: 8, carrier: 'halvorsen', lines: [['vibration', 12]] }],
    claims: [{ reason: 'defective', quantity: 2, wanted: 'exchange' }],
    due: 3,
    application: {
      day: -5,
      says: 'Zwei Sensoren zeigen zu kleine Werte.',
      photos: [['sensor-site', 'Messstelle']],
    },
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'vibration',
        quantity: 2,
        found: noDefect,
        note: 'Sensitivity 99.4 and 100.2 mV/g at 159.2 Hz.',
        measured: [['sensitivity', 99.4, 'mV/g']],
      }),
      finished(2),
    ],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-unclear-carrier',
    client: 'gulf',
    orders: [{ received: 6, carrier: 'unclear', lines: [['cabinetDuplex', 1]] }],
    claims: [{ reason: 'transportDamage', quantity: 1, wanted: 'compensation' }],
    due: 5,
    objectedAfter: 4,
    application: {
      day: -8,
      says: 'Plinth bent and main switch broken on arrival at Jebel Ali.',
      photos: [
        ['cabinet-site', 'Broken main switch'],
        ['pallet-site', 'Pallet'],
      ],
    },
    freight: 96_000,
    steps: [cameIn({ condition: 'deformed', photos: [['packaging', 'pallet']] })],
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-today',
    client: 'kessler',
    orders: [
      {
        received: 6,
        carrier: 'halvorsen',
        lines: [
          ['bearing22216', 40],
          ['bearing32210', 40],
        ],
      },
    ],
    claims: [{ reason: 'labelProblem', quantity: 40, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -6,
      says: 'Auf den Kartons steht 22216 EK, im Karton liegt 22216 E.',
      photos: [
        ['label', 'Kartonetikett'],
        ['bearing-site', 'Lager'],
      ],
    },
    freight: 4400,
  }),
  aReturn({
    ...felixstowe,
    key: 'flx-in-review',
    client: 'brackley',
    orders: [{ received: 14, carrier: 'halvorsen', lines: [['servoCable', 18]] }],
    claims: [{ reason: 'notAsDescribed', quantity: 18, wanted: 'exchange' }],
    due: null,
    review: null,
    application: {
      day: -2,
      says: 'Cable jacket is PVC, drawing asks for PUR.',
      photos: [['cable-site', 'Jacket print']],
    },
  }),
];
