/** Newark, where the decision took an argument: paid in part, declined, late, disputed, sent back. */

import { approved, aReturn, cameIn, examined, finished } from './phrases.ts';
import { beyondTheClaim, defect, noDefect, type Story } from './story.ts';

export const arguedStories: readonly Story[] = [
  aReturn({
    key: 'drifting-sensors',
    client: 'pacificCrest',
    orders: [
      {
        received: 6,
        carrier: 'transmark',
        lines: [
          ['inductive', 600],
          ['m12Cable', 200],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 120, wanted: 'refund' }],
    due: -8,
    application: {
      day: -5,
      says: 'Sensors from one carton drop out when the machine warms up. Switching distance measured at 4 to 5 mm instead of 8 mm at 45 °C.',
      photos: [['sensor-site', 'Carton and three sensors from line 4']],
    },
    freight: 2350,
    steps: [
      cameIn({ packages: 1 }),
      ...examined(1, {
        article: 'inductive',
        quantity: 118,
        found: defect('function.intermittent', 'major', 'manufacturing'),
        note: 'Oven test 45 °C: distance 4.3 to 5.1 mm. Whole lot fails.',
        measured: [['switching distance at 45 °C', 4.6, 'mm']],
      }),
      ...examined(1, {
        group: 'b',
        article: 'inductive',
        quantity: 2,
        found: noDefect,
        note: 'Two pieces switch at 8.0 mm cold and warm, unused.',
        measured: [['switching distance at 45 °C', 8, 'mm']],
      }),
      finished(1, 'Two of 120 without fault.'),
      approved(
        2,
        { a: ['refund', 'returnToVendor'], b: ['returnToClient', 'returnToClient'] },
        'Refund 118, send two back.',
        {
          answers: {
            responsibleUnknown: {
              group: null,
              answer: 'us',
              reason: 'Two whole pieces in a carton of 120 do not make the freight theirs.',
            },
          },
        },
      ),
    ],
  }),
  aReturn({
    key: 'ordered-too-many',
    client: 'northfield',
    orders: [{ received: 5, carrier: 'transmark', lines: [['solenoid', 30]] }],
    claims: [{ reason: 'clientOrderingError', quantity: 10, wanted: 'refund' }],
    due: -5,
    application: {
      day: -5,
      says: 'We ordered ten too many, entered the wrong quantity. Unused, in original boxes.',
      photos: [['valve-site', 'Ten boxes, unopened']],
    },
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'solenoid',
        quantity: 10,
        found: noDefect,
        note: 'Ten units complete, unused, as ordered. No fault of ours found.',
      }),
      finished(2),
      {
        do: 'decide',
        day: 3,
        decision: 'decline',
        reason: 'Delivered as ordered. CSM to offer a goodwill credit outside this policy.',
      },
    ],
  }),
  aReturn({
    key: 'burnt-seals',
    client: 'harlan',
    orders: [
      {
        received: 9,
        carrier: 'meridian',
        lines: [
          ['sealMg', 20],
          ['pumpCasing', 2],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 5, wanted: 'refund' }],
    due: 1,
    application: {
      day: -6,
      says: 'Five seals leaked within two days of start-up.',
      photos: [['bearing-site', 'Seal faces after removal']],
    },
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'sealMg',
        quantity: 5,
        found: defect('function.leak', 'major', 'misuse', [
          'wrongInstallation',
          'wrongEnvironment',
        ]),
        note: 'Faces heat-checked from dry running; EPDM swollen by mineral oil, against the data sheet.',
        measured: [['EPDM swelling', 18, '%']],
      }),
      finished(2),
      {
        do: 'decide',
        day: 4,
        decision: 'decline',
        reason: 'Dry running and oil contact: two independent signs of improper use, photographed.',
      },
      // The client disputes: another inspector looks again, the first inspection stays as it was.
      {
        do: 'shoot',
        day: 5,
        by: 'zielinski',
        group: 'a',
        shot: 'defectCloseUp',
        photo: 'bearing-defect',
      },
      {
        do: 'finish',
        day: 5,
        by: 'zielinski',
        inspection: 'dispute',
        note: 'Second opinion: same result. Oil in the spring chamber of all five.',
      },
    ],
  }),
  aReturn({
    key: 'late-but-real',
    client: 'harlan',
    orders: [{ received: 31, carrier: 'meridian', lines: [['controlValve', 3]] }],
    claims: [{ reason: 'defective', quantity: 1, wanted: 'refund' }],
    due: -2,
    application: {
      day: -5,
      says: 'Positioner never calibrates, error E07. Found only at commissioning, we know we are late.',
      photos: [['valve-site', 'Display with E07']],
    },
    freight: 7400,
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'controlValve',
        quantity: 1,
        found: defect('function.dead', 'major', 'manufacturing'),
        note: 'Feedback potentiometer not connected inside the positioner. Seal of the cover unbroken.',
      }),
      finished(2),
      approved(
        4,
        { a: ['refund', 'returnToVendor'] },
        'Real defect of ours, could not be seen before commissioning.',
        {
          answers: {
            lateRealDefect: {
              group: 'a',
              answer: 'acceptLate',
              reason: 'II-QUALITY outweighs IV-PERIOD where the defect could not be seen earlier.',
            },
          },
        },
      ),
    ],
  }),
  aReturn({
    key: 'scratched-beyond',
    client: 'oropesa',
    orders: [
      {
        received: 10,
        carrier: 'halvorsen',
        lines: [
          ['cylinder', 4],
          ['hose', 16],
        ],
      },
    ],
    claims: [{ reason: 'poorWorkmanship', quantity: 2, wanted: 'refund' }],
    due: 2,
    application: {
      day: -7,
      says: 'Dos cilindros con fugas en el prensaestopas desde el primer día.',
      photos: [['hose-site', 'Fuga en el vástago']],
    },
    freight: 22_300,
    steps: [
      cameIn({ dock: 'D3' }),
      ...examined(1, {
        article: 'cylinder',
        quantity: 1,
        found: defect('workmanship.assembly', 'major', 'manufacturing'),
        note: 'Rod wiper fitted the wrong way round.',
        by: 'zielinski',
      }),
      ...examined(1, {
        group: 'b',
        article: 'cylinder',
        quantity: 1,
        found: beyondTheClaim('transport.surface', 'major', 'misuse'),
        note: 'Gland dry, no leak. Rod scored by a chain: not what was complained of.',
        by: 'zielinski',
        counted: { serialsFrom: 1 },
      }),
      finished(1, 'One upheld, one not.', 'zielinski'),
      {
        do: 'decide',
        day: 3,
        decision: 'sendBack',
        reason:
          'Is the scored rod from use or from the trip back? Please photograph the strap marks.',
      },
      {
        do: 'shoot',
        day: 4,
        by: 'zielinski',
        group: 'b',
        shot: 'defectCloseUp',
        photo: 'hose-defect',
      },
    ],
  }),
];
