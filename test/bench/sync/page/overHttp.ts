/** Sending and fetching without any store: the floor of the link. */
import type { PushResponse } from '../../../../shared/sync/centralApi.ts';
import type { Command } from '../../../../shared/sync/command.ts';
import type { PullResponse } from '../../../../shared/sync/pullApi.ts';

export const commandsAtOnce = 500;

export async function given<T>(url: string | undefined): Promise<T> {
  const answer = await fetch(url ?? '');
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

export async function pushed(
  url: string | undefined,
  commands: readonly Command[],
): Promise<PushResponse> {
  const answer = await fetch(`${url}/central/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contractVersion: 1, epoch: null, commands }),
  });
  return (await answer.json()) as PushResponse;
}

/** Every page from the beginning, each handed over before the next is asked for. */
export async function eachPage(
  url: string | undefined,
  take: (page: PullResponse) => Promise<void>,
): Promise<void> {
  for (let cursor = ''; ; ) {
    const page = await given<PullResponse>(`${url}/central/changes?limit=1000&cursor=${cursor}`);
    await take(page);
    if (!page.more) return;
    cursor = page.cursor;
  }
}
