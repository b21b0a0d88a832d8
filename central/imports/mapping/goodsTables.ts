import type { Table } from './field.ts';

const units = {
  EA: 'pcs, piece, pieces, each, Stück, Stk, St, PCE, ST, unidad, ud, 件, 个',
  KG: 'kg, kilogram, Kilogramm, kilogramo, KGM, 千克, 公斤',
  M: 'm, metre, meter, metro, MTR, 米',
  L: 'l, litre, liter, litro, LTR, 升',
  PR: 'pair, Paar, par, 双',
};

export const articles: Table = {
  kind: 'articles',
  idFrom: ['number'],
  fields: [
    { path: 'id', type: 'text', names: 'external id, key', examples: ['KP-40/160', 'D-200'] },
    {
      path: 'number',
      type: 'text',
      names:
        'article number, article no, item number, material, sku, Artikelnummer, Artikel-Nr, Materialnummer, referencia, número de artículo, 料号, 物料号',
      examples: ['KP-40/160', 'D-200'],
    },
    {
      path: 'name',
      type: 'text',
      names:
        'description, article name, Bezeichnung, Artikelbezeichnung, Benennung, descripción, nombre, 名称, 品名',
      examples: ['Pump KP 40/160', 'Gasket DN 200'],
    },
    {
      path: 'gtins',
      type: 'gtins',
      names: 'gtin, ean, ean13, barcode, EAN-Code, código de barras, 条码',
      examples: ['4006381333931; 14006381333938=12', ''],
    },
    {
      path: 'unit',
      type: 'code',
      names: 'unit of measure, uom, Einheit, Mengeneinheit, ME, unidad, 单位',
      examples: ['EA', 'EA'],
      codes: units,
    },
    {
      path: 'productGroup',
      type: 'text',
      names: 'group, Warengruppe, Produktgruppe, grupo de productos, 产品组',
      examples: ['pumps', 'gaskets'],
    },
    {
      path: 'parts',
      type: 'texts',
      hasCommas: true,
      names:
        'parts, set contents, components, Teile, Lieferumfang, Bestandteile, piezas, contenido, componentes, 部件, 组件, 套件内容',
      examples: ['Pump; Coupling; Manual', 'Gasket; Bolts M16 (8)'],
    },
    {
      path: 'characteristics',
      type: 'characteristics',
      hasCommas: true,
      names:
        'characteristics, limits, measurements, tolerances, Merkmale, Prüfmerkmale, Grenzwerte, características, límites, tolerancias, 特性, 测量特性, 公差',
      examples: ['Shaft 24.98..25.02 mm; Mass ..12.6 kg', 'Thickness 1.95..2.05 mm'],
    },
    {
      path: 'serialControlled',
      type: 'yesNo',
      names: 'serial, Seriennummernpflicht, con número de serie, 序列号管理',
      examples: ['yes', 'no'],
    },
    {
      path: 'lotControlled',
      type: 'yesNo',
      names: 'batch controlled, Chargenpflicht, con lote, 批次管理',
      examples: ['no', 'yes'],
    },
    {
      path: 'hazard',
      type: 'text',
      names: 'hazard class, Gefahrgut, peligro, 危险品',
      examples: ['', ''],
    },
    {
      path: 'weightGrams',
      type: 'whole',
      names: 'weight g, Gewicht g, peso g, 重量克',
      examples: ['12500', '80'],
    },
  ],
};

