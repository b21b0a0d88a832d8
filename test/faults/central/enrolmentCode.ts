import { z } from 'zod';
import { mainSiteId } from '../../../central/demo/company/sites.ts';
import type { RunningCentral } from '../../e2e/runningCentral.ts';

/** The admin token of a central started by a test: given to it, so that nobody has to read its output. */
process.env['QUAYSIDE_ADMIN_TOKEN'] ??= 'qs_only_for_the_fault_tests_0123456789';

/** A code for one more station at the demo company's site in Newark. */
export async function enrolmentCode({ url }: RunningCentral): Promise<string> {
  const asked = await fetch(`${url}/central/admin/enrolment-codes`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${process.env['QUAYSIDE_ADMIN_TOKEN']}`,
    },
    body: JSON.stringify({ siteId: mainSiteId }),
  });
  return z.object({ code: z.string() }).parse(await asked.json()).code;
}
