export const bench = {
  'bench.title': 'Bench',
} as const;
