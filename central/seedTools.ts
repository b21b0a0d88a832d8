import type { KeyObject } from 'node:crypto';
import type { Person } from '../shared/facts/documents.ts';
import type { Fact } from '../shared/facts/fact.ts';
import { seal } from '../shared/node/seal.ts';
import type { OfficeCommand } from '../shared/office/officeCommand.ts';
import type { CommandResult } from '../shared/sync/centralApi.ts';
import { type Command, chainStart } from '../shared/sync/command.ts';
import { applyCommands } from './commands/applyCommands.ts';
import type { CentralDatabase } from './database/openDatabase.ts';
import type { DocumentToPut } from './documents/document.ts';
import { putDocuments } from './documents/documentRows.ts';
import { silent } from './log.ts';
import { applyOffice } from './office/applyOffice.ts';
import { registerDemoPerson } from './people/personRows.ts';
import { registerStation } from './people/stationRows.ts';
import { recordPhoto } from './photos/photoRows.ts';
import type { PhotoStore } from './photos/photoStore.ts';
import { strikePhotos } from './refunds/photoWaitRows.ts';
import { registerOnly } from './refunds/refundPort.ts';
import { processNextRefund } from './refunds/startRefunds.ts';

type Station = { readonly stationId: string; readonly siteId: string; readonly name: string };

/** What fills an empty central: the doors everybody uses, with the clock in the teller's hand. */
export type SeedTools = {
  /** By the office's door. Throws where one is refused. */
  tellOffice(commands: readonly OfficeCommand[]): Promise<void>;
  putDocument(document: DocumentToPut): Promise<void>;
  putDocuments(documents: readonly DocumentToPut[]): Promise<void>;
  /** Makes the person known with the PIN that a demo shows; the key signs what is told of them. */
  registerPerson(person: Person, pin: string): Promise<KeyObject>;
  registerStation(station: Station): Promise<void>;
  /** One sealed command, as if it reached central at `receivedAt`. */
  applyCommand(command: Command, receivedAt: string): Promise<CommandResult>;
  /**
   * Facts in the order they happened: numbered, chained and signed for their station and person,
   * and accepted a minute after they were recorded. Refunds they set free are started then.
   */
  applyFacts(facts: readonly Fact[]): Promise<readonly CommandResult[]>;
  /** Keeps a photo for these sites (null: every site); its SHA-256. */
  keepPhoto(bytes: Uint8Array, siteIds: readonly string[] | null): Promise<string>;
};

export function seedTools(database: CentralDatabase, photos: PhotoStore): SeedTools {
  const keys = new Map<string, KeyObject>();
  const chains = new Map<string, { siteId: string; sequence: number; hash: string }>();

  function nextCommand(fact: Fact): Command {
    const chain = chains.get(fact.stationId);
    const key = keys.get(fact.personId);
    if (!chain || !key) throw new Error(`${fact.id}: unknown station or person`);
    const command = seal(
      {
        version: 1,
        fact,
        basis: { cursor: null, heads: [] },
        stationId: fact.stationId,
        sequence: chain.sequence + 1,
        previousHash: chain.hash,
      },
      key,
    );
    chain.sequence = command.sequence;
    chain.hash = command.hash;
    return command;
  }

  async function apply(commands: readonly Command[], receivedAt: Date) {
    const [first] = commands;
    if (!first) return [];
    const now = () => receivedAt;
    const caller = { stationId: first.stationId, siteId: first.fact.siteId };
    const applied = await applyCommands({ database, now, log: silent }, caller, commands);
    while (
      applied.refundsDue &&
      (await processNextRefund({ database, port: registerOnly, bankVault: null, now, log: silent }))
    ) {
      // One refund per turn.
    }
    return applied.results;
  }

  return {
    async tellOffice(commands) {
      const mode = { mode: 'write', allOrNothing: true } as const;
      for (const [at, answer] of (
        await applyOffice(database, commands, mode, new Date())
      ).entries())
        if (answer.outcome === 'refused')
          throw new Error(`${JSON.stringify(commands[at])}: ${JSON.stringify(answer.errors)}`);
    },
    putDocument: (document) => database.write((rows) => putDocuments(rows, [document])),
    putDocuments: (documents) => database.write((rows) => putDocuments(rows, documents)),
    async registerPerson(person, pin) {
      const key = await registerDemoPerson(database, person, pin, () => new Date());
      keys.set(person.id, key);
      return key;
    },
    async registerStation(station) {
      await database.write((rows) => registerStation(rows, station, new Date()));
      chains.set(station.stationId, { siteId: station.siteId, sequence: 0, hash: chainStart });
    },
    async applyCommand(command, receivedAt) {
      const [result] = await apply([command], new Date(receivedAt));
      if (!result) throw new Error(`${command.fact.id}: not the next command of its station`);
      return result;
    },
    async applyFacts(facts) {
      const results: CommandResult[] = [];
      for (const run of runsOfOneStation(facts)) {
        const last = run.at(-1)?.at.utc ?? '';
        results.push(...(await apply(run.map(nextCommand), new Date(Date.parse(last) + 60_000))));
      }
      return results;
    },
    async keepPhoto(bytes, siteIds) {
      const { mediaType, ...found } = await photos.put(bytes);
      if (mediaType === null) throw new Error('Not a JPEG, PNG or WebP');
      await database.write(async (rows) => {
        await recordPhoto(rows, { ...found, mediaType }, siteIds, new Date());
        await strikePhotos(rows, found.sha256);
      });
      return found.sha256;
    },
  };
}

function runsOfOneStation(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const runs: Fact[][] = [];
  for (const fact of facts) {
    const run = runs.at(-1);
    if (run?.[0]?.stationId === fact.stationId && run.length < 100) run.push(fact);
    else runs.push([fact]);
  }
  return runs;
}
