import { expectJson, isOfOrigin } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { AgentCard } from '../../protocol/generated/types.ts';
import { validateAgentCard } from '../../protocol/generated/validators.js';
import type { TrustList } from '../../verifier/index.ts';
import { trustedAddress } from '../calls.ts';
import type { AgentContext } from '../config.ts';

const CARD_PATH = '/.well-known/agent-card.json';

/** The mode of negotiation that a seller declares, with the address that belongs to it. */
export interface DeclaredNegotiation {
  readonly baseUrl: string;
  readonly mode: AgentCard['capabilities']['act:payment:negotiation']['mode'];
  readonly address: string;
}

/**
 * Reads the Agent Card of a seller at the address that the trust list has for it. The card may name only an address
 * of its own origin, and where the trust list has one for the capability file, that one.
 *
 * @throws ActError issuer_not_trusted, issuer_suspended, capability_source_unconfirmed, peer_*
 * @see CID-PCA-NEG-05
 */
export async function declaredNegotiation(
  context: AgentContext,
  list: TrustList,
  merchant: string,
): Promise<DeclaredNegotiation> {
  const { entry, baseUrl } = trustedAddress(list, merchant, 'MERCHANT');
  const card = expectJson(validateAgentCard, await context.http.get(`${baseUrl}${CARD_PATH}`));
  if (card.agent_id !== merchant) unconfirmed('agent_id');
  const declared = card.capabilities['act:payment:negotiation'];
  const address = declared.mode === 'one-way' ? declared.capability_url : declared.negotiation_endpoint;
  // Another seller of the same origin may be named, and gains nothing: its file says whose it is, and quotes are signed.
  if (!isOfOrigin(address, baseUrl)) unconfirmed('origin');
  const listed = entry.endpoints?.capability_url;
  if (declared.mode === 'one-way' && listed !== undefined && address !== listed) unconfirmed('trust_list');
  return { baseUrl, mode: declared.mode, address };
}

function unconfirmed(rule: string): never {
  throw new ActError('capability_source_unconfirmed', { rule });
}
