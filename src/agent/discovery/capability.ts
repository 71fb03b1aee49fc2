import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentCapability } from '../../protocol/generated/types.ts';
import { validateAgentCard, validatePaymentCapability } from '../../protocol/generated/validators.js';
import type { TrustList } from '../../verifier/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';

const CARD_PATH = '/.well-known/agent-card.json';

/** The outcome of the negotiation, in ACT's four parameters. */
export interface NegotiatedMethod {
  readonly method_id: string;
  readonly psp_id: string;
  readonly endpoint: string;
  readonly method_schema_url: string;
}

/** Where a seller is reached, and how it can be paid by this agent. */
export interface SellerCapability {
  readonly baseUrl: string;
  readonly method: NegotiatedMethod;
}

/**
 * Finds out how a seller can be paid: its Agent Card, then the capability file at the address the card declares,
 * both at the address that the trust list has for the seller, both held to the trust list.
 *
 * @param allowed the methods that the mandate allows; absent: every one that the agent has
 * @throws ActError issuer_not_trusted, capability_source_unconfirmed, capability_inconsistent, no_common_method,
 *   peer_*
 * @see CID-PCA-NEG-02, CID-PCA-NEG-03, CID-PCA-NEG-04, CID-PCA-NEG-05, CID-PCA-NEG-06
 */
export async function discoverCapability(
  context: AgentContext,
  merchant: string,
  allowed?: readonly string[],
): Promise<SellerCapability> {
  const step = {
    from: merchant,
    to: context.config.agent_id,
    message: 'act-payment-capability',
    signer: null,
  };
  return traced(context.trace, step, async () => {
    const list = await trustNow(context);
    const { entry, baseUrl } = trustedAddress(list, merchant, 'MERCHANT');
    const card = expectJson(validateAgentCard, await context.http.get(`${baseUrl}${CARD_PATH}`));
    if (card.agent_id !== merchant) unconfirmed('agent_id');
    const { capability_url: declared } = card.capabilities['act:payment:negotiation'];
    assertDeclared(declared, baseUrl, entry.endpoints?.capability_url);
    const capability = expectJson(validatePaymentCapability, await context.http.get(declared));
    if (capability.agent_id !== merchant) throw new ActError('capability_inconsistent', { rule: 'agent_id' });
    assertConsistent(capability, list);
    return { baseUrl, method: commonMethod(context, capability, allowed) };
  });
}

/** A card may name only an address of its own origin, and the one in the trust list where there is one. */
function assertDeclared(declared: string, baseUrl: string, listed: string | undefined): void {
  if (!URL.canParse(declared) || new URL(declared).origin !== new URL(baseUrl).origin) unconfirmed('origin');
  if (listed !== undefined && declared !== listed) unconfirmed('trust_list');
}

function unconfirmed(rule: string): never {
  throw new ActError('capability_source_unconfirmed', { rule });
}

/** Every payment service in the file has to be one the trust list knows, at the address it has there. */
function assertConsistent(capability: PaymentCapability, list: TrustList): void {
  for (const { psp_id: pspId, endpoint } of capability.supported_methods.flatMap(({ psps }) => psps)) {
    const entry = list.entry(pspId, 'PSP');
    if (entry === undefined || entry.status !== 'ACTIVE') {
      throw new ActError('capability_inconsistent', { rule: 'psp', psp_id: pspId });
    }
    if (entry.endpoints?.base_url !== endpoint) {
      throw new ActError('capability_inconsistent', { rule: 'endpoint', psp_id: pspId });
    }
  }
}

/** The agent's best method that mandate and seller take, at the payment service the mandate is made out to. */
function commonMethod(
  { config }: AgentContext,
  capability: PaymentCapability,
  allowed: readonly string[] = config.payment_methods,
): NegotiatedMethod {
  for (const method of config.payment_methods.filter((one) => allowed.includes(one))) {
    const services = capability.supported_methods
      .filter(({ method_id }) => method_id === method)
      .flatMap(({ psps }) => psps);
    const service = services.find(({ psp_id }) => psp_id === config.psp_id);
    if (service !== undefined) return { method_id: method, ...service };
  }
  throw new ActError('no_common_method');
}
