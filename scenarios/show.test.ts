import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { humanPrinter } from '../demo/trace.ts';

beforeAll(() => void vi.stubEnv('NO_COLOR', '1'));
afterAll(() => void vi.unstubAllEnvs());

test('what servers say moves nothing on the terminal, and begins no line of its own', () => {
  let shown = '';
  const out = new Writable({
    write(part, _encoding, done) {
      shown += String(part);
      done();
    },
  });
  const printer = humanPrinter(out);
  const rude = 'tea\u202e\u001b[2J\u009b1A';
  printer.say(`${rude}\nand a second line`);
  printer.step({
    ...{ from: 'agent', to: 'shop', message: `${rude}\n`, signer: rude, checks: [], level: 'act:L1' },
    ...{ outcome: 'refused', code: rude, requirement: 'X', note: rude, balances: {} },
  } as never);
  expect(shown).toContain('tea\\u202e\\u001b[2J\\u009b1A\n       and a second line\n');
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(shown.trimEnd().split('\n')).toHaveLength(6);
});
