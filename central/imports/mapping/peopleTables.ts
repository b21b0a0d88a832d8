import type { Field, Table } from './field.ts';

const id = (one: string, other: string): Field => ({
  path: 'id',
  type: 'text',
  names: 'external id, key, number, Nummer, número, 编号',
  examples: [one, other],
});
const country = (...examples: readonly [string, string]): Field => ({
  path: 'country',
  type: 'capitals',
  names: 'Land, país, 国家',
  examples,
});
const timeZone = (...examples: readonly [string, string]): Field => ({
  path: 'timeZone',
  type: 'text',
  names: 'time zone, Zeitzone, zona horaria, 时区',
  examples,
});
const name = (...examples: readonly [string, string]): Field => ({
  path: 'name',
  type: 'text',
  names: 'Name, Bezeichnung, Firma, company, nombre, 名称, 姓名',
  examples,
});

/** After how many minutes without work a station locks: said of all three places, or of none. */
function lockMinutes(
  ...places: readonly (readonly [string, string, string, string])[]
): readonly Field[] {
  return places.map(([place, german, spanish, chinese]) => ({
    path: `lockAfterMinutes.${place}`,
    type: 'whole',
    names: `lock minutes ${place}, Sperre ${german} Minuten, bloqueo ${spanish} minutos, ${chinese}锁定分钟`,
    examples: ['', ''],
  }));
}

export const sites: Table = {
  kind: 'sites',
  idFrom: ['name'],
  fields: [
    id('ULM', 'PORTO'),
    {
      ...name('Werk Ulm', 'Armazém Porto'),
      names:
        'Name, Bezeichnung, site, plant, warehouse, Standort, Werk, Lager, nombre, almacén, 名称, 仓库',
    },
    { path: 'city', type: 'text', names: 'Ort, Stadt, ciudad, 城市', examples: ['Ulm', 'Porto'] },
    country('DE', 'PT'),
    timeZone('Europe/Berlin', 'Europe/Lisbon'),
    {
      path: 'docks',
      type: 'texts',
      names: 'dock, Tor, Tore, muelles, 月台',
      examples: ['Tor 1; Tor 2', 'Cais 1'],
    },
    {
      path: 'rma.pattern',
      type: 'text',
      names: 'rma pattern, RMA-Muster, patrón rma',
      examples: ['', ''],
    },
    {
      path: 'rma.check',
      type: 'text',
      names: 'rma check, check digit, Prüfziffer, RMA-Prüfziffer, dígito de control, 校验位',
      examples: ['', ''],
    },
    {
      path: 'rma.prefixes',
      type: 'texts',
      names: 'rma prefixes, RMA-Präfixe, prefijos rma',
      examples: ['', ''],
    },
    {
      path: 'languages',
      type: 'texts',
      names: 'languages, Sprachen, idiomas, 语言',
      examples: ['de; en', ''],
    },
    ...lockMinutes(
      ['dock', 'Tor', 'muelle', '月台'],
      ['bench', 'Prüfplatz', 'banco', '检验台'],
      ['desk', 'Schreibtisch', 'escritorio', '办公桌'],
    ),
    {
      path: 'closedFrom',
      type: 'day',
      names: 'closed from, geschlossen ab, cerrado desde, 关闭日期',
      examples: ['', ''],
    },
  ],
};

export const calendars: Table = {
  kind: 'calendars',
  idFrom: ['site'],
  fields: [
    id('ULM', 'PORTO'),
    {
      path: 'site',
      type: 'reference',
      names: 'Standort, Werk, almacén, 仓库',
      examples: ['ULM', 'PORTO'],
    },
    country('DE', 'PT'),
    {
      path: 'region',
      type: 'text',
      names: 'Bundesland, state, región, 地区',
      examples: ['BW', ''],
    },
    {
      path: 'fromYear',
      type: 'whole',
      names: 'from year, von Jahr, desde, 起始年',
      examples: ['2026', '2026'],
    },
    {
      path: 'untilYear',
      type: 'whole',
      names: 'until year, bis Jahr, hasta, 截止年',
      examples: ['2028', '2028'],
    },
  ],
};

export const people: Table = {
  kind: 'people',
  idFrom: ['badge'],
  fields: [
    id('P-1', 'P-2'),
    name('Jana Voß', 'Rui Costa'),
    {
      path: 'badge',
      type: 'capitals',
      names: 'badge number, Ausweis, Ausweisnummer, tarjeta, 工牌',
      examples: ['JANAV01', 'RUICO01'],
    },
    {
      path: 'roles',
      type: 'codes',
      names: 'role, Rolle, Rollen, función, 角色',
      examples: ['dock; inspector', 'supervisor'],
      codes: {
        dock: 'dock worker, Wareneingang, muelle, 收货',
        inspector: 'Prüfer, Prüferin, inspector, 检验员',
        supervisor: 'Leitung, Schichtleiter, supervisora, 主管',
      },
    },
    {
      path: 'sites',
      type: 'references',
      names: 'site, Standort, Standorte, almacenes, 仓库',
      examples: ['ULM', 'ULM; PORTO'],
    },
  ],
};

