import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { Refund } from '../../shared/facts/documents.ts';
import type { Instructed, LookedUp, RefundPort } from './refundPort.ts';

const patience = 10_000;

const Found = z.object({
  state: z.enum(['acknowledged', 'failed', 'pending', 'absent']),
  why: z.string().max(300).optional(),
});

/**
 * Tells a payment system by a signed webhook (Standard Webhooks) with the refund's id as message id
 * and idempotency key. 2xx: acknowledged; 400, 402 and 422 refuse this refund; anything else, as a
 * wrong secret (401) or address (404), is not about it, so it is looked up until that is mended.
 * A refund by transfer names its account, where the client's is kept (`account`: holder, iban, bic).
 * Looked up by GET `?key=<id>`: 200 with `{"state":"acknowledged"|"failed"|"pending"}`, or 404 with
 * `{"state":"absent"}`, which alone allows sending it again.
 */
export function webhookPort(address: string, secret: string): RefundPort {
  const url = new URL(address);
  const signer = new Webhook(secret);

  async function call(target: URL, method: 'GET' | 'POST', refund: Refund, payload: string) {
    const at = new Date();
    return fetch(target, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        'idempotency-key': refund.id,
        'webhook-id': refund.id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signer.sign(refund.id, at, payload),
      },
      ...(method === 'POST' ? { body: payload } : {}),
    });
  }

  return {
    kind: 'webhook',
    async instruct(refund, account): Promise<Instructed> {
      const { state: _state, ...data } = refund;
      const payload = JSON.stringify({
        type: 'refund.instructed',
        timestamp: refund.startedAt ?? refund.approvedAt,
        data: { ...data, ...(account === null ? {} : { account }) },
      });
      try {
        const answer = await call(url, 'POST', refund, payload);
        await answer.body?.cancel();
        if (answer.ok) return { kind: 'acknowledged' };
        const why = `answered ${answer.status}`;
        return { kind: refusedAs(answer.status), why };
      } catch (error) {
        return { kind: 'unknown', why: whyOf(error) };
      }
    },
    async lookUp(refund): Promise<LookedUp> {
      const target = new URL(url);
      target.searchParams.set('key', refund.id);
      try {
        const answer = await call(target, 'GET', refund, '');
        const found = Found.safeParse(await shortJson(answer));
        if (!found.success || (answer.status !== 200 && answer.status !== 404))
          return { kind: 'unknown', why: `cannot be looked up: answered ${answer.status}` };
        const { state, why } = found.data;
        if (state === 'absent')
          return answer.status === 404
            ? { kind: 'absent' }
            : { kind: 'unknown', why: 'absent, but answered 200' };
        if (state === 'failed') return { kind: 'failed', why: why ?? 'failed' };
        return state === 'acknowledged'
          ? { kind: 'acknowledged' }
          : { kind: 'unknown', why: 'still pending' };
      } catch (error) {
        return { kind: 'unknown', why: whyOf(error) };
      }
    },
  };
}

function refusedAs(status: number): 'failed' | 'unheard' | 'unknown' {
  if (status === 400 || status === 402 || status === 422) return 'failed';
  // Busy or in doubt about the key: it may have been read all the same.
  const isInDoubt = [408, 409, 425, 429].includes(status);
  return status >= 300 && status < 500 && !isInDoubt ? 'unheard' : 'unknown';
}

const longest = 64 * 1024;

async function shortJson(answer: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = answer.body;
  if (body === null) return null;
  for await (const part of body) {
    length += part.length;
    if (length > longest) throw new Error('the answer is too long');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the call failed';
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return `${error.message} ${cause}`.trim().slice(0, 300);
}
