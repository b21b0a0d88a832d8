import type { Admitted } from '../../shared/office/admit/admitOffice.ts';
import type { Loaded } from '../../shared/office/admit/officeSet.ts';

/** What earlier parts of the same test would have changed for the ones behind them. */
export type TestedParts = {
  /** What is stored, as it would be by now. */
  amend(loaded: Loaded, claims: readonly string[]): Loaded;
  note(admitted: Admitted, claimsBefore: readonly string[]): void;
};

/** A test writes nothing, and yet its second part knows of the first: numbers taken, numbers given back, contracts. */
export function testedParts(): TestedParts {
  /** By number, who would have it; null: nobody any more. */
  const holders = new Map<string, string | null>();
  const contracts = new Map<string, Loaded['contracts'][number]>();

  return {
    amend(loaded, claims) {
      const held = new Map(loaded.holders);
      for (const claim of claims) {
        const holder = holders.get(claim);
        if (holder === null) held.delete(claim);
        else if (holder !== undefined) held.set(claim, holder);
      }
      const before = loaded.contracts.filter((one) => !contracts.has(contractName(one)));
      return { ...loaded, holders: held, contracts: [...before, ...contracts.values()] };
    },
    note({ record, claims, documents }, claimsBefore) {
      if (claims !== null) {
        for (const claim of claimsBefore) holders.set(claim, null);
        for (const claim of claims) holders.set(claim, record.ownId);
      }
      for (const { collection, body } of documents)
        if (collection === 'contracts') contracts.set(contractName(body), body);
    },
  };
}

function contractName({ id, version }: Loaded['contracts'][number]): string {
  return `${id} ${version}`;
}