export const clients: Table = {
  kind: 'clients',
  idFrom: [],
  fields: [
    {
      ...id('K-4711', 'K-4712'),
      names:
        'external id, client number, customer number, number, Kundennummer, Debitor, Kunden-Nr, número de cliente, 客户号',
    },
    name('Brückner Anlagenbau GmbH', 'Agua Norte SA'),
    country('DE', 'ES'),
    timeZone('Europe/Berlin', 'Europe/Madrid'),
    { path: 'language', type: 'text', names: 'Sprache, idioma, 语言', examples: ['de', 'es'] },
    {
      path: 'serviceManager.name',
      type: 'text',
      names: 'service manager, Kundenbetreuer, Betreuer, gestor, 客户经理',
      examples: ['Jana Voß', 'Jana Voß'],
    },
    {
      path: 'serviceManager.email',
      type: 'text',
      names: 'service manager email, Betreuer E-Mail, email, E-Mail, correo, 邮箱',
      examples: ['jana@pumps.example', 'jana@pumps.example'],
    },
    {
      path: 'numbers',
      type: 'texts',
      names:
        'further numbers, other numbers, debtor number, weitere Nummern, weitere Kundennummern, Debitorennummer, otros números, 其他编号',
      examples: ['D-20017; W-88', ''],
    },
    {
      path: 'address',
      type: 'texts',
      names: 'Adresse, Anschrift, dirección, 地址',
      hasCommas: true,
      examples: ['Hafenweg 1; 89073 Ulm', ''],
    },
  ],
};

const dayKinds = {
  workingDays: 'working days, Werktage, Arbeitstage, días hábiles, 工作日',
  calendarDays: 'calendar days, days, Tage, Kalendertage, días naturales, 日历日',
};
const period = (
  path: string,
  names: string,
  days: string,
  kinds: string,
  receipt: string,
): readonly Field[] => [
  { path: `${path}.days`, type: 'whole', names, examples: [days, days] },
  {
    path: `${path}.kind`,
    type: 'code',
    names: kinds,
    examples: ['workingDays', 'calendarDays'],
    codes: dayKinds,
  },
  { path: `${path}.receiptDayCounts`, type: 'yesNo', names: receipt, examples: ['no', 'no'] },
];

export const contracts: Table = {
  kind: 'contracts',
  idFrom: [],
  blank: { returnPeriod: null, objectionPeriod: null },
  fields: [
    {
      ...id('V-1', 'V-2'),
      names: 'external id, contract number, number, Vertrag, Vertragsnummer, contrato, 合同号',
    },
    {
      path: 'client',
      type: 'reference',
      names: 'client number, customer, Kunde, Kundennummer, cliente, 客户号',
      examples: ['K-4711', 'K-4712'],
    },
    {
      path: 'effectiveFrom',
      type: 'day',
      names: 'valid from, gültig ab, válido desde, 生效日期',
      examples: ['2025-01-01', '2025-01-01'],
    },
    ...period(
      'returnPeriod',
      'return period, Rückgabefrist, Rückgabefrist Tage, plazo de devolución, 退货期限',
      '14',
      'return period unit, Rückgabefrist Einheit, Rückgabefrist Art, Rückgabefrist zählt, unidad del plazo de devolución, 退货期限单位',
      'return period counts day of receipt, Rückgabefrist mit Eingangstag, plazo de devolución con día de recepción, 退货期限计入收货当日',
    ),
    ...period(
      'objectionPeriod',
      'objection period, Rügefrist, plazo de reclamación, 异议期限',
      '7',
      'objection period unit, Rügefrist Einheit, Rügefrist Art, Rügefrist zählt, unidad del plazo de reclamación, 异议期限单位',
      'objection period counts day of receipt, Rügefrist mit Eingangstag, plazo de reclamación con día de recepción, 异议期限计入收货当日',
    ),
    {
      path: 'refundMethod',
      type: 'code',
      names: 'refund, Erstattung, Erstattungsart, forma de reembolso, 退款方式',
      examples: ['bankTransfer', 'creditNote'],
      codes: {
        bankTransfer: 'bank transfer, transfer, Überweisung, transferencia, 银行转账',
        letterOfCredit: 'letter of credit, Akkreditiv, carta de crédito, 信用证',
        creditNote: 'credit note, Gutschrift, nota de crédito, 贷记单',
      },
    },
    {
      path: 'currency',
      type: 'capitals',
      names: 'Währung, moneda, divisa, 币种',
      examples: ['EUR', 'EUR'],
    },
    {
      path: 'periodCalendar',
      type: 'text',
      names: 'calendar, Kalender, calendario',
      examples: ['', 'country:ES'],
    },
    {
      path: 'secondApprovalAbove',
      type: 'decimal',
      names: 'second approval above, zweite Freigabe ab, segunda aprobación',
      examples: ['10000', ''],
    },
  ],
};
