/**
 * What an attacker has: a hijacked agent with its real key, one merchant that cheats, and plain HTTP.
 * The messages are built here with a general JOSE library, not with the project's own code.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { CompactSign, importJWK, type JWK } from 'jose';
import { type Addresses, CURRENCY, IDS, METHOD } from '../plan.ts';

export interface StolenKey {
  readonly alg: string;
  readonly jwk: JWK;
  readonly kid?: string;
  readonly x5c?: string[];
}

/** The bytes of the honest purchase, as somebody on the wire or in the agent has seen them. */
export interface SeenPurchase {
  readonly payment_request: string;
  readonly mandate: string;
  readonly quote: string;
  readonly receipt: string;
}

export interface SeenProof {
  readonly url: string;
  /** The Payment-Proof header, as it was sent. */
  readonly header: string;
  readonly receipt: string;
  readonly tradeNo: string;
}

export interface SeenResearch {
  readonly used: SeenProof;
  readonly unused: SeenProof;
}

export interface Kit {
  readonly addresses: Addresses;
  readonly agentKey: StolenKey;
  readonly attestation: string;
  readonly railKey: StolenKey;
  readonly seen: SeenPurchase;
  readonly tool: string;
  /** What was to be seen of the research: a proof that was used, and one that was not. */
  readonly research: SeenResearch;
  /** The user presses "revoke" on the device. */
  revoke(): Promise<void>;
}

export interface AttackResult {
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly signer: string;
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Attack {
  readonly name: string;
  readonly title: string;
  /** The requirement whose check refuses it. Without that check it succeeds. */
  readonly requirement: string;
  readonly code: string;
  /** act:L2 where it is left out. */
  readonly level?: 'act:L3';
  run(kit: Kit): Promise<AttackResult>;
}

export type Claims = Record<string, unknown>;

export function readKey(folder: string, name: string): StolenKey {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

export const now = (): number => Math.floor(Date.now() / 1000);
export const newName = (prefix: string): string => `${prefix}_${randomBytes(12).toString('base64url')}`;

export function digest(bytes: string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

export function digestOfJson(value: unknown): string {
  return digest(canonicalize(value) ?? '');
}

export function claimsOf(jws: string): Claims {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

export async function sign(typ: string, claims: Claims, key: StolenKey): Promise<string> {
  const header = key.x5c ? { alg: key.alg, typ, x5c: key.x5c } : { alg: key.alg, typ, kid: key.kid ?? '' };
  const signer = new CompactSign(new TextEncoder().encode(JSON.stringify(claims)));
  return signer.setProtectedHeader(header).sign(await importJWK(key.jwk, key.alg));
}

export async function post(url: string, body: unknown): Promise<{ status: number; body: Claims }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Claims };
}

function command(
  kit: Kit,
  aud: string,
  action: string,
  target: string,
  digestParam: string,
): Promise<string> {
  const claims = { iss: IDS.agent, aud, jti: newName('cmd'), iat: now(), action, target };
  return sign('act-command+jwt', { ...claims, params: { digest: digestParam } }, kit.agentKey);
}

/** Asks a merchant for a quote, as any agent may. */
export async function askQuote(
  kit: Kit,
  merchant: { id: string; url: string },
  itemId: string,
  amount: string,
): Promise<string> {
  const order = {
    lines: [{ item_id: itemId, quantity: 1 }],
    currency: CURRENCY,
    expected_amount: amount,
    request_id: newName('qr'),
  };
  const signed = await command(kit, merchant.id, 'quote.request', merchant.id, digestOfJson(order));
  const answer = await post(`${merchant.url}/quotes`, {
    agent_attestation: kit.attestation,
    order,
    command: signed,
  });
  if (answer.status !== 201) throw new Error(`no quote: ${JSON.stringify(answer.body)}`);
  return String(answer.body.quote);
}

/** A payment request of the hijacked agent for one quote, under the user's real mandate. */
export function askPayment(kit: Kit, quote: string): Promise<string> {
  const offer = claimsOf(quote);
  const mandate = claimsOf(kit.seen.mandate);
  return sign(
    'act-payment-request+jwt',
    {
      iss: IDS.agent,
      aud: IDS.psp,
      jti: newName('req'),
      iat: now(),
      level: 'act:L2',
      delegation_id: mandate.jti,
      mandate_digest: digest(kit.seen.mandate),
      quote_digest: digest(quote),
      out_trade_no: offer.out_trade_no,
      amount: offer.amount,
      payer_amount: offer.payer_amount,
      currency: offer.currency,
      method_id: METHOD,
      payment_tool_ref: kit.tool,
    },
    kit.agentKey,
  );
}

export async function pay(kit: Kit, paymentRequest: string, quote: string): Promise<AttackResult> {
  const body = { payment_request: paymentRequest, mandate: kit.seen.mandate, quote };
  const answer = await post(`${kit.addresses.issuer}/payments`, body);
  const signer = IDS.agent;
  return { from: 'hijacked agent', to: 'psp', message: 'payment request', signer, ...answer };
}

export async function release(kit: Kit, quote: string, receipt: string): Promise<AttackResult> {
  const order = String(claimsOf(quote).out_trade_no);
  const signed = await command(kit, IDS.rail, 'order.release', order, digest(receipt));
  const answer = await post(`${kit.addresses.rail}/orders/${order}/release`, { receipt, command: signed });
  return {
    from: 'hijacked agent',
    to: 'rail',
    message: 'receipt',
    signer: 'nobody the PSP knows',
    ...answer,
  };
}

interface PublicPart {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/** A Payment-Proof by whoever has the key, for one address. */
export async function proofHeader(proof: SeenProof, url: string, key: StolenKey): Promise<string> {
  const { kty, crv, x, y } = key.jwk as unknown as PublicPart;
  const holder_proof = await sign(
    'act-holder+jwt',
    {
      jti: newName('hp'),
      iat: now(),
      htm: 'GET',
      htu: url,
      ath: digest(proof.receipt),
      body_digest: digest(''),
      cnf: { jwk: { kty, crv, x, y } },
    },
    key,
  );
  const value = {
    protocol: { payment_proof: proof.receipt, trade_no: proof.tradeNo },
    method: { holder_proof },
  };
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Asks a seller of data with a Payment-Proof. */
export async function askWithProof(url: string, header: string, signer: string): Promise<AttackResult> {
  const answer = await fetch(url, { headers: { 'Payment-Proof': header, 'Act-Agent': IDS.agent } });
  const body = (await answer.json()) as Claims;
  return { from: 'thief', to: 'market', message: 'Payment-Proof', signer, status: answer.status, body };
}
