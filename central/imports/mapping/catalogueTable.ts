import { CatalogueCode } from '../../../shared/facts/catalogue.ts';
import type { Field, Table } from './field.ts';

const named = (language: string, names: string, ...examples: readonly [string, string]): Field => ({
  path: `names.${language}`,
  type: 'text',
  names,
  examples,
});

export const catalogue: Table = {
  kind: 'catalogue',
  idFrom: ['code'],
  fields: [
    { path: 'id', type: 'text', names: 'external id, key', examples: ['D17', 'D18'] },
    {
      path: 'of',
      type: 'code',
      names: 'stands for, our code, steht für, representa, 代表',
      examples: ['workmanship.weld', 'function.leak'],
      codes: Object.fromEntries(CatalogueCode.options.map((code) => [code, ''])),
    },
    {
      path: 'code',
      type: 'text',
      names:
        'defect code, company code, Fehlercode, Fehlerschlüssel, Mangelcode, código, 代码, 缺陷代码',
      examples: ['D17', 'D18'],
    },
    named('en', 'name, name en, English, description, 英文', 'Pore in the weld', 'Gland leaks'),
    named('de', 'name de, Deutsch, Bezeichnung, 德文', 'Pore in der Naht', 'Stopfbuchse undicht'),
    named('es', 'name es, español, denominación, 西班牙文', '', ''),
    named('zh', 'name zh, 中文, 名称', '', ''),
    {
      path: 'productGroups',
      type: 'texts',
      names:
        'product groups, product group, Produktgruppe, Warengruppe, grupo de productos, 产品组',
      examples: ['pumps', ''],
    },
    {
      path: 'validFrom',
      type: 'day',
      names: 'offered from, valid from, gültig ab, válido desde, 生效日期',
      examples: ['2026-01-01', ''],
    },
    { path: 'x12', type: 'text', names: 'x12 code', examples: ['', ''] },
  ],
};
