/** An account side that signs like a real one and believes everything: what the agent must check is checked there. */
import { digestOfJws, digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import type { Code } from '../../protocol/errors/index.ts';
import type {
  IacPayload,
  InstantPaymentBody,
  InterconnectionTerms,
  MandateClaims,
  MandateRequestBody,
  PaymentAnswer,
  PaymentBody,
  ReceiptClaims,
  Shown,
  ToolRequestBody,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { type Actors, DAY_SECONDS, IDS } from '../../verifier/testing/actors.ts';
import { enrolmentClaims, statusListClaims } from '../../verifier/testing/claims.ts';
import { statusBits } from '../../verifier/testing/world.ts';
import { type AtCashier, createFakeCashier, type FakeCashier } from './cashier.ts';
import { ok, type Reply, refuse } from './reply.ts';
import { random } from './surroundings.ts';

/** Keeps accounts of sellers, where a test has the bank clear with it. */
export const OTHER_PSP = 'did:act:pay.example/psp';
export const BANK_URL = 'https://bank.example';
const STATUS_INDEX = 5;

/** What tests turn. */
export interface BankSettings {
  /** Whether the user has confirmed the mandate and the tool on the device. */
  decision: 'waiting' | 'approved' | 'denied';
  mandate: (claims: MandateClaims) => void;
  receipt: (claims: ReceiptClaims) => void;
  payment: (answer: PaymentAnswer) => PaymentAnswer;
  /** A refusal of payments, before anything is booked. */
  refusal: Code | undefined;
  /** What the user decides at the cashier, and after how many looks of the agent. */
  atCashier: AtCashier;
  /** Two-bit status of every mandate: 0 valid, 1 revoked, 2 suspended. */
  status: number;
  /** What a till has offered for the code that the bank gives; undefined: nobody has scanned it, and `late`: nor will. */
  offered: string | undefined;
  /** With whom it clears, and what it takes off there. */
  terms: Pick<InterconnectionTerms, 'partners' | 'promotions'>;
}

export interface FakeBank {
  readonly settings: BankSettings;
  /** Paid orders: one debit each, however often they are asked for. */
  readonly paid: Map<string, PaymentAnswer>;
  readonly requests: string[];
  readonly asked: IacPayload[];
  /** Mandates that were given up. */
  readonly revoked: string[];
  /** Requests for payment tools that arrived. */
  readonly tools: Set<string>;
  readonly cashier: FakeCashier;
  /** Tests may put something in its way. */
  handle: (method: string, path: string, body: unknown) => Promise<Reply>;
}

export function createBank(actors: Actors, time: { readonly now: number }): FakeBank {
  const settings: BankSettings = {
    decision: 'approved',
    mandate: () => {},
    receipt: () => {},
    payment: (answer) => answer,
    refusal: undefined,
    atCashier: { decision: 'APPROVE', looks: 1 },
    status: 0,
    offered: undefined,
    terms: { partners: [], promotions: [] },
  };
  const cashier = createFakeCashier(actors, time, settings);
  const bank: FakeBank = {
    settings,
    cashier,
    paid: new Map(),
    requests: [],
    asked: [],
    revoked: [],
    tools: new Set(),
    async handle(method, path, body) {
      if (path === '/status-lists/1') return ok(await statusList(actors, time, settings.status));
      if (path.startsWith('/payer-codes')) return payerCode(bank, time, path.split('/')[2]);
      if (path === '/interconnection') return ok({ psp_id: IDS.psp, ...settings.terms });
      if (path === '/mandates') return ask(bank, body as MandateRequestBody);
      if (path.endsWith('/revoke')) return revoke(bank, path.split('/')[2] ?? '');
      if (path.startsWith('/mandates/')) return grant(bank, actors, time, path.split('/')[2] ?? '');
      if (path === '/tools') return askForTool(bank, body as ToolRequestBody);
      if (path.startsWith('/tools/')) return tool(bank, path.split('/')[2] ?? '');
      if (path === '/payments/query') return query(bank, body as { command: string });
      if (path === '/instant-payments') return cashier.enter(body as InstantPaymentBody);
      if (path.startsWith('/instant-payments/')) return cashier.read(path.split('/')[2] ?? '');
      if (path === '/payments' && method === 'POST') return pay(bank, actors, time, body as PaymentBody);
      return refuse('not_found');
    },
  };
  return bank;
}

export const PAYER_CODE = '280417365520918346';

function payerCode({ settings }: FakeBank, { now }: { readonly now: number }, code = PAYER_CODE): Reply {
  if (code !== PAYER_CODE) return refuse('payer_code_unknown');
  const { offered } = settings;
  const given = { payer_code: code, valid_until: formatUtcSeconds(now + 60) };
  if (offered === undefined) return ok({ ...given, status: 'OPEN' });
  return ok(
    offered === 'late' ? { ...given, status: 'EXPIRED' } : { ...given, status: 'PRESENTED', quote: offered },
  );
}

function ask(bank: FakeBank, { iac }: MandateRequestBody): Reply {
  if (!bank.asked.some(({ delegation_id }) => delegation_id === iac.delegation_id)) bank.asked.push(iac);
  return ok({ delegation_id: iac.delegation_id, status: 'PENDING_CONFIRMATION' }, 202);
}

function revoke(bank: FakeBank, delegationId: string): Reply {
  bank.revoked.push(delegationId);
  return ok({ delegation_id: delegationId, status: 'Revoked' });
}

function askForTool(bank: FakeBank, { command }: ToolRequestBody): Reply {
  const toolRequestId = readMessage('command', command).claims.target;
  bank.tools.add(toolRequestId);
  return ok({ tool_request_id: toolRequestId, status: 'PENDING_CONFIRMATION' }, 202);
}

function tool({ settings: { decision }, tools }: FakeBank, toolRequestId: string): Reply {
  if (!tools.has(toolRequestId)) return refuse('tool_invalid', { rule: 'unknown' });
  const status = { waiting: 'PENDING_CONFIRMATION', approved: 'ACTIVE', denied: 'DENIED' }[decision];
  const reference = decision === 'approved' ? { payment_tool_ref: 'tool-1' } : {};
  return ok({ tool_request_id: toolRequestId, status, ...reference });
}

async function grant(
  bank: FakeBank,
  actors: Actors,
  time: { readonly now: number },
  delegationId: string,
): Promise<Reply> {
  const iac = bank.asked.find(({ delegation_id }) => delegation_id === delegationId);
  if (iac === undefined) return refuse('mandate_unknown');
  const { decision } = bank.settings;
  if (decision !== 'approved') {
    const status = decision === 'waiting' ? 'PENDING_CONFIRMATION' : 'DENIED';
    return ok({ delegation_id: delegationId, status });
  }
  const { now } = time;
  const shown: Shown = {
    kind: 'mandate',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: IDS.agent, jkt: actors.agent.jkt },
    summary: { en: 'A mandate', zh: '授权' },
    iac,
  };
  const subject = { shown, subject_digest: iac.source_isr_digest, agent_jkt: actors.agent.jkt };
  const confirmation = await signMessage(
    'confirmation',
    {
      iss: IDS.device,
      sub: IDS.delegator,
      aud: IDS.issuer,
      jti: newId(random, 'cnf'),
      iat: now,
      exp: now + 120,
      challenge: await digestOfObject(subject as unknown as JsonValue),
      decision: 'APPROVE',
      method: 'FACE',
      channel: 'PHONE',
    },
    actors.device.signer,
  );
  const claims: MandateClaims = {
    iss: IDS.issuer,
    jti: delegationId,
    iat: now,
    nbf: parseUtcSeconds(iac.validity_start_time),
    exp: parseUtcSeconds(iac.validity_end_time),
    sub: iac.delegator_identity,
    aud: IDS.psp,
    cnf: { jkt: actors.agent.jkt },
    status: { status_list: { idx: STATUS_INDEX, uri: `${BANK_URL}/status-lists/1` } },
    confirmation_digest: await digestOfJws(confirmation),
    iac: { ...iac, user_confirmation_method: 'FACE', user_confirmation_timestamp: formatUtcSeconds(now) },
  };
  bank.settings.mandate(claims);
  const enrolment = await signMessage('enrolment', enrolmentClaims(actors), actors.issuer.signer);
  const mandate = await signMessage('mandate', claims, actors.issuer.signer);
  return ok({ delegation_id: delegationId, status: 'Active', mandate, confirmation, enrolment, shown });
}

async function statusList(
  actors: Actors,
  { now }: { readonly now: number },
  status: number,
): Promise<string> {
  const claims = {
    ...statusListClaims(await statusBits({ [STATUS_INDEX]: status })),
    iat: now,
    exp: now + 300,
  };
  return signMessage(
    'statusList',
    { ...claims, sub: `${BANK_URL}/status-lists/1` },
    actors.issuerStatus.signer,
  );
}

function query(bank: FakeBank, { command }: { readonly command: string }): Reply {
  const { target } = readMessage('command', command).claims;
  const answer = [...bank.paid.values()].find(
    ({ out_trade_no, trade_no }) => out_trade_no === target || trade_no === target,
  );
  return answer === undefined ? refuse('payment_unknown') : ok(answer);
}

async function pay(
  bank: FakeBank,
  actors: Actors,
  { now }: { readonly now: number },
  body: PaymentBody,
): Promise<Reply> {
  const { refusal } = bank.settings;
  bank.requests.push(body.payment_request);
  if (refusal !== undefined) return refuse(refusal);
  const request = readMessage('paymentRequest', body.payment_request).claims;
  const before = bank.paid.get(request.out_trade_no);
  if (before !== undefined) return ok(before);
  const quote = readMessage('quote', body.quote).claims;
  const salt = encodeBase64url(random(16));
  const claims: ReceiptClaims = {
    iss: IDS.psp,
    jti: newId(random, 'rcp'),
    iat: now,
    exp: now + DAY_SECONDS,
    aud: IDS.agent,
    trade_no: newId(random, 'trd'),
    out_trade_no: quote.out_trade_no,
    merchant: quote.iss,
    state: 'WAIT_SELLER_FULFILLMENT',
    amount: quote.amount,
    payer_amount: request.payer_amount,
    currency: quote.currency,
    payee: quote.payee,
    quote_digest: await digestOfJws(body.quote),
    request_digest: await digestOfJws(body.payment_request),
    agent_jkt: actors.agent.jkt,
    authorization_digest: await digestOfObject({ salt, mandate_digest: await digestOfJws(body.mandate) }),
    paid_at: formatUtcSeconds(now),
    ...(quote.payee.psp_id === IDS.psp
      ? {}
      : { peer: { psp_id: quote.payee.psp_id, trade_no: newId(random, 'trd') } }),
  };
  bank.settings.receipt(claims);
  const { peer, ...common } = claims;
  const sellerClaims = {
    ...common,
    jti: newId(random, 'rcp'),
    aud: quote.iss,
    trade_no: peer?.trade_no ?? claims.trade_no,
  };
  const answer = bank.settings.payment({
    trade_no: claims.trade_no,
    out_trade_no: claims.out_trade_no,
    state: claims.state,
    paid_at: claims.paid_at,
    receipt: await signMessage('receipt', claims, actors.psp.signer),
    seller_receipt: await signMessage('receipt', sellerClaims, actors.psp.signer),
    authorization_salt: salt,
  });
  bank.paid.set(quote.out_trade_no, answer);
  return ok(answer);
}
