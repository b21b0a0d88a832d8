/** Central's clock minus ours in milliseconds, taking its answer for the middle of asking and hearing. */
export function clockOffset(centralTime: string, askedAt: number, heardAt: number): number {
  return Math.round(Date.parse(centralTime) - (askedAt + heardAt) / 2);
}
