/** What the gallery shows: made-up goods with real lengths. Development only, so not in the catalogues. */
export const words = {
  title: 'Gallery',
  inspector: 'Marguerite Delacroix-Oyelaran',
  client: 'Hartmann & Söhne Präzisionsantriebe GmbH',
  article: 'Planetary gearbox PG-240, ratio 1:64, flange B14',
  short: 'Ball valve DN 50',
  note: 'Housing cracked along the weld, oil on the inside of the carton.',
  rma: 'RMA-26-0004711',
  sscc: '340123450000012345',
  why: 'A manufacturing defect was found on 4 of 12 units; improper use was not proved.',
  whyNot: 'The carrier was chosen by the client, so transport damage is not ours to bear.',
  photo:
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'%3E%3Crect width='400' height='300' fill='%23a9b0ab'/%3E%3Cpath d='M60 240V110l140-60 140 60v130z' fill='%23c9a36b'/%3E%3Cpath d='M60 110l140 55 140-55M200 165v75' stroke='%237d5f33' stroke-width='5' fill='none'/%3E%3Cpath d='M100 180l60 22v24l-60-20z' fill='%23f4f1ea'/%3E%3C/svg%3E",
} as const;
