/** The database a station of some version had, with everything its upgrades did. */
import { Dexie } from 'dexie';
import { tablesOfV1 } from '../../renderer/storage/upgrades/v1.ts';
import { tablesAddedInV2 } from '../../renderer/storage/upgrades/v2.ts';
import { packOrderLines, tablesChangedInV3 } from '../../renderer/storage/upgrades/v3.ts';
import { keepOlderReadersAway, tablesAddedInV4 } from '../../renderer/storage/upgrades/v4.ts';
import { tablesAddedInV5 } from '../../renderer/storage/upgrades/v5.ts';
import { tablesAddedInV6 } from '../../renderer/storage/upgrades/v6.ts';
import { tablesChangedInV7 } from '../../renderer/storage/upgrades/v7.ts';
import { nameCasesBehind, tablesAddedInV8 } from '../../renderer/storage/upgrades/v8.ts';
import { tablesAddedInV9 } from '../../renderer/storage/upgrades/v9.ts';
import { tablesAddedInV10 } from '../../renderer/storage/upgrades/v10.ts';

const steps: readonly ((database: Dexie) => void)[] = [
  (database) => database.version(1).stores(tablesOfV1),
  (database) => database.version(2).stores(tablesAddedInV2),
  (database) => database.version(3).stores(tablesChangedInV3).upgrade(packOrderLines),
  (database) => database.version(4).stores(tablesAddedInV4).upgrade(keepOlderReadersAway),
  (database) => database.version(5).stores(tablesAddedInV5),
  (database) => database.version(6).stores(tablesAddedInV6),
  (database) => database.version(7).stores(tablesChangedInV7),
  (database) => database.version(8).stores(tablesAddedInV8).upgrade(nameCasesBehind),
  (database) => database.version(9).stores(tablesAddedInV9),
  (database) => database.version(10).stores(tablesAddedInV10),
];

/** Not open yet. */
export function databaseOfVersion(version: number, name: string): Dexie {
  const database = new Dexie(name);
  for (const step of steps.slice(0, version)) step(database);
  return database;
}
