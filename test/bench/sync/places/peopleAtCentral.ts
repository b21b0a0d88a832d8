import { startCentral } from '../../../builders/central/centralInMemory.ts';
import { moveIn } from '../../../central/aCompany.ts';
import type { Place } from '../place.ts';

/** A central where a station can enrol and Ivan can sign in. */
export async function peopleAtCentral(): Promise<Place> {
  const central = await startCentral({
    fill: async (tools) => {
      await moveIn(tools);
    },
  });
  const code = await central.enrolmentCode('site-1');
  return { at: { centralUrl: central.url, code }, close: () => central.close() };
}
