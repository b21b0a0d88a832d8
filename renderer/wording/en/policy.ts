export const policy = {
  'policy.title': 'What the policy says',
} as const;
