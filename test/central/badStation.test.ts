import { expect, test } from 'vitest';
import { factId } from '../builders/ids.ts';
import { aReturn } from './aReturn.ts';
import { aStation, callCentral, verdictsOf } from './aStation.ts';
import { onEachDatabase } from './onEachDatabase.ts';

onEachDatabase('A station that lies', (ground) => {
  const two = async () => {
    const { central, keys } = ground();
    return { honest: await aStation(central, keys), bad: await aStation(central, keys) };
  };
  const junkOf = (stationId: string, sequence: number, id: string) => ({
    stationId,
    sequence,
    fact: { id },
  });

  test("takes no number of another one's with what that one did not provably record", async () => {
    const { honest, bad } = await two();
    const { arrival, count, finding } = aReturn(ground().nextCase());
    const sealed = [arrival, count, finding].map((fact) => honest.seal(fact));
    const [first, second] = sealed;
    const copied = JSON.parse(JSON.stringify(first)) as typeof first;
    const changed = { ...copied, fact: { ...arrival, stationId: honest.id, packages: 9 } };
    const stolen = [
      junkOf(honest.id, 1, 'x'),
      ...Array.from({ length: 200 }, (_, at) => junkOf(honest.id, at + 1, `x${at}`)),
      junkOf(honest.id, 1, arrival.id),
      changed,
      { ...second, sequence: 1 },
    ];
    const answered = verdictsOf(await bad.push(stolen));
    expect(new Set(answered)).toEqual(new Set(['quarantined']));
    expect(verdictsOf(await honest.push(sealed))).toEqual(['applied', 'applied', 'applied']);
  });

  test('takes no number with an id that is known, nor makes one wait that nobody proved', async () => {
    const { honest, bad } = await two();
    const { arrival, count } = aReturn(ground().nextCase());
    await honest.record(arrival);
    await bad.push([junkOf(honest.id, 2, arrival.id)]);
    const far = await bad.push([junkOf(honest.id, Number.MAX_SAFE_INTEGER, 'far')]);
    expect(far.expectedSequence).toBeNull();
    const { central } = ground();
    const gaps = await callCentral(central.url, central.adminToken, 'GET', '/central/admin/gaps');
    expect(JSON.stringify(gaps.body)).not.toContain(honest.id);
    expect(verdictsOf(await honest.record(count))).toEqual(['applied']);
  });

  test('cannot number itself so far ahead that nothing could follow', async () => {
    const { bad } = await two();
    const { arrival, count } = aReturn(ground().nextCase());
    const first = bad.seal(arrival);
    const ahead = { ...first, sequence: Number.MAX_SAFE_INTEGER };
    expect(verdictsOf(await bad.push([ahead]))).toEqual(['quarantined']);
    expect(verdictsOf(await bad.push([first, bad.seal(count)]))).toEqual(['applied', 'applied']);
  });

  test("does not use up another one's fact id", async () => {
    const { honest, bad } = await two();
    const { arrival } = aReturn(ground().nextCase());
    await bad.push([junkOf(honest.id, 1, arrival.id), junkOf(bad.id, 1, arrival.id)]);
    expect(verdictsOf(await honest.record(arrival))).toEqual(['applied']);
  });

  test('what it hands in of another one counts where that one signed it', async () => {
    const { honest, bad } = await two();
    const { arrival, count } = aReturn(ground().nextCase());
    const sealed = [arrival, { ...count, id: factId(`late-${count.id}`) }].map((fact) =>
      honest.seal(fact),
    );
    expect(verdictsOf(await bad.push(sealed))).toEqual(['applied', 'applied']);
    expect(verdictsOf(await honest.push(sealed))).toEqual(['duplicate', 'duplicate']);
  });
});
