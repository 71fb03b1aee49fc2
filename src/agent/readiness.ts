import { type ReadinessCheck, roleChecks, type UsedKey } from '../http/index.ts';
import { jwkThumbprint, publicJwkFrom } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { assertAccepted, verifyAttestation } from '../verifier/index.ts';
import type { AgentContext } from './config.ts';

type Asked = Pick<
  AgentContext,
  'store' | 'clock' | 'trust' | 'config' | 'signer' | 'publicJwk' | 'attestation' | 'runtime'
>;

const CERTIFICATE_MILLISECONDS = 10_000;

/** What an agent asks of itself before it says that it can work for its user. @see OA-OPS-20, OA-OPS-22 */
export function agentChecks(context: Asked): readonly ReadinessCheck[] {
  const { signer, publicJwk, runtime } = context;
  const keys: UsedKey[] = [{ name: 'agent', signer, publicJwk }];
  if (runtime !== undefined) keys.push({ name: 'runtime', ...runtime });
  const { store, clock, trust } = context;
  return [...roleChecks({ store, clock, trust, keys }), vouchedFor(context)];
}

/** An agent has no certificate: its provider's statement takes the place of one, and ends like one. */
function vouchedFor({ clock, trust, config, publicJwk, attestation }: Asked): ReadinessCheck {
  return {
    name: 'certificate_agent',
    keepMilliseconds: CERTIFICATE_MILLISECONDS,
    async run() {
      const now = clock();
      const judged = await verifyAttestation(attestation, { trustList: await trust.current(now), now });
      assertAccepted(judged);
      const { sub, cnf } = judged.facts.claims;
      const stated = await jwkThumbprint(publicJwkFrom(cnf.jwk));
      if (sub !== config.agent_id || stated !== (await jwkThumbprint(publicJwk))) {
        throw new ActError('agent_attestation_invalid', { rule: 'agent_id' });
      }
    },
  };
}
