/**
 * Messages as a hijacked agent, a cheating merchant or a stranger makes them: built with a general JOSE library and
 * real keys, not with the project's own code.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { type Claims, digest, digestOfJson, newName, type StolenKey } from '../../demo/attacks/kit.ts';
import type { Forgery } from '../format.ts';
import { Refused } from '../refused.ts';
import { agentId, bankId, PSP, shopId } from '../world/plan.ts';
import { forgedChain } from './certificates.ts';
import { addressOf, filled, type Kept, type Run } from './run.ts';

/** @param place folder and file below the keys, such as `tea/merchant-quote` */
export function keyAt({ world }: Run, place: string): StolenKey {
  return JSON.parse(readFileSync(join(world.keys, `${place}.json`), 'utf8'));
}

export async function strangersKey(): Promise<StolenKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { alg: 'ES256', jwk, kid: await calculateJwkThumbprint(jwk) };
}

/** The public part, as `cnf` and sub-accounts carry it. */
export function publicPart({ jwk }: StolenKey): JWK {
  const { kty, crv, x, y } = jwk as Required<Pick<JWK, 'kty' | 'crv' | 'x'>> & JWK;
  return y === undefined ? { kty, crv, x } : { kty, crv, x, y };
}

export function headerOf(jws: string): Kept {
  return JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString('utf8'));
}

/** Signs what is honest but for the forgery. */
export async function signed(
  run: Run,
  typ: string,
  claims: Claims,
  honest: StolenKey,
  forgery: Forgery = {},
): Promise<string> {
  const forged = filled(run, forgery);
  if (forged.text !== undefined) return forged.text;
  const key = await keyOf(run, honest, forged.key);
  const x5c = await certificatesOf(run, key, String(claims.iss), forged);
  const members = { alg: key.alg, typ, ...(x5c ? { x5c } : { kid: key.kid ?? '' }) };
  const header = without({ ...members, ...forged.header }) as { alg: string; crit?: string[] };
  const payload = JSON.stringify(without({ ...claims, ...forged.claims }));
  const signer = new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header);
  // What is critical is the receiver's business here.
  const crit = Object.fromEntries((header.crit ?? []).map((name) => [name, true]));
  return signer.sign(await importJWK(key.jwk, key.alg), { crit });
}

function certificatesOf(
  run: Run,
  key: StolenKey,
  iss: string,
  { certificate, chain }: Forgery,
): Promise<string[]> | string[] | undefined {
  if (chain !== undefined) return forgedChain(run, key, iss, keyAt(run, 'ca/MERCHANT'), chain);
  return (certificate === undefined ? key : keyAt(run, certificate)).x5c;
}

function keyOf(run: Run, honest: StolenKey, place: Forgery['key']): StolenKey | Promise<StolenKey> {
  if (place === undefined) return honest;
  return place === 'stranger' ? strangersKey() : keyAt(run, place);
}

/** `null` takes a member out. */
function without(members: Claims): Claims {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

/** A command of whoever has the key. */
export function signedCommand(
  run: Run,
  sender: { readonly id: string; readonly key: StolenKey },
  order: {
    readonly aud: string;
    readonly action: string;
    readonly target: string;
    readonly params?: unknown;
  },
  forgery?: Forgery,
): Promise<string> {
  const claims = { iss: sender.id, jti: newName('cmd'), iat: run.world.now(), ...order };
  return signed(run, 'act-command+jwt', claims, sender.key, forgery);
}

export function agentSender(run: Run, name: string) {
  return { id: agentId(name), key: keyAt(run, `${name}/agent`) };
}

export function shopSender(run: Run, name: string) {
  return { id: shopId(name), key: keyAt(run, `${name}/merchant-quote`) };
}

/** A payment service, as it speaks to others. */
export function bankSender(run: Run, name: string) {
  return { id: pspIdOf(name), key: keyAt(run, `${name}/psp-command`) };
}

export const pspIdOf = (name: string): string => (name === 'bank' ? PSP : bankId(name));

/** @returns the body of an answer; @throws Refused with the code of a problem */
export async function exchanged(url: string, init: RequestInit): Promise<Kept> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const body: Kept = isJson ? JSON.parse(text) : { text };
  if (!answer.ok) throw new Refused(String(body.code ?? answer.status), String(body.requirement ?? ''));
  return body;
}

export function posted(url: string, body: unknown): Promise<Kept> {
  const headers = { 'content-type': 'application/json' };
  return exchanged(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** What the bank shows to an agent that asks for it over its signature. */
export async function readBy(
  run: Run,
  agent: string,
  order: Parameters<typeof signedCommand>[2],
  path: string,
): Promise<Kept> {
  const command = await signedCommand(run, agentSender(run, agent), order);
  const headers = { authorization: `ACT-Command ${command}` };
  return exchanged(`${addressOf(run, 'bank')}${path}`, { headers });
}

export { digest, digestOfJson, newName };
