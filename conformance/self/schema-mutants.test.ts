import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaKills, schemaMutants } from './schema-mutants.ts';

test('rules of schemas that are taken out are missed by an invalid example', { timeout: 1_200_000 }, () => {
  const kills = schemaKills();
  expect(kills.map(({ rule }) => rule)).toEqual(schemaMutants().map(({ rule }) => rule));
  const noticed = kills.filter(({ killed }) => killed);
  console.info(`${kills.length} rules of schemas, ${noticed.length} missed by an example`);
  expect(noticed.length).toBeGreaterThan(50);
  // What is written down is what comes out: the registry reads it.
  const written = readFileSync(new URL('schema-kills.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const rows = written.map((line) => JSON.parse(line) as { rule: string; killed: boolean });
  expect(rows.map(({ rule, killed }) => ({ rule, killed }))).toEqual(
    kills.map(({ rule, killed }) => ({ rule, killed })),
  );
});
