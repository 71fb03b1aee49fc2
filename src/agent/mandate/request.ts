import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IacPayload, MandateRequestBody, PurchaseBundle } from '../../protocol/generated/types.ts';
import { type Validator, validateShown } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { signCommand, trustedAddress, trustNow, withText } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { acceptMandate } from './accept.ts';
import type { GrantedMandate } from './granted.ts';
import { possessionOf } from './runtime.ts';

export type MandateProgress =
  | { readonly status: 'PENDING_CONFIRMATION' | 'DENIED' }
  | { readonly status: 'GRANTED'; readonly granted: GrantedMandate };

const requested = withText('delegation_id', 'status');

/**
 * Asks the issuer to put a mandate before the user. The same content again is harmless.
 *
 * @throws ActError issuer_not_trusted, peer_unreachable, peer_answer_invalid; RemoteProblem with the issuer's code
 * @see ADD-IAC-ISS
 */
export async function requestMandate(context: AgentContext, iac: IacPayload): Promise<void> {
  const { config } = context;
  const step = {
    from: config.agent_id,
    to: config.issuer,
    message: 'mandate.request',
    signer: config.agent_id,
  };
  await traced(context.trace, step, async () => {
    const { baseUrl } = trustedAddress(await trustNow(context), config.issuer, 'IAC_ISSUER');
    const command = await signCommand(context, {
      aud: config.issuer,
      action: 'mandate.request',
      target: iac.delegation_id,
      params: { digest: await digestOfObject(iac as unknown as JsonValue) },
    });
    const body: MandateRequestBody = {
      iac,
      psp_id: config.psp_id,
      agent_attestation: context.attestation,
      command,
      ...(await possessionOf(context, iac)),
    };
    const answer = expectJson(requested, await context.http.post(`${baseUrl}/mandates`, body));
    if (answer.delegation_id !== iac.delegation_id) {
      throw new ActError('peer_answer_invalid', { member: 'delegation_id' });
    }
  });
}

interface MandateAnswer {
  readonly status: string;
  readonly mandate?: string;
  readonly confirmation?: string;
  readonly enrolment?: string;
  readonly shown?: unknown;
  readonly mandate_chain?: NonNullable<PurchaseBundle['mandate_chain']>;
}

const mandateAnswer: Validator<MandateAnswer> = (data): data is MandateAnswer =>
  withText('status')(data) &&
  ['mandate', 'confirmation', 'enrolment'].every((member) => {
    const value = (data as Readonly<Record<string, unknown>>)[member];
    return value === undefined || typeof value === 'string';
  }) &&
  isTextList((data as Readonly<Record<string, unknown>>).mandate_chain);

function isTextList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/**
 * Looks once whether the user has decided. What is granted is judged and compared before it is answered.
 *
 * @throws ActError as acceptMandate; mandate_revoked, mandate_expired; RemoteProblem (mandate_unknown,
 *   confirmation_expired)
 */
export async function readMandate(context: AgentContext, asked: IacPayload): Promise<MandateProgress> {
  const { config } = context;
  const { baseUrl } = trustedAddress(await trustNow(context), config.issuer, 'IAC_ISSUER');
  const target = asked.delegation_id;
  const command = await signCommand(context, { aud: config.issuer, action: 'mandate.read', target });
  const answer = expectJson(
    mandateAnswer,
    await context.http.get(`${baseUrl}/mandates/${encodeURIComponent(target)}`, { command }),
  );
  if (answer.status === 'PENDING_CONFIRMATION' || answer.status === 'DENIED')
    return { status: answer.status };
  if (answer.status === 'Revoked') throw new ActError('mandate_revoked');
  if (answer.status === 'Expired') throw new ActError('mandate_expired');
  const granted = grantedIn(answer);
  const step = {
    from: config.issuer,
    to: config.agent_id,
    message: 'act-mandate+jwt',
    signer: config.issuer,
  };
  await traced(context.trace, step, ({ judged }) => acceptMandate(context, asked, granted, judged));
  return { status: 'GRANTED', granted };
}

function grantedIn({
  mandate,
  confirmation,
  enrolment,
  shown,
  mandate_chain,
}: MandateAnswer): GrantedMandate {
  if (
    mandate === undefined ||
    confirmation === undefined ||
    enrolment === undefined ||
    !validateShown(shown)
  ) {
    throw new ActError('peer_answer_invalid', { member: 'mandate' });
  }
  return {
    mandate,
    confirmation,
    enrolment,
    shown,
    ...(mandate_chain === undefined ? {} : { mandate_chain }),
  };
}
