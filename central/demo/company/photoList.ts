/** The drawn photographs by name. Those of the warehouse stand before grey paper, the clients' do not. */
const photoFamilies = [
  'pump',
  'valve',
  'bearing',
  'sensor',
  'cable',
  'hose',
  'housing',
  'cabinet',
  'drive',
  'drum',
] as const;
export type PhotoFamily = (typeof photoFamilies)[number];

export type PhotoName =
  | `${PhotoFamily}-${'whole' | 'defect' | 'site'}`
  | 'plate-machine'
  | 'plate-electric'
  | 'label'
  | 'label-smeared'
  | 'carton'
  | 'carton-dented'
  | 'carton-wet'
  | 'carton-site'
  | 'pallet'
  | 'pallet-site';

export const photoNames: readonly PhotoName[] = [
  ...photoFamilies.flatMap((f) => [`${f}-whole`, `${f}-defect`, `${f}-site`] as const),
  'plate-machine',
  'plate-electric',
  'label',
  'label-smeared',
  'carton',
  'carton-dented',
  'carton-wet',
  'carton-site',
  'pallet',
  'pallet-site',
];
