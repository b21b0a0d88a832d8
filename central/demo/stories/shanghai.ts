import { approved, aReturn, cameIn, examined, finished } from './phrases.ts';
import { defect, type Story } from './story.ts';

const shanghai = { site: 'sha' } as const;

export const shanghaiStories: readonly Story[] = [
  aReturn({
    ...shanghai,
    key: 'sha-solenoids',
    client: 'hengrui',
    orders: [
      {
        received: 6,
        carrier: 'huadong',
        lines: [
          ['solenoid', 200],
          ['m12Cable', 200],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 36, wanted: 'refund' }],
    due: -5,
    application: {
      day: -5,
      says: '36 只电磁阀线圈烧毁,工作电压正常 24 V,环境温度 35 °C。',
      photos: [['valve-site', '烧毁的线圈']],
      report: '来料检验报告 HR-2261',
    },
    freight: 4200,
    steps: [
      cameIn({ packages: 2 }),
      ...examined(1, {
        article: 'solenoid',
        quantity: 36,
        found: defect('function.dead', 'major', 'manufacturing'),
        note: '线圈匝间短路,漆包线规格不符。',
        measured: [
          ['线圈电阻', 11.2, 'Ω'],
          ['标称', 41, 'Ω'],
        ],
      }),
      finished(1),
      approved(3, { a: ['refund', 'returnToVendor'] }, '供应商批次问题,退款。'),
    ],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-harness-short',
    client: 'tonegawa',
    orders: [{ received: 10, carrier: 'huadong', lines: [['harness', 500, { ordered: 440 }]] }],
    claims: [{ reason: 'wrongQuantity', quantity: 60, wanted: 'refund' }],
    due: -3,
    application: {
      day: -7,
      says: 'Ordered 440, received and invoiced 500. Sixty pieces returned in original bags.',
      photos: [['cable-site', 'Sixty bags']],
    },
    freight: 5800,
    steps: [
      cameIn(),
      ...examined(1, {
        article: 'harness',
        quantity: 60,
        found: defect('quantity.surplus', 'minor', 'orderError'),
        note: '60 件,原包装未拆。',
      }),
      finished(1),
    ],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-two-signatures',
    client: 'tonegawa',
    orders: [{ received: 18, carrier: 'huadong', lines: [['flowMeter', 6]] }],
    claims: [{ reason: 'defective', quantity: 3, wanted: 'refund' }],
    due: 0,
    application: {
      day: -9,
      says: 'HART communication fails on three meters, analogue output correct.',
      photos: [
        ['sensor-site', 'Communicator shows no device'],
        ['plate-electric', 'Type plate'],
      ],
    },
    freight: 13_200,
    steps: [
      cameIn(),
      ...examined(2, {
        article: 'flowMeter',
        quantity: 3,
        found: defect('function.dead', 'major', 'manufacturing'),
        note: 'HART 调制芯片未焊接,三台相同。',
        shots: ['label', 'wholeItem', 'defectCloseUp', 'serialPlate'],
      }),
      finished(2),
      approved(4, { a: ['refund', 'rework'] }, '金额超过限额,等待第二签字。'),
    ],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-water',
    client: 'hengrui',
    orders: [{ received: 3, carrier: 'huadong', lines: [['powerSupply', 60]] }],
    claims: [{ reason: 'transportDamage', quantity: 20, wanted: 'refund' }],
    due: 1,
    objectedAfter: 1,
    application: {
      day: -5,
      says: '运输途中进水,20 台电源外壳生锈。签收单已注明。',
      photos: [
        ['carton-site', '受潮纸箱'],
        ['drive-site', '锈蚀外壳'],
      ],
    },
    freight: 2600,
    steps: [
      cameIn({ condition: 'wet', photos: [['packaging', 'carton-wet']] }),
      ...examined(2, {
        article: 'powerSupply',
        quantity: 20,
        found: defect('transport.wet', 'major', 'outboundTransport'),
        note: '水线约 40 mm,端子氧化。',
        shots: ['packaging', 'wholeItem', 'defectCloseUp'],
        pictures: { packaging: 'carton-wet' },
      }),
      finished(2),
    ],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-worn',
    client: 'hengrui',
    orders: [{ received: 9, carrier: 'huadong', lines: [['bearing6308', 300]] }],
    claims: [{ reason: 'defective', quantity: 24, wanted: 'refund' }],
    due: 3,
    application: {
      day: -6,
      says: '24 套轴承噪声大,运行约 300 小时。',
      photos: [['bearing-site', '拆下的轴承']],
    },
    steps: [
      cameIn(),
      ...examined(1, {
        article: 'bearing6308',
        quantity: 24,
        found: defect('material.corrosion', 'major', 'misuse', [
          'wrongEnvironment',
          'missingMaintenance',
        ]),
        note: '密封圈被高压水冲洗损坏,润滑脂乳化。',
      }),
      finished(1),
    ],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-inspecting',
    client: 'tonegawa',
    orders: [{ received: 12, carrier: 'huadong', lines: [['inductive', 400]] }],
    claims: [{ reason: 'poorWorkmanship', quantity: 50, wanted: 'exchange' }],
    due: 4,
    application: {
      day: -6,
      says: 'Nuts do not run on the thread, plating too thick.',
      photos: [['sensor-site', 'Nut stuck after two turns']],
    },
    steps: [cameIn(), { do: 'count', day: 1, by: 'chen', group: 'a', claim: 0, quantity: 50 }],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-arrived',
    client: 'hengrui',
    orders: [
      {
        received: 5,
        carrier: 'huadong',
        lines: [
          ['checkValve', 100],
          ['pressureTx', 20],
        ],
      },
    ],
    claims: [{ line: 1, reason: 'notAsDescribed', quantity: 5, wanted: 'exchange' }],
    due: 6,
    application: {
      day: -5,
      says: '订单量程 0–16 bar,到货 5 台为 0–10 bar。',
      photos: [['plate-electric', '铭牌 0–10 bar']],
    },
    steps: [cameIn()],
  }),
  aReturn({
    ...shanghai,
    key: 'sha-today',
    client: 'tonegawa',
    orders: [
      {
        received: 15,
        carrier: 'huadong',
        lines: [
          ['gearPump', 6],
          ['hose', 20],
        ],
      },
    ],
    claims: [{ reason: 'defective', quantity: 2, wanted: 'refund' }],
    due: null,
    expected: 0,
    application: {
      day: -6,
      says: 'Two pumps seized on first start, shaft cannot be turned by hand.',
      photos: [['pump-site', 'Shaft end']],
    },
    freight: 7700,
  }),
  aReturn({
    ...shanghai,
    key: 'sha-tomorrow',
    client: 'hengrui',
    orders: [
      {
        received: 6,
        carrier: 'huadong',
        lines: [
          ['servoCable', 30],
          ['safetyRelay', 15],
        ],
      },
    ],
    claims: [{ reason: 'surplus', quantity: 10, wanted: 'refund' }],
    due: null,
    expected: 1,
    application: {
      day: -5,
      says: '项目取消,剩余 10 根电缆申请退货,未使用。',
      photos: [['cable-site', '未拆封']],
    },
  }),
];
