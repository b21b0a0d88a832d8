import type { Client, Contract } from '../../../shared/facts/documents.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { ClientId, ContractId } from '../../../shared/ids.ts';

const stein = { name: 'Rachel Stein', email: 'rachel.stein@northquay.example' };
const weidmann = { name: 'Jonas Weidmann', email: 'jonas.weidmann@northquay.example' };
const villalobos = { name: 'Andrés Villalobos', email: 'andres.villalobos@northquay.example' };
const linQiao = { name: 'Lin Qiao', email: 'lin.qiao@northquay.example' };

const workingDays = (days: number, receiptDayCounts = false) =>
  ({ days, kind: 'workingDays', receiptDayCounts }) as const;
const calendarDays = (days: number, receiptDayCounts = false) =>
  ({ days, kind: 'calendarDays', receiptDayCounts }) as const;

type Terms = Omit<Contract, 'id' | 'clientId' | 'effectiveFrom'>;

const usual: Terms = {
  version: 1,
  returnPeriod: workingDays(14),
  objectionPeriod: workingDays(3),
  inspection: { receiptDayCounts: false, cutOff: null },
  refundMethod: 'bankTransfer',
  currency: 'USD',
  sampling: null,
  secondApprovalAbove: null,
};

type Dealing = { readonly client: Omit<Client, 'id'>; readonly terms: Terms };

export const clientKeys = [
  'harlan',
  'delmarva',
  'kessler',
  'brackley',
  'oropesa',
  'pacificCrest',
  'hengrui',
  'tonegawa',
  'caribe',
  'greatLakes',
  'northfield',
  'gulf',
] as const;
export type ClientKey = (typeof clientKeys)[number];

const dealings: Readonly<Record<ClientKey, Dealing>> = {
  harlan: {
    client: {
      name: 'Harlan Process Equipment, Inc.',
      country: 'US',
      timeZone: 'America/Chicago',
      language: 'en',
      serviceManager: stein,
    },
    terms: { ...usual, version: 3 },
  },
  delmarva: {
    client: {
      name: 'Delmarva Water Supply Cooperative',
      country: 'US',
      timeZone: 'America/New_York',
      language: 'en',
      serviceManager: stein,
    },
    terms: { ...usual, version: 2, returnPeriod: calendarDays(30), objectionPeriod: null },
  },
  kessler: {
    client: {
      name: 'Kessler & Rau Anlagenbau GmbH',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      language: 'de',
      serviceManager: weidmann,
    },
    terms: { ...usual, version: 2, currency: 'EUR', objectionPeriod: calendarDays(7) },
  },
  brackley: {
    client: {
      name: 'Brackley Motion Controls Ltd',
      country: 'GB',
      timeZone: 'Europe/London',
      language: 'en',
      serviceManager: weidmann,
    },
    terms: {
      ...usual,
      returnPeriod: workingDays(20),
      objectionPeriod: workingDays(2),
      refundMethod: 'creditNote',
      currency: 'GBP',
    },
  },
  oropesa: {
    client: {
      name: 'Talleres Oropesa, S.A. de C.V.',
      country: 'MX',
      timeZone: 'America/Monterrey',
      language: 'es',
      serviceManager: villalobos,
    },
    terms: {
      ...usual,
      version: 2,
      returnPeriod: calendarDays(45),
      objectionPeriod: calendarDays(5),
      refundMethod: 'letterOfCredit',
    },
  },
  pacificCrest: {
    client: {
      name: 'Pacific Crest Packaging Systems LLC',
      country: 'US',
      timeZone: 'America/Los_Angeles',
      language: 'en',
      serviceManager: stein,
    },
    terms: {
      ...usual,
      version: 4,
      returnPeriod: calendarDays(21),
      sampling: { standard: 'ISO 2859-1', level: 'II', aqlMajor: 1.0, aqlMinor: 2.5 },
    },
  },
  hengrui: {
    client: {
      name: '苏州恒瑞自动化有限公司 (Suzhou Hengrui Automation)',
      country: 'CN',
      timeZone: 'Asia/Shanghai',
      language: 'zh',
      serviceManager: linQiao,
    },
    terms: { ...usual, returnPeriod: workingDays(10), refundMethod: 'letterOfCredit' },
  },
  tonegawa: {
    client: {
      name: 'Tonegawa Machine Works K.K.',
      country: 'JP',
      timeZone: 'Asia/Tokyo',
      language: 'ja',
      serviceManager: linQiao,
    },
    terms: {
      ...usual,
      version: 2,
      returnPeriod: calendarDays(60),
      objectionPeriod: workingDays(5),
      secondApprovalAbove: 500_000,
    },
  },
  caribe: {
    client: {
      name: 'Caribe Bottling Services, Inc.',
      country: 'PR',
      timeZone: 'America/Puerto_Rico',
      language: 'es',
      serviceManager: villalobos,
    },
    terms: { ...usual, returnPeriod: null },
  },
  greatLakes: {
    client: {
      name: 'Great Lakes Conveyor & Drive Corp.',
      country: 'US',
      timeZone: 'America/Detroit',
      language: 'en',
      serviceManager: stein,
    },
    terms: {
      ...usual,
      version: 5,
      returnPeriod: calendarDays(45),
      inspection: { receiptDayCounts: true, cutOff: null },
      secondApprovalAbove: 1_000_000,
    },
  },
  northfield: {
    client: {
      name: 'Northfield Dairy Automation',
      country: 'US',
      timeZone: 'America/Chicago',
      language: 'en',
      serviceManager: stein,
    },
    terms: {
      ...usual,
      version: 2,
      inspection: { receiptDayCounts: false, cutOff: '15:00' },
      refundMethod: 'creditNote',
    },
  },
  gulf: {
    client: {
      name: 'Gulf Desalination Parts FZE',
      country: 'AE',
      timeZone: 'Asia/Dubai',
      language: 'ar',
      serviceManager: weidmann,
    },
    terms: {
      ...usual,
      returnPeriod: calendarDays(30, true),
      objectionPeriod: calendarDays(10),
      refundMethod: 'letterOfCredit',
      secondApprovalAbove: 2_000_000,
    },
  },
};

export function clientOf(key: ClientKey): Client {
  return { id: ClientId.parse(`client-${key}`), ...dealings[key].client };
}

/** In force since the year before last: older than any order of the demo. */
export function contractOf(key: ClientKey, today: LocalDate): Contract {
  return {
    id: ContractId.parse(`contract-${key}`),
    clientId: clientOf(key).id,
    effectiveFrom: `${Number(today.slice(0, 4)) - 2}-04-01`,
    ...dealings[key].terms,
  };
}

/** Price lists in other currencies follow the dollar list, rounded to ten cents or pence. */
export function priceIn(currency: string, usCents: number): number {
  const factor = currency === 'EUR' ? 0.92 : currency === 'GBP' ? 0.79 : 1;
  return factor === 1 ? usCents : Math.round((usCents * factor) / 10) * 10;
}
