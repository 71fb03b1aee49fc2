import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OLDEST_NODE, objectionToNode } from './runtime.ts';

it('asks for the Node that the package asks for', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { engines } = JSON.parse(text) as { engines: { node: string } };
  expect(engines.node).toBe(`>=${OLDEST_NODE}`);
});

it.each(['24.0.0', '26.10.0', '100.0.0'])('takes Node %s', (version) => {
  expect(objectionToNode(version)).toBeUndefined();
});

it.each(['20.20.2', '23.11.1', ''])('says why it does not take Node %s', (version) => {
  expect(objectionToNode(version)).toBe(`openact needs Node 24 or newer; this is Node ${version}.`);
});
