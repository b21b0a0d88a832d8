export const dock = {
  'dock.title': 'Dock',
} as const;
