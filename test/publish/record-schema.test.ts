/** The published schema tells what records hold: no more, no less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Cable } from '../../src/cable/cable.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { type CableRecord, toRecord } from '../../src/publish/record-json.ts';
import { type recordSchema, recordSchemaJson } from '../../src/publish/record-schema.ts';
import { site } from './sample.ts';

const folder = join(import.meta.dirname, '../cable/samples');
const samples = readdirSync(folder);
const specimens = join(import.meta.dirname, '../../cables');

test('the schema has the fields of the type, and the type those of the schema', () => {
  expectTypeOf<keyof z.output<typeof recordSchema>>().toEqualTypeOf<keyof CableRecord>();
  const record: z.output<typeof recordSchema> = {} as CableRecord;
  expect(record).toBeDefined();
});

test('the record of every sample and specimen is as the schema says', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(recordSchemaJson()));
  const texts = [
    ...samples.map((name) => join(folder, name, 'input.txt')),
    ...readdirSync(specimens, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(specimens, name)),
  ];
  let records = 0;
  for (const path of texts) {
    let cables: Cable[] = [];
    try {
      cables = parseCables(readFileSync(path, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    for (const cable of cables) {
      const record = JSON.parse(JSON.stringify(toRecord(cable, cable.id ?? 'x', site)));
      validate(record);
      expect(validate.errors, path).toBeNull();
      records += 1;
    }
  }
  expect(records).toBeGreaterThan(100);
});

test('a record with a field that nobody described is refused', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(recordSchemaJson()));
  const [cable] = parseCables('UNCLAS LIMA 000120\n\n1. Text.\n');
  const record = { ...JSON.parse(JSON.stringify(toRecord(cable as Cable, 'x', site))) };
  expect(validate(record)).toBe(true);
  expect(validate({ ...record, secretSauce: 1 })).toBe(false);
});
