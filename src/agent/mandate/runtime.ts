import { digestOfObject, jwkThumbprint } from '../../protocol/digest/index.ts';
import type {
  CommandClaims,
  Ext,
  IacPayload,
  MandateRequestBody,
  PaymentRequestClaims,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import type { AgentContext } from '../config.ts';

type Openact = NonNullable<Ext['openact']>;

/**
 * What this agent asks into every mandate: how far it decides alone, and what it runs as. The threshold is in the agent's
 * currency; in another one it says nothing, and the user confirms each payment.
 *
 * @param currency of the mandate
 */
export async function ownTerms({ config, runtime }: AgentContext, currency: string): Promise<Openact> {
  const { autonomy_level, confirm_above: threshold } = config;
  const confirmAbove = currency === config.currency ? Number(threshold) : 0;
  return {
    ...(autonomy_level === undefined ? {} : { autonomy_level }),
    ...(threshold === undefined ? {} : { confirm_above: confirmAbove }),
    ...(runtime === undefined
      ? {}
      : {
          runtime: {
            agent_version_digest: runtime.agentVersionDigest,
            jkt: await jwkThumbprint(runtime.publicJwk),
          },
        }),
  };
}

/** What goes with the request for a mandate that pins this runtime. @see OA-RUN-06 */
export async function possessionOf(
  context: AgentContext,
  iac: IacPayload,
): Promise<Pick<MandateRequestBody, 'runtime_jwk' | 'runtime_proof'>> {
  const { runtime, config } = context;
  if (runtime === undefined || iac.ext?.openact?.runtime === undefined) return {};
  const digest = await digestOfObject(iac as unknown as JsonValue);
  const order = { aud: config.issuer, target: iac.delegation_id, digest };
  return { runtime_jwk: runtime.publicJwk, runtime_proof: (await proofBy(context, order)) ?? '' };
}

/** For whom, as which build and with which key this agent runs, where the mandate asks. @see OA-RUN-01 */
export function statedRuntime(
  { runtime }: AgentContext,
  iac: IacPayload,
): Pick<PaymentRequestClaims, 'runtime'> {
  if (runtime === undefined || iac.ext?.openact?.runtime === undefined) return {};
  const { agentVersionDigest: agent_version_digest, publicJwk: jwk } = runtime;
  return { runtime: { delegator_identity: iac.delegator_identity, agent_version_digest, jwk } };
}

/** The runtime's key over one message; undefined where the agent has no such key. @see OA-RUN-04 */
export async function proofBy(
  { runtime, random, clock }: AgentContext,
  order: { readonly aud: string; readonly target: string; readonly digest: string },
): Promise<string | undefined> {
  if (runtime === undefined) return undefined;
  const claims: CommandClaims = {
    iss: await jwkThumbprint(runtime.publicJwk),
    aud: order.aud,
    jti: newId(random, 'cmd'),
    iat: clock(),
    action: 'runtime.prove',
    target: order.target,
    params: { digest: order.digest },
  };
  return signMessage('command', claims, runtime.signer);
}
