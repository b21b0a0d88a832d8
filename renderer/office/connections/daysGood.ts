/** How long a key may be good for. */
export const daysGood = ['30', '90', '180', '365'] as const;
export type DaysGood = (typeof daysGood)[number];
