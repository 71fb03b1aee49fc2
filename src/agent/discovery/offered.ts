import { expectJson, isOfOrigin } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { NegotiationBody } from '../../protocol/generated/types.ts';
import { validateNegotiationAnswer, validatePaymentCapability } from '../../protocol/generated/validators.js';
import { formatAmount, type Money } from '../../protocol/money/index.ts';
import type { TrustList } from '../../verifier/index.ts';
import type { AgentContext } from '../config.ts';
import type { DeclaredNegotiation } from './card.ts';

/** One way to be paid, in ACT's four parameters. */
export interface NegotiatedMethod {
  readonly method_id: string;
  readonly psp_id: string;
  readonly endpoint: string;
  readonly method_schema_url: string;
}

/** What is to be paid, and what with. */
export interface Wanted {
  readonly methods: readonly string[];
  readonly amount: Money;
}

/**
 * What a seller takes: out of the file that it publishes, or as its answer to this one purchase.
 *
 * @throws ActError capability_inconsistent, peer_*; RemoteProblem with the seller's code
 * @see CID-PCA-NEG-02, CID-PCA-NEG-10
 */
export function offeredMethods(
  context: AgentContext,
  merchant: string,
  { mode, address }: DeclaredNegotiation,
  wanted: Wanted,
): Promise<readonly NegotiatedMethod[]> {
  return mode === 'one-way'
    ? publishedMethods(context, merchant, address)
    : negotiatedMethods(context, address, wanted);
}

async function publishedMethods(
  context: AgentContext,
  merchant: string,
  address: string,
): Promise<readonly NegotiatedMethod[]> {
  const file = expectJson(validatePaymentCapability, await context.http.get(address));
  if (file.agent_id !== merchant) inconsistent('agent_id');
  return file.supported_methods.flatMap(({ method_id, psps }) => psps.map((psp) => ({ method_id, ...psp })));
}

async function negotiatedMethods(
  context: AgentContext,
  address: string,
  { methods, amount }: Wanted,
): Promise<readonly NegotiatedMethod[]> {
  const body: NegotiationBody = {
    agent_id: context.config.agent_id,
    buyer_supported_methods: [...methods],
    currency: amount.currency,
    estimated_amount: Number(formatAmount(amount)),
  };
  const answer = expectJson(validateNegotiationAnswer, await context.http.post(address, body));
  return answer.supported_methods;
}

/**
 * Every payment service that is offered has to be one the trust list knows, at the address it has there, its payload
 * schema at that same service, and named once for each method.
 *
 * @throws ActError capability_inconsistent
 * @see CID-PCA-NEG-06
 */
export function assertConsistent(offered: readonly NegotiatedMethod[], list: TrustList): void {
  const seen = new Set<string>();
  for (const { method_id, psp_id, endpoint, method_schema_url } of offered) {
    const entry = list.entry(psp_id, 'PSP');
    if (entry === undefined || entry.status !== 'ACTIVE') inconsistent('psp', psp_id);
    if (entry?.endpoints?.base_url !== endpoint) inconsistent('endpoint', psp_id);
    if (!isOfOrigin(method_schema_url, endpoint)) inconsistent('method_schema_url', psp_id);
    const name = `${method_id} ${psp_id}`;
    if (seen.has(name)) inconsistent('twice', psp_id);
    seen.add(name);
  }
}

function inconsistent(rule: string, pspId?: string): never {
  throw new ActError('capability_inconsistent', { rule, ...(pspId === undefined ? {} : { psp_id: pspId }) });
}
