import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { testProjects } from '../../build/testProjects.ts';
import { filesBelow } from '../architecture/filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('whoever watches a module from outside has modules of its own, or would watch nothing', () => {
  const watching = filesBelow(path.join(root, 'test'))
    .map((file) => `test/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /^vi\.mock\('\.\.?\//m.test(readFileSync(path.join(root, file), 'utf8')));
  const alone = testProjects('test').flatMap(({ test: project }) =>
    project?.isolate === false ? [] : (project?.include ?? []),
  );
  expect(watching.length).toBeGreaterThan(5);
  expect(watching.filter((file) => !alone.includes(file))).toEqual([]);
});
