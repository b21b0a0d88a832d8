import type { FastifyRequest } from 'fastify';
import { stationHeader } from '../../shared/sync/proof.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { noteContact, type StationTells } from '../people/stationContactRows.ts';

const everyMs = 60_000;

/** Keeps, once a minute for each station, that it was heard and what it said of itself. */
export function noteContacts(
  database: CentralDatabase,
  now: () => Date,
): { note(request: FastifyRequest, stationId: string): Promise<void> } {
  const noted = new Map<string, number>();
  return {
    async note(request, stationId) {
      const at = now().getTime();
      const last = noted.get(stationId);
      if (last !== undefined && at - last >= 0 && at - last < everyMs) return;
      noted.set(stationId, at);
      await database.write((rows) =>
        noteContact(rows, stationId, readTells(request.headers[stationHeader], at), new Date(at)),
      );
    },
  };
}

/** Its own time is left out by earlier versions. */
function readTells(header: string | string[] | undefined, at: number): StationTells | null {
  const said = /^([\w.+-]{1,40}) (\d{1,15})(?: (\d{1,15}))?$/.exec(String(header));
  if (!said) return null;
  const [, version = '', sealed, time] = said;
  const clockSkewMs = time === undefined ? null : Number(time) - at;
  return { version, sealed: Number(sealed), clockSkewMs };
}
