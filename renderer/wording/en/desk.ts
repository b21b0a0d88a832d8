export const desk = {
  'desk.title': 'Desk',
} as const;
