/** Newark, approved: refunded or exchanged, and the payment is on its way. */

import { approved, aReturn, cameIn, examined, finished } from './phrases.ts';
import { defect, type Story } from './story.ts';

export const refundedStories: readonly Story[] = [
  aReturn({
    key: 'cracked-volute',
    client: 'harlan',
    orders: [
      {
        received: 8,
        carrier: 'meridian',
        lines: [
          ['pump32', 4],
          ['sealMg', 12],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 2, wanted: 'refund' }],
    due: -9,
    application: {
      day: -6,
      says: 'Two of four pumps weep at the discharge flange under 6 bar hydro test. Hairline crack visible at the flange root, both in the same place. Never commissioned.',
      photos: [
        ['pump-site', 'Pump on our test stand, crack marked with chalk'],
        ['plate-machine', 'Nameplate'],
      ],
      report: 'Hydro test protocol HPE-0931, 2 pages',
    },
    freight: 18_400,
    steps: [
      cameIn({ packages: 2, dock: 'D1' }),
      ...examined(1, {
        article: 'pump32',
        quantity: 2,
        found: defect('material.crack', 'critical', 'manufacturing'),
        note: 'Crack 34 mm at flange root, shrinkage porosity visible in the fracture. Both casings from melt H4471.',
        measured: [
          ['crack length', 34, 'mm'],
          ['test pressure', 6, 'bar'],
        ],
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(1),
      approved(3, { a: ['refund', 'returnToVendor'] }, 'Casting defect, foundry informed.'),
    ],
  }),
  aReturn({
    key: 'wrong-bore-valves',
    client: 'delmarva',
    orders: [
      {
        received: 4,
        carrier: 'meridian',
        lines: [
          ['ballValve', 24],
          ['flange', 48],
        ],
      },
    ],
    claims: [{ reason: 'wrongGoods', quantity: 24, wanted: 'exchange' }],
    due: -7,
    application: {
      day: -6,
      says: 'Ordered DN 50 full bore, received reduced bore. Boxes are labelled DN 50, bodies are stamped DN 40.',
      photos: [
        ['valve-site', 'Body stamp DN 40'],
        ['label', 'Carton label says DN 50'],
      ],
    },
    freight: 31_200,
    steps: [
      cameIn({ packages: 3, seal: { number: 'MF-771204', intact: true } }),
      ...examined(2, {
        article: 'ballValve',
        quantity: 24,
        found: defect('specification.wrongModel', 'major', 'orderError'),
        note: 'Carton label right, article label right, body is DN 40. Picked from the wrong bin.',
        measured: [['bore', 37.8, 'mm']],
        counted: { identity: 'mismatch_class' },
      }),
      finished(2),
      approved(
        3,
        { a: ['exchange', 'restock'] },
        'Our picking error, replacement shipped on SO-412903.',
      ),
    ],
  }),
  aReturn({
    key: 'crushed-bearings',
    client: 'greatLakes',
    orders: [
      {
        received: 3,
        carrier: 'meridian',
        lines: [
          ['bearing22216', 16],
          ['grease', 36],
        ],
      },
    ],
    claims: [{ reason: 'transportDamage', quantity: 6, wanted: 'refund' }],
    due: -6,
    objectedAfter: 1,
    application: {
      day: -7,
      says: 'Pallet came with the lower layer crushed. Six bearings have dented outer rings. Noted on the delivery receipt, driver signed.',
      photos: [
        ['pallet-site', 'Pallet as delivered'],
        ['bearing-site', 'Dented outer ring'],
      ],
    },
    freight: 21_900,
    steps: [
      cameIn({ condition: 'deformed', photos: [['packaging', 'carton-dented']] }),
      ...examined(1, {
        article: 'bearing22216',
        quantity: 6,
        found: defect('transport.crushed', 'major', 'outboundTransport'),
        note: 'Dents on the outer ring in line with the crushed carton side.',
        shots: ['packaging', 'wholeItem', 'defectCloseUp'],
        pictures: { packaging: 'carton-dented' },
      }),
      finished(1),
      approved(2, { a: ['refund', 'scrap'] }, 'Meridian to be recharged.'),
    ],
  }),
  aReturn({
    key: 'manifold-port',
    client: 'oropesa',
    orders: [
      {
        received: 12,
        carrier: 'halvorsen',
        lines: [
          ['manifold', 8],
          ['solenoid', 48],
        ],
      },
    ],
    claims: [{ reason: 'notAsDescribed', quantity: 3, wanted: 'refund' }],
    due: -6,
    application: {
      day: -9,
      says: 'El puerto P4 está 2 mm fuera de posición en tres bloques. No coincide con el plano OT-VM6-118 rev. 2 y la válvula no asienta.',
      photos: [['housing-site', 'Medición del puerto P4']],
      report: 'Informe dimensional OT-2214',
    },
    freight: 46_000,
    steps: [
      cameIn({ packages: 1, dock: 'D3' }),
      ...examined(2, {
        article: 'manifold',
        quantity: 3,
        found: defect('specification.notToDrawing', 'major', 'manufacturing'),
        note: 'P4 measured 61.9 mm, drawing says 64.0 ±0.1.',
        measured: [
          ['P4 position', 61.9, 'mm'],
          ['nominal', 64, 'mm'],
        ],
        by: 'zielinski',
      }),
      finished(2, '', 'zielinski'),
      approved(
        4,
        { a: ['refund', 'scrap'] },
        'Made to drawing, but not to this one. IV-CUSTOM leaves quality issues open.',
      ),
    ],
  }),
  aReturn({
    key: 'two-signatures',
    client: 'greatLakes',
    orders: [
      {
        received: 10,
        carrier: 'meridian',
        lines: [
          ['gearMotor', 22],
          ['coupling', 22],
        ],
      },
    ],
    claims: [{ reason: 'poorWorkmanship', quantity: 18, wanted: 'refund' }],
    due: -4,
    application: {
      day: -8,
      says: 'Output shaft keyway runs out of centre on 18 of 22 gear motors, coupling hub cannot be mounted.',
      photos: [
        ['drive-site', 'Keyway against gauge'],
        ['plate-electric', 'Type plate'],
      ],
      report: 'GLC incoming inspection 22-118',
    },
    freight: 64_000,
    steps: [
      cameIn({ packages: 3, dock: 'D4', seal: { number: 'MF-771391', intact: true } }),
      ...examined(1, {
        article: 'gearMotor',
        quantity: 18,
        found: defect('workmanship.dimension', 'major', 'manufacturing'),
        note: 'Keyway offset 0.42 mm, tolerance 0.05. All 18 alike: fixture error.',
        measured: [['keyway offset', 0.42, 'mm']],
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(1),
      approved(2, { a: ['refund', 'rework'] }, 'Series fault, supplier told.'),
      approved(
        3,
        { a: ['refund', 'rework'] },
        'Second signature: measurements checked on two units.',
        { by: 'ferreira' },
      ),
    ],
  }),
  aReturn({
    key: 'ten-short',
    client: 'delmarva',
    orders: [{ received: 3, carrier: 'transmark', lines: [['pressureTx', 20, { ordered: 12 }]] }],
    claims: [{ reason: 'wrongQuantity', quantity: 8, wanted: 'refund' }],
    due: -3,
    application: {
      day: -5,
      says: 'Twelve transmitters ordered, twenty delivered and invoiced. Returning eight, unopened.',
      photos: [['sensor-site', 'Eight sealed boxes']],
    },
    freight: 1980,
    steps: [
      cameIn(),
      ...examined(1, {
        article: 'pressureTx',
        quantity: 8,
        found: defect('quantity.surplus', 'minor', 'orderError'),
        note: 'Eight units, seals unbroken. Order says 12, delivery note says 20.',
      }),
      finished(1),
      approved(3, { a: ['refund', 'restock'] }, 'Our shipping error.'),
    ],
  }),
  aReturn({
    key: 'burst-pails',
    client: 'northfield',
    orders: [
      {
        received: 5,
        carrier: 'meridian',
        lines: [
          ['grease', 180],
          ['bearing6308', 60],
        ],
      },
    ],
    claims: [{ reason: 'packagingDefective', quantity: 54, wanted: 'refund' }],
    due: -3,
    application: {
      day: -4,
      says: 'Lids of three pails do not lock, grease is contaminated with carton dust.',
      photos: [['drum-site', 'Open lid, dust on the grease']],
    },
    freight: 9700,
    steps: [
      cameIn({ packages: 3, condition: 'opened', photos: [['packaging', 'carton-wet']] }),
      ...examined(1, {
        article: 'grease',
        quantity: 54,
        found: defect('workmanship.assembly', 'major', 'manufacturing'),
        note: 'Lid rings crimped over the wrong edge; three pails of 18 kg.',
        measured: [['net weight', 54, 'kg']],
        shots: ['packaging', 'wholeItem', 'defectCloseUp'],
        pictures: { packaging: 'carton-wet' },
        by: 'okafor',
      }),
      finished(1, '', 'okafor'),
      approved(3, { a: ['refund', 'scrap'] }, 'Filling line of that week is being checked.'),
    ],
  }),
  aReturn({
    key: 'illegible-labels',
    client: 'pacificCrest',
    orders: [{ received: 4, carrier: 'transmark', lines: [['m12Cable', 400]] }],
    claims: [{ reason: 'labelProblem', quantity: 150, wanted: 'creditWithoutReturn' }],
    due: -1,
    application: {
      day: -4,
      says: 'Labels of 150 cable bags rub off, our goods-in cannot scan them.',
      photos: [
        ['label-smeared', 'Bag label after one day'],
        ['cable-site', 'Bags'],
      ],
    },
    freight: 3100,
    steps: [
      cameIn({ packages: 2 }),
      ...examined(1, {
        article: 'm12Cable',
        quantity: 150,
        found: defect('labelAndDocuments.label', 'minor', 'manufacturing'),
        note: 'Thermal print without lacquer, rubs off with a thumb. Goods themselves whole.',
        pictures: { label: 'label-smeared' },
        counted: { manual: true },
      }),
      finished(1),
      approved(3, { a: ['refund', 'rework'] }, 'Relabel and restock.'),
    ],
  }),
];
