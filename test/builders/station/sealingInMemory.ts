/** The abilities a page leans on when it saves, kept in memory: numbered and chained, not signed. */
import { createHash } from 'node:crypto';
import type { Desktop, DesktopOutput } from '../../../shared/desktop/desktopApi.ts';
import { HeldDecision } from '../../../shared/desktop/heldDecision.ts';
import { PrintedDocument } from '../../../shared/desktop/printedDocument.ts';
import { canonicalJson } from '../../../shared/sync/canonicalJson.ts';
import { Command, chainStart } from '../../../shared/sync/command.ts';

export type SealingInMemory = Pick<
  Desktop,
  | 'stationState'
  | 'sealCommand'
  | 'readJournal'
  | 'returnCommands'
  | 'settleCommands'
  | 'keepPhoto'
  | 'readPhoto'
  | 'keptPhotos'
  | 'letPhotoGo'
  | 'reportUnsent'
  | 'refreshPeople'
  | 'provePin'
  | 'keepHeldDecision'
  | 'letHeldDecisionGo'
  | 'heldDecisions'
  | 'printDocument'
  | 'keepPrinted'
  | 'dropPrinted'
> & { readonly lines: Command[]; readonly settled: Set<string> };

export function sealingInMemory(): SealingInMemory {
  const lines: Command[] = [];
  const settled = new Set<string>();
  const held = new Map<string, HeldDecision>();
  const photos = new Map<string, Uint8Array<ArrayBuffer>>();
  let printed: string | null = null;
  return {
    lines,
    settled,
    async stationState() {
      return stateWith({
        lastSequence: lines.at(-1)?.sequence ?? 0,
        unsettled: lines.filter((l) => !settled.has(l.fact.id)).length,
      });
    },
    async sealCommand({ draft }) {
      const open = {
        ...draft,
        stationId: draft.fact.stationId,
        sequence: (lines.at(-1)?.sequence ?? 0) + 1,
        previousHash: lines.at(-1)?.hash ?? chainStart,
      };
      const hash = createHash('sha256').update(canonicalJson(open)).digest('hex');
      // As over IPC: what comes back is a copy.
      const command = Command.parse({ ...open, hash, signature: 's'.repeat(88) });
      lines.push(command);
      return { ok: true, value: structuredClone(command) };
    },
    async readJournal({ afterSequence, limit, answeredAbove = Number.MAX_SAFE_INTEGER }) {
      const open = lines.filter(
        (l) =>
          l.sequence > afterSequence && (!settled.has(l.fact.id) || l.sequence > answeredAbove),
      );
      const commands = structuredClone(open.slice(0, limit));
      const answered = commands.flatMap((c) => (settled.has(c.fact.id) ? [c.fact.id] : []));
      return { commands, answered, more: open.length > limit };
    },
    async returnCommands({ commands }) {
      const known = new Set(lines.map((line) => line.fact.id));
      const lost = commands
        .map((it) => Command.parse(it))
        .filter((command) => !known.has(command.fact.id));
      lines.push(...lost);
      lines.sort((a, b) => a.sequence - b.sequence);
      return { restored: lost.length };
    },
    async settleCommands({ ids }) {
      for (const id of ids) settled.add(id);
      return {};
    },
    async keepPhoto({ sha256, bytes }) {
      photos.set(sha256, new Uint8Array(bytes));
      return { ok: true, value: { bytes: bytes.length } };
    },
    readPhoto: async ({ sha256 }) => photos.get(sha256) ?? null,
    keptPhotos: async () => [...photos.keys()],
    async letPhotoGo({ sha256 }) {
      photos.delete(sha256);
      return {};
    },
    provePin: async () => ({ ok: true, value: {} }),
    async keepHeldDecision(input) {
      const kept = HeldDecision.parse(input.held);
      held.set(kept.key, structuredClone(kept));
      return {};
    },
    async letHeldDecisionGo({ key }) {
      held.delete(key);
      return {};
    },
    heldDecisions: async () => structuredClone([...held.values()]),
    async printDocument(input) {
      const document = PrintedDocument.parse(input.document);
      printed = createHash('sha256').update(canonicalJson(document)).digest('hex');
      return { ok: true, value: { sha256: printed, bytes: 180_000 } };
    },
    keepPrinted: async ({ sha256 }) =>
      sha256 === printed
        ? { ok: true, value: { fileName: 'report.pdf' } }
        : { ok: false, refusal: { code: 'notPrinted' } },
    async dropPrinted() {
      printed = null;
      return {};
    },
    reportUnsent: async () => ({}),
    refreshPeople: async () => ({ refreshed: false }),
  };
}

function stateWith(journal: {
  lastSequence: number;
  unsettled: number;
}): DesktopOutput<'stationState'> {
  return {
    enrolment: null,
    revoked: false,
    leaving: null,
    wipedAt: null,
    tokenRefused: false,
    centralUrl: null,
    offeredCode: null,
    demo: false,
    version: '0',
    electron: '0',
    chromium: '0',
    platform: 'test',
    bootId: 'boot-1',
    monotonicMs: 0,
    keyring: 'none',
    freeBytes: 1e12,
    minimumFreeBytes: 0,
    journal: { ...journal, tornLines: 0, damagedLines: 0 },
  };
}
