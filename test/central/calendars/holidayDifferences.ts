/** What two sources of public holidays do not agree on, 2024 to 2031, who is right, and why. */

export type Difference = {
  readonly right: 'ours';
  readonly why: string;
  /** Off by ours and not by theirs; or the other way. */
  readonly ours?: readonly string[];
  readonly theirs?: readonly string[];
};

const newYear2028 = {
  right: 'ours',
  why: '1 January 2028 is a Saturday: 5 U.S.C. 6103(b) gives the Friday before.',
  ours: ['2027-12-31'],
} as const;
const veterans = {
  right: 'ours',
  why: 'Veterans Day on a Saturday or Sunday: 5 U.S.C. 6103(b) gives Friday or Monday.',
  ours: ['2028-11-10', '2029-11-12'],
} as const;
const inLieu = {
  right: 'ours',
  why: 'A holiday on a day of rest is given on another working day, by custom the next one.',
  ours: ['2027-12-27', '2028-01-03', '2028-07-03'],
} as const;
const easterMondays = [
  '2024-04-01',
  '2025-04-21',
  '2026-04-06',
  '2027-03-29',
  '2028-04-17',
  '2029-04-02',
  '2030-04-22',
  '2031-04-14',
] as const;
const september30 = [
  '2024-09-30',
  '2025-09-30',
  '2026-09-30',
  '2027-09-30',
  '2030-09-30',
  '2031-09-30',
] as const;
const yearly = (monthDay: string, ...years: number[]) => years.map((y) => `${y}-${monthDay}`);

