import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BankAccount } from '../../shared/office/bodies/bank.ts';
import { ownIdOf, writeExternalId } from '../../shared/office/externalId.ts';
import { officeRoot, SaidWith } from '../../shared/office/officeApi.ts';
import { actingAs } from '../http/adminGate.ts';
import { recordsOf } from '../office/recordRows.ts';
import { dropAccount, keepAccount, shownAccount } from '../refunds/bankRows.ts';
import type { Central } from './central.ts';
import { answerProblems, OfficeRefusal } from './officeProblems.ts';
import { read, refOf } from './officeRoutes.ts';

/** Where a client's money goes: said by whoever may see refunds, shown masked to everybody. */
export async function bankRoutes(app: FastifyInstance, central: Central): Promise<void> {
  const { database, gates, now, bankVault: vault } = central;
  const at = `${officeRoot}/clients/:ref`;
  await app.register(async (accounts) => {
    answerProblems(accounts);
    const hidden = { schema: { hide: true } };

    accounts.put(`${at}/bank`, hidden, async (request) => {
      const said = await saidBy(request);
      const clientId = await clientAt(request);
      if (vault === null)
        throw new OfficeRefusal(409, 'This central has no key to keep bank accounts with', []);
      const account = read(BankAccount, request.body);
      return database.write((rows) => keepAccount(rows, vault, { clientId, account }, said, now()));
    });

    accounts.get(`${at}/bank`, hidden, async (request) => {
      await saidBy(request);
      const shown = await shownAccount(database.rows, await clientAt(request));
      if (shown === null) throw none();
      return shown;
    });

    accounts.delete(`${at}/bank`, hidden, async (request) => {
      const said = await saidBy(request);
      const clientId = await clientAt(request);
      if (!(await database.write((rows) => dropAccount(rows, clientId, said, now())))) throw none();
      return { outcome: 'withdrawn' };
    });
  });

  async function saidBy(request: FastifyRequest) {
    const admin = await gates.admin(request, 'refunds');
    const { reason = 'Sent by their system', by } = read(SaidWith, request.query);
    return { by: actingAs(admin, by), reason };
  }

  async function clientAt(request: FastifyRequest): Promise<string> {
    const externalId = refOf(request);
    const ownId = ownIdOf('clients', externalId);
    const [client] = await recordsOf(database.rows, [{ kind: 'clients', ownId }]);
    if (!client) throw new OfficeRefusal(404, `No client ${writeExternalId(externalId)}`, []);
    return client.ownId;
  }
}

const none = () => new OfficeRefusal(404, 'No bank account is kept for this client', []);