export const orderLines: Table = {
  kind: 'order-lines',
  idFrom: ['orderNumber', 'lineNumber'],
  fields: [
    {
      path: 'id',
      type: 'text',
      names: 'external id, key',
      examples: ['A-2026-118/10', 'A-2026-118/20'],
    },
    {
      path: 'client',
      type: 'reference',
      names:
        'client number, customer, customer number, Kunde, Kundennummer, Debitor, Kunden-Nr, cliente, 客户, 客户号',
      examples: ['K-4711', 'K-4711'],
    },
    {
      path: 'orderNumber',
      type: 'text',
      names:
        'order, order no, Auftrag, Auftragsnummer, Auftrags-Nr, pedido, número de pedido, 订单, 订单号',
      examples: ['A-2026-118', 'A-2026-118'],
    },
    {
      path: 'lineNumber',
      type: 'whole',
      names: 'line, position, pos, item, Position, Pos, Positionsnummer, línea, posición, 行号',
      examples: ['10', '20'],
    },
    {
      path: 'article',
      type: 'reference',
      names:
        'article number, item number, material, sku, Artikel, Artikelnummer, Artikel-Nr, Materialnummer, artículo, referencia, 料号, 物料号',
      examples: ['KP-40/160', 'D-200'],
    },
    {
      path: 'shippedArticle',
      type: 'reference',
      names: 'delivered article, gelieferter Artikel, artículo enviado, 发货料号',
      examples: ['', ''],
    },
    {
      path: 'orderedQuantity',
      type: 'quantity',
      names:
        'ordered, quantity ordered, quantity, qty, qty ordered, Menge, Bestellmenge, Menge bestellt, bestellt, Auftragsmenge, cantidad, cantidad pedida, 数量, 订购数量',
      examples: ['2', '500'],
    },
    {
      path: 'shippedQuantity',
      type: 'quantity',
      names:
        'shipped, delivered, quantity shipped, quantity delivered, qty shipped, Liefermenge, gelieferte Menge, Menge geliefert, geliefert, cantidad enviada, 发货数量',
      examples: ['2', '500'],
    },
    {
      path: 'unit',
      type: 'code',
      names: 'unit of measure, uom, Einheit, Mengeneinheit, ME, unidad, 单位',
      examples: ['EA', 'EA'],
      codes: units,
    },
    {
      path: 'currency',
      type: 'capitals',
      names: 'Währung, moneda, divisa, 币种',
      examples: ['EUR', 'EUR'],
    },
    {
      path: 'price',
      type: 'decimal',
      names: 'unit price, Preis, Einzelpreis, Stückpreis, precio, precio unitario, 单价',
      examples: ['418.50', '0.1234'],
    },
    {
      path: 'pricePer',
      type: 'whole',
      names: 'price unit, per, Preiseinheit, PE, por, 价格单位',
      examples: ['1', '1'],
    },
    {
      path: 'discountPercent',
      type: 'decimal',
      names: 'discount, Rabatt, Rabatt %, descuento, 折扣',
      examples: ['0', '2.5'],
    },
    {
      path: 'net',
      type: 'decimal',
      names: 'net amount, Netto, Nettobetrag, neto, 净额',
      examples: ['837.00', ''],
    },
    {
      path: 'tax',
      type: 'decimal',
      names: 'tax amount, vat, MwSt, USt, Steuer, iva, impuesto, 税额',
      examples: ['159.03', ''],
    },
    { path: 'lot', type: 'text', names: 'batch, Charge, lote, 批次', examples: ['', 'L-7'] },
    {
      path: 'serials',
      type: 'texts',
      names: 'serial numbers, serial number, Seriennummer, Seriennummern, números de serie, 序列号',
      examples: ['SN-1; SN-2', ''],
    },
    {
      path: 'deliveryNumber',
      type: 'text',
      names: 'delivery, delivery note, Lieferschein, Lieferscheinnummer, albarán, 交货单号',
      examples: ['L-900', 'L-900'],
    },
    {
      path: 'deliveredOn',
      type: 'day',
      names: 'delivery date, received on, Lieferdatum, geliefert am, fecha de entrega, 交货日期',
      examples: ['2026-11-02', '2026-11-02'],
    },
    {
      path: 'customised',
      type: 'yesNo',
      names: 'custom made, Sonderanfertigung, kundenspezifisch, a medida, 定制',
      examples: ['no', 'no'],
    },
    {
      path: 'carrier.name',
      type: 'text',
      names: 'carrier, Spediteur, Frachtführer, transportista, 承运人',
      examples: ['DHL Freight', 'DHL Freight'],
    },
    {
      path: 'carrier.selectedBy',
      type: 'code',
      names:
        'carrier selected by, carrier chosen by, Frachtführer gewählt von, transportista elegido por',
      examples: ['us', 'us'],
      codes: {
        us: 'seller, wir, Verkäufer, nosotros, 卖方',
        client: 'customer, buyer, Kunde, cliente, 买方',
        unknown: 'unbekannt, desconocido, 未知',
      },
    },
    {
      path: 'drawing',
      type: 'text',
      names: 'sample, Zeichnung, Muster, plano, 图纸',
      examples: ['', ''],
    },
  ],
};