/** Place as we name it, state as OpenStreetMap does, and what they do not agree on. */
export const places: readonly (readonly [string, string, readonly Difference[]])[] = [
  ['US', '', [newYear2028, veterans]],
  [
    'US-CA',
    'California',
    [
      newYear2028,
      veterans,
      {
        right: 'ours',
        why: 'California Government Code 6700 has the day after Thanksgiving.',
        ours: [
          '2024-11-29',
          '2025-11-28',
          '2026-11-27',
          '2027-11-26',
          '2028-11-24',
          '2029-11-23',
          '2030-11-29',
          '2031-11-28',
        ],
      },
      {
        right: 'ours',
        why: 'Columbus Day left California’s list in 2009.',
        theirs: [
          '2024-10-14',
          '2025-10-13',
          '2026-10-12',
          '2027-10-11',
          '2028-10-09',
          '2029-10-08',
          '2030-10-14',
          '2031-10-13',
        ],
      },
    ],
  ],
  [
    'US-NY',
    'New York',
    [
      newYear2028,
      veterans,
      {
        right: 'ours',
        why: 'New York’s General Construction Law § 24 has each general election day.',
        ours: [
          '2024-11-05',
          '2025-11-04',
          '2026-11-03',
          '2027-11-02',
          '2028-11-07',
          '2029-11-06',
          '2030-11-05',
          '2031-11-04',
        ],
      },
    ],
  ],
  [
    'CA-ON',
    'Ontario',
    [
      inLieu,
      { right: 'ours', why: 'Boxing Day in lieu, as above.', ours: ['2026-12-28', '2027-12-28'] },
      {
        right: 'ours',
        why: 'Ontario’s Employment Standards Act lists nine holidays; Easter Monday is none.',
        theirs: easterMondays,
      },
    ],
  ],
  [
    'CA-BC',
    'British Columbia',
    [
      inLieu,
      {
        right: 'ours',
        why: 'National Day for Truth and Reconciliation, statutory in British Columbia since 2023.',
        ours: september30,
      },
    ],
  ],
  [
    'CA-QC',
    'Quebec',
    [
      inLieu,
      {
        right: 'ours',
        why: 'The National Holiday Act moves 24 June off a day of rest.',
        ours: ['2028-06-26', '2029-06-25'],
      },
      {
        right: 'ours',
        why: 'Good Friday or Easter Monday, as the employer chooses: one of them, not both.',
        theirs: easterMondays,
      },
    ],
  ],
  ['CA-AB', 'Alberta', [inLieu]],
  [
    'CA-MB',
    'Manitoba',
    [
      inLieu,
      {
        right: 'ours',
        why: 'Orange Shirt Day, statutory in Manitoba since 2024.',
        ours: september30,
      },
    ],
  ],
  ['GB-ENG', 'England', []],
  ['GB-SCT', 'Scotland', []],
  ['GB-NIR', 'Northern Ireland', []],
  [
    'DE-BY',
    'Bayern',
    [
      {
        right: 'ours',
        why: 'Assumption holds in Catholic communes (DE-BY-KATH), the Peace Festival in Augsburg only.',
        theirs: [
          ...yearly('08-08', 2024, 2025, 2028, 2029, 2030, 2031),
          ...yearly('08-15', 2024, 2025, 2028, 2029, 2030, 2031),
        ],
      },
    ],
  ],
  ['DE-NW', 'Nordrhein-Westfalen', []],
  [
    'DE-BE',
    'Berlin',
    [
      {
        right: 'ours',
        why: 'Liberation Day was a holiday in Berlin once, in 2025.',
        ours: ['2025-05-08'],
      },
    ],
  ],
  ['FR', '', []],
  [
    'ES-MD',
    'Comunidad de Madrid',
    [
      {
        right: 'ours',
        why: 'Resolución of 23 October 2023: Madrid took Santiago instead of 9 December 2024.',
        ours: ['2024-07-25'],
      },
      {
        right: 'ours',
        why: 'BOE-A-2025-21667: Madrid took both Mondays.',
        ours: ['2026-11-02', '2026-12-07'],
      },
    ],
  ],
  [
    'ES-AN',
    'Andalucía',
    [
      {
        right: 'ours',
        why: 'The lists of 2024, 2025 and 2026: Andalusia took these Mondays.',
        ours: ['2024-12-09', '2025-10-13', '2026-11-02', '2026-12-07'],
      },
      {
        right: 'ours',
        why: 'Nobody has published 2027 yet: the day is not guessed, and the year is marked.',
        theirs: ['2027-03-01'],
      },
    ],
  ],
  [
    'IT',
    '',
    [
      {
        right: 'ours',
        why: 'Law 151/2025 made Saint Francis a holiday from 2026 on.',
        theirs: ['2024-10-04'],
      },
    ],
  ],
  [
    'NL',
    '',
    [
      {
        right: 'ours',
        why: 'Good Friday and Liberation Day are off only where a contract of employment says so.',
        theirs: [
          '2024-03-29',
          '2025-04-18',
          '2026-04-03',
          '2027-03-26',
          '2028-04-14',
          '2029-03-30',
          '2030-04-19',
          '2031-04-11',
          ...yearly('05-05', 2025, 2026, 2027, 2028, 2031),
        ],
      },
    ],
  ],
  ['AT', '', []],
  ['BE', '', []],
  [
    'PL',
    '',
    [
      {
        right: 'ours',
        why: 'The law of 6 December 2024 made Christmas Eve a holiday from 2025 on.',
        theirs: ['2024-12-24'],
      },
    ],
  ],
  ['CZ', '', []],
  ['PT', '', []],
  ['SE', '', []],
  ['IE', '', []],
  [
    'DK',
    '',
    [
      {
        right: 'ours',
        why: 'Constitution Day and Christmas Eve are off by agreement only, not by law.',
        theirs: [
          ...yearly('06-05', 2024, 2025, 2026, 2029, 2030, 2031),
          ...yearly('12-24', 2024, 2025, 2026, 2027, 2029, 2030, 2031),
        ],
      },
    ],
  ],
  ['CH-ZH', 'Zürich', []],
  ['AU-QLD', 'Queensland', []],
  ['AU-NSW', 'New South Wales', []],
  ['AU-VIC', 'Victoria', []],
  [
    'NZ',
    '',
    [
      {
        right: 'ours',
        why: 'Te Kāhui o Matariki Public Holiday Act 2022, schedule 1, names each year to 2052.',
        ours: ['2024-06-28', '2025-06-20', '2030-06-21', '2031-07-11'],
      },
    ],
  ],
  [
    'JP',
    '',
    [
      {
        right: 'ours',
        why: 'A day between two holidays is one (law on holidays, art. 3): 21 and 23 September.',
        ours: ['2026-09-22'],
      },
    ],
  ],
  ['BR', '', []],
];
