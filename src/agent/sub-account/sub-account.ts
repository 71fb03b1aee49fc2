import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfObject, jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import type {
  CommandClaims,
  SubAccountAnswer,
  SubAccountKeyBody,
  SubAccountRequestBody,
} from '../../protocol/generated/types.ts';
import { validateSubAccountAnswer } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { signCommand, trustedAddress, trustNow, withText } from '../calls.ts';
import type { AgentContext } from '../config.ts';

/** A key that pays from one sub-account and does nothing else; never the agent's own. */
export interface SubAccountKey {
  readonly publicJwk: PublicJwk;
  readonly signer: Signer;
}

const asked = withText('sub_account_id', 'status');

/**
 * Proves that this agent holds the key of a sub-account, for the request or for the account holder who puts a frozen one
 * back into use.
 */
export async function proveKey(
  context: AgentContext,
  subAccountId: string,
  { publicJwk, signer }: SubAccountKey,
): Promise<Pick<SubAccountKeyBody, 'sub_account_key' | 'key_proof'>> {
  const claims: CommandClaims = {
    iss: await jwkThumbprint(publicJwk),
    aud: context.config.psp_id,
    jti: newId(context.random, 'cmd'),
    iat: context.clock(),
    action: 'sub_account.prove',
    target: subAccountId,
  };
  return { sub_account_key: publicJwk, key_proof: await signMessage('command', claims, signer) };
}

/**
 * Asks the payment service for a sub-account of this agent; the user confirms it on the device.
 *
 * @throws ActError issuer_not_trusted, peer_*; RemoteProblem
 * @see PSD-AGT-SUB-01
 */
export async function requestSubAccount(
  context: AgentContext,
  wanted: {
    readonly subAccountId: string;
    readonly delegator: string;
    readonly limits: SubAccountRequestBody['limits'];
    readonly key: SubAccountKey;
  },
): Promise<void> {
  const { config } = context;
  const step = {
    from: config.agent_id,
    to: config.psp_id,
    message: 'sub_account.open',
    signer: config.agent_id,
  };
  await traced(context.trace, step, async () => {
    const { baseUrl } = trustedAddress(await trustNow(context), config.psp_id, 'PSP');
    const { limits, subAccountId, key } = wanted;
    const proof = await proveKey(context, subAccountId, key);
    const subject = { limits, sub_account_key: proof.sub_account_key };
    const command = await signCommand(context, {
      aud: config.psp_id,
      action: 'sub_account.open',
      target: subAccountId,
      params: { digest: await digestOfObject(subject as unknown as JsonValue) },
    });
    const body: SubAccountRequestBody = {
      delegator_identity: wanted.delegator,
      limits,
      agent_attestation: context.attestation,
      command,
      ...proof,
    };
    expectJson(asked, await context.http.post(`${baseUrl}/sub-accounts`, body));
  });
}

/** Looks how a sub-account of this agent stands. @throws ActError peer_*; RemoteProblem (sub_account_unknown) */
export async function readSubAccount(context: AgentContext, subAccountId: string): Promise<SubAccountAnswer> {
  const { config } = context;
  const { baseUrl } = trustedAddress(await trustNow(context), config.psp_id, 'PSP');
  const command = await signCommand(context, {
    aud: config.psp_id,
    action: 'sub_account.read',
    target: subAccountId,
  });
  const url = `${baseUrl}/sub-accounts/${encodeURIComponent(subAccountId)}`;
  return expectJson(validateSubAccountAnswer, await context.http.get(url, { command }));
}
