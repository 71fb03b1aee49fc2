import { DAY_SECONDS, WORLD_NOW } from '../../testing/actors.ts';
import { runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { judgeAttestation } from '../../testing/judges.ts';
import { check as agent } from './agent.ts';
import { check as namespace } from './namespace.ts';
import { check as signature } from './signature.ts';
import { check as valid } from './valid.ts';

const ISSUED = WORLD_NOW - 10 * DAY_SECONDS;
const EXPIRES = WORLD_NOW + 90 * DAY_SECONDS;

runSuite('attestation', {
  folder: import.meta.url,
  judge: judgeAttestation,
  // Compares it with the mandate: see the purchase.
  elsewhere: [agent],
  refused: [
    {
      title: 'a signature of another key under this certificate',
      check: signature,
      code: 'jws_signature_invalid',
      changes: ({ provider, psp }) => ({ signers: { attestation: posingAs(provider, psp) } }),
    },
    {
      title: 'a provider that speaks for another provider’s agent',
      check: namespace,
      code: 'agent_attestation_invalid',
      changes: { attestation: put({ sub: 'did:act:assistant.example.evil/agent-007' }) },
    },
    {
      title: 'an attestation at its expiry',
      check: valid,
      code: 'agent_attestation_expired',
      now: EXPIRES,
    },
    {
      title: 'an attestation from beyond the clock tolerance',
      check: valid,
      code: 'agent_attestation_expired',
      changes: { attestation: put({ iat: WORLD_NOW + 61 }) },
    },
  ],
  accepted: [
    { title: 'an attestation a second before its expiry', now: EXPIRES - 1 },
    { title: 'an attestation at its issue', changes: { attestation: put({ iat: WORLD_NOW }) } },
    { title: 'an attestation ten days old', changes: { attestation: put({ iat: ISSUED }) } },
  ],
});
