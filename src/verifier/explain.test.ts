import { expect, test } from 'vitest';
import { inspectToken } from './index.ts';
import { createActors, IDS } from './testing/actors.ts';
import { buildWorld } from './testing/world.ts';

test('takes each of our messages apart by its own type', async () => {
  const world = await buildWorld(await createActors());
  const tokens = {
    trustList: world.trustListCompact,
    attestation: world.attestation,
    enrolment: world.enrolment,
    confirmation: world.confirmation,
    mandate: world.mandate,
    statusList: world.statusList,
    quote: world.quote,
    paymentRequest: world.paymentRequest,
    receipt: world.receipt,
  };
  for (const [kind, token] of Object.entries(tokens)) expect(inspectToken(token).kind).toBe(kind);
  const { header, claims } = inspectToken(world.mandate);
  expect(header).toMatchObject({ alg: 'ES256', typ: 'act-mandate+jwt', crit: ['openact'] });
  expect(claims).toMatchObject({ iss: IDS.issuer, jti: 'dlg-1' });
});

test('refuses what is none of our messages with the code of the floor', async () => {
  const world = await buildWorld(await createActors());
  const header = btoa(JSON.stringify({ alg: 'ES256', typ: 'JWT', kid: 'x' })).replaceAll('=', '');
  const [, payload, signature] = world.mandate.split('.');
  const refused = [
    ['', 'json_syntax'],
    ['!.!.!', 'jws_malformed'],
    ['e30.e30.e30', 'jws_typ_mismatch'],
    [`${header}.${payload}.${signature}`, 'jws_typ_mismatch'],
    ['a'.repeat(16_385), 'jws_too_large'],
    [`${world.mandate}.`, 'jws_malformed'],
  ] as const;
  for (const [token, code] of refused) {
    expect(() => inspectToken(token)).toThrow(expect.objectContaining({ code }));
  }
  const bytes = new TextEncoder().encode(world.mandate) as unknown as string;
  expect(() => inspectToken(bytes)).toThrow(expect.objectContaining({ code: 'jws_malformed' }));
  expect(inspectToken(world.mandate).kind).toBe('mandate');
});
