import type { Table } from './field.ts';

/** One row for each line of a return; what is the same for all stands in its first. */
export const returns: Table = {
  kind: 'returns',
  idFrom: ['rma'],
  blank: { rma: null },
  blankLine: { orderLine: null },
  fields: [
    { path: 'id', type: 'text', names: 'external id, key', examples: ['R-42', 'R-42'] },
    {
      path: 'rma',
      type: 'text',
      names: 'rma number, return number, Retourennummer, Rücksendenummer, número rma, 退货单号',
      examples: ['R-42', 'R-42'],
    },
    {
      path: 'site',
      type: 'reference',
      names: 'warehouse, plant, Werk, Standort, Lager, almacén, 仓库',
      examples: ['ULM', 'ULM'],
    },
    {
      path: 'client',
      type: 'reference',
      names: 'client number, customer, customer number, Kunde, Kundennummer, cliente, 客户, 客户号',
      examples: ['K-4711', 'K-4711'],
    },
    {
      path: 'contract',
      type: 'reference',
      names: 'contract number, Vertrag, Vertragsnummer, contrato, 合同',
      examples: ['V-1', 'V-1'],
    },
    {
      path: 'application.receivedAt',
      type: 'moment',
      names:
        'applied on, applied at, received at, Antrag vom, Antragsdatum, fecha de solicitud, 申请日期',
      examples: ['2026-11-10', '2026-11-10'],
    },
    {
      path: 'application.description',
      type: 'text',
      names: 'description, remarks, Beschreibung, Bemerkung, descripción, 说明',
      examples: ['shaft broken', 'shaft broken'],
    },
    {
      path: 'review.outcome',
      type: 'code',
      names: 'review, Prüfung, revisión, 审核结果',
      examples: ['authorised', 'authorised'],
      codes: {
        authorised: 'approved, yes, genehmigt, autorizado, 批准',
        partlyAuthorised: 'partly, teilweise, parcial, 部分批准',
        denied: 'refused, no, abgelehnt, denegado, 拒绝',
        moreInformation: 'more information, Rückfrage, más información, 需补充',
      },
    },
    {
      path: 'review.sentOn',
      type: 'day',
      names: 'review sent on, Bescheid vom, fecha de revisión, 审核日期',
      examples: ['2026-11-11', '2026-11-11'],
    },
    {
      path: 'expectedOn',
      type: 'day',
      names: 'expected, erwartet am, previsto, 预计到达',
      examples: ['2026-11-20', '2026-11-20'],
    },
    {
      path: 'objectedOn',
      type: 'day',
      names: 'objection, Einspruch am, fecha de reclamación, 异议日期',
      examples: ['', ''],
    },
    {
      path: 'trackingNumbers',
      type: 'texts',
      names: 'tracking number, tracking, Sendungsnummer, número de seguimiento, 运单号',
      examples: ['00340434161094022115', '00340434161094022115'],
    },
    { path: 'ssccs', type: 'texts', names: 'sscc, NVE', examples: ['', ''] },
    {
      path: 'freight',
      type: 'decimal',
      names: 'freight cost, Frachtkosten, gastos de envío, 运费',
      examples: ['', ''],
    },
    {
      path: 'lines.orderLine',
      type: 'reference',
      names: 'order line, order item, Auftragsposition, línea de pedido, 订单行',
      examples: ['A-2026-118/10', 'A-2026-118/20'],
    },
    {
      path: 'lines.reason',
      type: 'code',
      names:
        'claim reason, return reason, Grund, Reklamationsgrund, Rückgabegrund, motivo, 退货原因',
      examples: ['defective', 'wrongGoods'],
      codes: {
        defective: 'defect, faulty, defekt, kaputt, defectuoso, 有缺陷, DM',
        poorWorkmanship: 'poor workmanship, schlechte Verarbeitung, mala fabricación, 做工差, PW',
        notAsDescribed: 'not as described, nicht wie beschrieben, no conforme, 与描述不符, NA',
        wrongGoods:
          'wrong article, wrong item, falsch geliefert, Falschlieferung, falsche Ware, mercancía equivocada, 发错货, WG',
        wrongQuantity: 'wrong quantity, falsche Menge, cantidad equivocada, 数量错误',
        packagingDefective: 'packaging, Verpackung defekt, embalaje defectuoso, 包装破损, DP',
        labelProblem: 'label, Etikett, etiqueta, 标签问题, LP',
        transportDamage: 'transport damage, Transportschaden, daño de transporte, 运输损坏',
        clientOrderingError:
          'ordered by mistake, Fehlbestellung, falsch bestellt, error de pedido, 订错, CO',
        surplus: 'Überlieferung, Restbestand, excedente, 多余, EI',
      },
    },
    {
      path: 'lines.requestedQuantity',
      type: 'quantity',
      names: 'quantity, qty, requested, Menge, Retourenmenge, cantidad, 数量',
      examples: ['1', '20'],
    },
    {
      path: 'lines.approvedQuantity',
      type: 'quantity',
      names: 'approved, authorised quantity, genehmigte Menge, cantidad autorizada, 批准数量',
      examples: ['1', '20'],
    },
    {
      path: 'lines.wanted',
      type: 'code',
      names: 'wanted resolution, resolution, gewünscht, Wunsch, solución deseada, 期望处理',
      examples: ['refund', 'exchange'],
      codes: {
        refund: 'Erstattung, Gutschrift, reembolso, 退款',
        exchange: 'replacement, Umtausch, Ersatz, cambio, 换货',
        compensation: 'Minderung, compensación, 补偿',
        creditWithoutReturn: 'credit without return, Gutschrift ohne Rücksendung',
        returnToClient: 'return to client, zurück an Kunden',
        none: 'keine, ninguna, 无',
      },
    },
  ],
};
