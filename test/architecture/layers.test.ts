import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { layers } from '../../build/lint/layers.mjs';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(import.meta.dirname, 'fixtures');

const Report = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(z.object({ message: z.string(), filename: z.string() })),
});

function oxlint(folder: string, ...args: readonly string[]) {
  const program = path.join(root, 'node_modules/oxlint/bin/oxlint');
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' }).stdout;
}

describe('the layer table refuses what it does not name', () => {
  const report = Report.parse(
    JSON.parse(oxlint(fixtures, '--config=planted.json', '--format=json', '.')),
  );
  const files = filesBelow(fixtures).filter((file) => /\.tsx?$/.test(file));

  test('the planted faults were read at all', () => {
    expect(report.number_of_files).toBe(files.length);
    expect(report.diagnostics.length).toBeGreaterThanOrEqual(30);
  });

  test.each(files)('%s', (file) => {
    const announced = [
      ...readFileSync(path.join(fixtures, file), 'utf8').matchAll(/^\/\/ refused: (.*)$/gm),
    ].map(([, refusal = '']) => refusal);
    const refused = report.diagnostics.filter((it) => it.filename === file);
    expect(refused.map((it) => it.message).toSorted()).toEqual(announced.toSorted());
  });
});

test('all four rules are switched on for the whole project, and no file of it is left out', () => {
  const commented = readFileSync(path.join(root, '.oxlintrc.json'), 'utf8');
  const config = z
    .object({
      rules: z.record(z.string(), z.unknown()),
      overrides: z.array(z.object({ files: z.array(z.string()), rules: z.object().loose() })),
      ignorePatterns: z.array(z.string()),
    })
    .parse(JSON.parse(commented.replaceAll(/^\s*\/\/.*$/gm, '')));
  const quayside = config.overrides.filter((it) => /quayside/.test(JSON.stringify(it.rules)));
  expect(config.rules['quayside/layers']).toBe('error');
  expect(quayside).toEqual([
    { files: ['shared/**'], rules: { 'quayside/pure': 'error', 'no-console': 'error' } },
    { files: ['shared/node/**'], rules: { 'quayside/pure': 'off' } },
    {
      files: ['renderer/**'],
      rules: { 'no-console': 'error', 'quayside/globals': 'error', 'quayside/keys': 'error' },
    },
  ]);
  expect(config.ignorePatterns).toEqual([
    'dist',
    'out',
    '**/migrations/**',
    'test/architecture/fixtures',
  ]);
});

test('a package named in the layer table is a package the project has', () => {
  const { dependencies, devDependencies } = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const had = ['*', 'node', ...Object.keys(dependencies), ...Object.keys(devDependencies)];
  const unknown = layers.flatMap((it) => it.packages).filter((name) => !had.includes(name));
  expect(unknown).toEqual([]);
});
