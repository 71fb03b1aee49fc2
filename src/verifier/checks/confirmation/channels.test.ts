/** Which way of verifying the user each channel has: the table of the specification, tried pair by pair. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ConfirmationClaims } from '../../../protocol/generated/types.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';
import { check } from './method-channel.ts';

type Channel = ConfirmationClaims['channel'];
type Method = ConfirmationClaims['method'];

const METHODS: readonly Method[] = ['FACE', 'FINGERPRINT', 'PASSWORD', 'OTP', 'GAZE', 'VOICE', 'QR'];

function channelsInSpec(): readonly (readonly [Channel, readonly string[]])[] {
  const text = readFileSync(new URL('../../../../spec/02-messages.md', import.meta.url), 'utf8');
  const [, table = ''] = text.split('| channel | methods |');
  return table
    .split('\n\n', 1)
    .flatMap((rows) => [...rows.matchAll(/^\| `(\w+)`[^|]*\| ([A-Z, ]+) \|$/gm)])
    .map(([, channel, methods = '']) => [channel as Channel, methods.split(', ')]);
}

describe('OA-CNF-21 the methods of each channel', () => {
  const channels = channelsInSpec();

  test('are of four channels, and each method is on one', () => {
    expect(channels.map(([channel]) => channel)).toEqual(['PHONE', 'CASHIER_PAGE', 'QR_CODE', 'GLASSES']);
    expect(new Set(channels.flatMap(([, methods]) => methods))).toEqual(new Set(METHODS));
  });

  const pairs = channels.flatMap(([channel, allowed]) =>
    METHODS.map((method) => [method, channel, allowed.includes(method)] as const),
  );
  test.each(pairs)('%s on %s: %s', (method, channel, isAllowed) => {
    const facts = { claims: { channel, method } } as unknown as ConfirmationFacts;
    const refusal = { code: 'confirmation_channel_mismatch', evidence: { channel, method } };
    expect(check.run(facts)).toEqual(isAllowed ? undefined : refusal);
  });

  test.each(channels.map(([channel]) => channel))('a tap confirms nothing on %s (OA-INS-04)', (channel) => {
    const facts = { claims: { channel, method: 'TAP' } } as unknown as ConfirmationFacts;
    expect(check.run(facts)).toMatchObject({ code: 'confirmation_channel_mismatch' });
  });
});
