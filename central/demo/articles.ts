import type { UnitOfMeasure } from '../../shared/returns/quantity.ts';
import { gtinOf } from './identifiers.ts';
import type { PhotoFamily } from './photoList.ts';

/** What Northquay sells. `price` in US cents per unit; other price lists are reckoned from it. */
export type Article = {
  readonly number: string;
  readonly name: string;
  readonly gtin: string;
  readonly unit: UnitOfMeasure;
  readonly price: number;
  /** How one unit is told from the next: by its own number, by its batch, or not at all. */
  readonly traced: 'serial' | 'lot' | 'none';
  /** Drawing or approved sample the bench compares with. */
  readonly drawing: string | null;
  readonly customised: boolean;
  /** Which of the drawn photographs show it. */
  readonly family: PhotoFamily;
};

type Row = readonly [
  number: string,
  name: string,
  price: number,
  traced: Article['traced'],
  family: PhotoFamily,
  more?: { readonly unit?: UnitOfMeasure; readonly drawing?: string; readonly customised?: true },
];

const rows = {
  pump32: [
    'CP32-160/22',
    'Centrifugal pump CP 32-160, 2.2 kW, EN-GJL-250, flanged PN16',
    148_000,
    'serial',
    'pump',
    { drawing: 'NQ-D-10416 rev. C' },
  ],
  pump50: [
    'CP50-200/55',
    'Centrifugal pump CP 50-200, 5.5 kW, 1.4408, flanged PN16',
    326_500,
    'serial',
    'pump',
    { drawing: 'NQ-D-10438 rev. B' },
  ],
  gearPump: [
    'GP16-F2-R',
    'Gear pump GP 16 cm³/rev, SAE-A 2-bolt, clockwise',
    41_250,
    'serial',
    'pump',
    { drawing: 'NQ-D-11207 rev. A' },
  ],
  dosingPump: [
    'DP25-PTFE',
    'Diaphragm dosing pump DP 25 l/h, PTFE/PVDF head, 230 V',
    87_900,
    'serial',
    'pump',
  ],
  pumpCasing: [
    'CP32-160-CS',
    'Pump casing CP 32-160, EN-GJL-250, machined, spare part',
    46_800,
    'lot',
    'pump',
    { drawing: 'NQ-D-10417 rev. C' },
  ],
  sealMg: ['MS1-32-SSE', 'Mechanical seal MS1, shaft 32 mm, SiC/SiC/EPDM', 9640, 'lot', 'bearing'],
  ballValve: [
    'BV-DN50-PN40-S',
    'Ball valve DN 50 PN 40, 1.4408, full bore, ISO 5211 top',
    23_800,
    'lot',
    'valve',
    { drawing: 'NQ-D-12003 rev. D' },
  ],
  butterfly: [
    'BF-DN100-L-EPDM',
    'Butterfly valve DN 100 PN 16, lug, EPDM liner, lever',
    14_150,
    'lot',
    'valve',
  ],
  solenoid: [
    'SV22-G12-24DC',
    'Solenoid valve 2/2 NC, G ½, brass/NBR, 24 V DC',
    6890,
    'lot',
    'valve',
  ],
  controlValve: [
    'GCV-DN40-K25',
    'Globe control valve DN 40, Kvs 25, positioner 4–20 mA',
    214_000,
    'serial',
    'valve',
    { drawing: 'NQ-D-12150 rev. B' },
  ],
  checkValve: [
    'CV-DN25-1.4571',
    'Disc check valve DN 25, wafer, 1.4571, spring 20 mbar',
    7320,
    'lot',
    'valve',
  ],
  bearing6308: [
    '6308-2RS-C3',
    'Deep groove ball bearing 6308-2RS C3, 40×90×23',
    2185,
    'lot',
    'bearing',
  ],
  bearing22216: [
    '22216-E',
    'Spherical roller bearing 22216 E, 80×140×33',
    13_860,
    'lot',
    'bearing',
  ],
  bearing32210: ['32210-A', 'Tapered roller bearing 32210 A, 50×90×24.75', 3940, 'lot', 'bearing'],
  pillowBlock: [
    'UCP208',
    'Pillow block unit UCP 208, bore 40 mm, cast iron',
    3310,
    'lot',
    'bearing',
  ],
  pressureTx: [
    'PT10-016-G14',
    'Pressure transmitter PT 10, 0–16 bar, 4–20 mA, G ¼, M12',
    11_950,
    'serial',
    'sensor',
    { drawing: 'NQ-D-13021 rev. E' },
  ],
  inductive: [
    'IS18-8-PNO-M12',
    'Inductive sensor M18, 8 mm flush, PNP NO, M12',
    3480,
    'lot',
    'sensor',
  ],
  pt100: [
    'RT6-150-A4',
    'Resistance thermometer Pt100 A, 6×150 mm, 4-wire, G ½',
    8475,
    'lot',
    'sensor',
  ],
  flowMeter: [
    'MF-DN50-PN16',
    'Magnetic flow meter DN 50 PN 16, hard rubber, HART',
    189_000,
    'serial',
    'sensor',
    { drawing: 'NQ-D-13340 rev. B' },
  ],
  vibration: [
    'VS100-M6',
    'Vibration sensor 100 mV/g, IEPE, M6 stud, IP67',
    26_400,
    'serial',
    'sensor',
  ],
  m12Cable: [
    'KA-M12A5-10-PUR',
    'Cable assembly M12 5-pin A-coded, 10 m PUR, straight/open',
    2890,
    'lot',
    'cable',
    { drawing: 'NQ-D-14011 rev. A' },
  ],
  servoCable: [
    'KS-4G1.5-15',
    'Servo cable assembly 4G1.5+(2×0.75), 15 m, M23 8-pin',
    16_300,
    'lot',
    'cable',
    { drawing: 'NQ-D-14102 rev. C' },
  ],
  harness: [
    'KH-2207-12',
    'Sensor harness 12-way to drawing, overmoulded, 3.2 m',
    7140,
    'lot',
    'cable',
    { drawing: 'PCP-2207-12 rev. 4', customised: true },
  ],
  controlCable: [
    'CC-12G1.5-GY',
    'Control cable 12G1.5, grey PVC, numbered cores, cut length',
    465,
    'lot',
    'cable',
    { unit: 'M' },
  ],
  hose: [
    'HH-DN16-2SN-1800',
    'Hydraulic hose assembly DN 16 2SN, 1 800 mm, DKOL 90°',
    5260,
    'lot',
    'hose',
    { drawing: 'NQ-D-15008 rev. B' },
  ],
  cylinder: [
    'HZ-63/36-400',
    'Hydraulic cylinder 63/36×400, 210 bar, clevis',
    58_700,
    'serial',
    'hose',
    { drawing: 'NQ-D-15120 rev. A' },
  ],
  coupling: [
    'RK-42-98',
    'Jaw coupling hubs size 42, 98 Sh A spider, bored 42H7/38H7',
    9820,
    'lot',
    'housing',
    { unit: 'PR', drawing: 'NQ-D-16004 rev. A' },
  ],
  bearingHousing: [
    'BH-7731',
    'Bearing housing to drawing, EN-GJS-400-15, machined',
    38_400,
    'lot',
    'housing',
    { drawing: 'GLC-7731 rev. F', customised: true },
  ],
  gearHousing: [
    'GH-ALSI10-204',
    'Gearbox housing to drawing, AlSi10Mg, machined, anodised',
    61_900,
    'lot',
    'housing',
    { drawing: 'BMC-204-01 rev. 7', customised: true },
  ],
  manifold: [
    'VM-6-AL-CST',
    'Valve manifold block 6-station to drawing, EN AW-6082',
    44_750,
    'lot',
    'housing',
    { drawing: 'OT-VM6-118 rev. 2', customised: true },
  ],
  flange: [
    'FL-DN80-PN16-4L',
    'Weld-neck flange DN 80 PN 16, 1.4404, EN 1092-1 type 11',
    6470,
    'lot',
    'housing',
  ],
  cabinetDuplex: [
    'SK-DUP-2X75',
    "Control cabinet duplex pump station 2×7.5 kW, to client's schematic",
    1_184_000,
    'serial',
    'cabinet',
    { drawing: 'E-4471 sheet 1–38', customised: true },
  ],
  cabinetFill: [
    'SK-FILL-24',
    "Control cabinet filler line 24 valves, to client's schematic",
    1_946_000,
    'serial',
    'cabinet',
    { drawing: 'CBS-E-118 sheet 1–52', customised: true },
  ],
  inverter: [
    'FU-7K5-IP55',
    'Frequency inverter 7.5 kW, 400 V, IP55, EMC filter C2',
    103_500,
    'serial',
    'drive',
    { drawing: 'NQ-D-17044 rev. B' },
  ],
  gearMotor: [
    'GM-1K5-20.5',
    'Helical gear motor 1.5 kW, i = 20.5, IE3, foot mounted',
    67_200,
    'serial',
    'drive',
    { drawing: 'NQ-D-17210 rev. A' },
  ],
  powerSupply: [
    'NT24-10-DIN',
    'Power supply 24 V DC 10 A, DIN rail, 1-phase',
    12_400,
    'lot',
    'drive',
  ],
  safetyRelay: ['SR3-24-2NO', 'Safety relay 24 V AC/DC, 2 NO + 1 NC, SIL 3', 9150, 'lot', 'drive'],
  grease: [
    'EP2-LI-18',
    'Bearing grease EP 2 lithium complex, 18 kg pail',
    940,
    'lot',
    'drum',
    { unit: 'KG' },
  ],
  oil: ['HLP46-208', 'Hydraulic oil HLP 46, 208 l drum', 385, 'lot', 'drum', { unit: 'L' }],
} as const satisfies Record<string, Row>;

export type ArticleKey = keyof typeof rows;

export const articles: Readonly<Record<ArticleKey, Article>> = Object.fromEntries(
  Object.entries<Row>(rows).map(([key, [number, name, price, traced, family, more]], index) => [
    key,
    {
      number,
      name,
      gtin: gtinOf(20_010 + index * 37),
      unit: more?.unit ?? 'EA',
      price,
      traced,
      drawing: more?.drawing ?? null,
      customised: more?.customised ?? false,
      family,
    },
  ]),
) as Record<ArticleKey, Article>;
