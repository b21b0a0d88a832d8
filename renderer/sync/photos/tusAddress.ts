/** tus wants whole addresses; this one stands for the page's own origin and goes no further than here. */
const stand = 'https://central.invalid';

export function addressOf(path: string): string {
  return `${stand}${path}`;
}

export function pathOf(address: string): string {
  return address.startsWith(stand) ? address.slice(stand.length) : address;
}
