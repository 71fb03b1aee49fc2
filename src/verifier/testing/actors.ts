import { jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import { generateKeyPair, type KeyHeader, localSigner, type Signer } from '../../protocol/jws/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { createRoot, EKU, type Issuer, issueCa, issueLeaf } from '../../protocol/x509/index.ts';

/** The present of the test world, Unix seconds. */
export const WORLD_NOW = parseUtcSeconds('2026-11-20T09:00:00Z');

export const DAY_SECONDS = 86_400;

export const IDS = {
  issuer: 'did:act:bank.example/iac',
  psp: 'did:act:bank.example/psp',
  merchant: 'did:act:rail.example/tickets',
  otherMerchant: 'did:act:voyage.example/tickets',
  agent: 'did:act:assistant.example/agent-007',
  otherAgent: 'did:act:assistant.example/agent-008',
  provider: 'did:act:assistant.example/provider',
  operator: 'did:act:trust.example/list',
  delegator: 'did:act:bank.example/u-7Qm2v9',
  device: 'dev_1',
  method: 'urn:act:payment:openact-balance',
} as const;

/** Somebody who signs: with `header` naming the key or presenting certificates. */
export interface Actor {
  readonly publicJwk: PublicJwk;
  readonly jkt: string;
  readonly signer: Signer;
}

export interface Authority extends Issuer {
  /** What a sender presents between its leaf and the anchor. */
  readonly chain: readonly string[];
}

export interface LeafOptions {
  readonly authority: Authority;
  readonly uri: string;
  readonly eku: readonly string[];
  readonly notBefore?: number;
  readonly notAfter?: number;
}

export interface Actors {
  readonly anchors: Readonly<Record<'bank' | 'rail' | 'voyage' | 'assistant', string>>;
  readonly authorities: Readonly<Record<'bank' | 'rail' | 'voyage' | 'assistant', Authority>>;
  readonly trustList: Actor;
  readonly issuer: Actor;
  readonly issuerStatus: Actor;
  readonly psp: Actor;
  readonly merchant: Actor;
  readonly otherMerchant: Actor;
  readonly provider: Actor;
  readonly agent: Actor;
  readonly otherAgent: Actor;
  readonly device: Actor;
  readonly otherDevice: Actor;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const CERTIFICATE_DAYS = 365;

let issued = 0;

/** Serial numbers only have to differ here. */
function nextSerial(): Uint8Array {
  issued += 1;
  const serial = new Uint8Array(16);
  new DataView(serial.buffer).setUint32(0, 0x10000000 + issued);
  return serial;
}

async function caKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}

async function rootOf(name: string): Promise<Authority> {
  const keys = await caKeys();
  const now = WORLD_NOW - DAY_SECONDS;
  const certificate = await createRoot({ serial: nextSerial(), name, days: CERTIFICATE_DAYS, now, keys });
  return { certificate, privateKey: keys.privateKey, chain: [] };
}

async function intermediateOf(root: Authority, name: string): Promise<Authority> {
  const keys = await caKeys();
  const certificate = await issueCa({
    serial: nextSerial(),
    issuer: root,
    name,
    publicKey: await crypto.subtle.exportKey('jwk', keys.publicKey),
    notBefore: WORLD_NOW - DAY_SECONDS,
    notAfter: WORLD_NOW + 200 * DAY_SECONDS,
  });
  return { certificate, privateKey: keys.privateKey, chain: [certificate] };
}

/** A new key whose signatures name it by thumbprint. */
export async function keyActor(alg: 'ES256' | 'Ed25519' = 'ES256'): Promise<Actor> {
  const { publicJwk, privateJwk } = await generateKeyPair(alg);
  const jkt = await jwkThumbprint(publicJwk);
  return { publicJwk, jkt, signer: localSigner(privateJwk, { kid: jkt }) };
}

/** A new key with a certificate, whose signatures present the chain without its anchor. */
export async function certifiedActor(options: LeafOptions): Promise<Actor> {
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  const { authority, uri, eku } = options;
  const leaf = await issueLeaf({
    serial: nextSerial(),
    issuer: authority,
    subjectUri: uri,
    commonName: 'Signer',
    eku,
    publicKey: { ...publicJwk },
    notBefore: options.notBefore ?? WORLD_NOW - DAY_SECONDS,
    notAfter: options.notAfter ?? WORLD_NOW + 100 * DAY_SECONDS,
  });
  const header: KeyHeader = { x5c: [leaf, ...authority.chain] };
  return { publicJwk, jkt: await jwkThumbprint(publicJwk), signer: localSigner(privateJwk, header) };
}

/** Everybody in the test world, with fresh keys. Costs some signatures: make them once per test file. */
export async function createActors(): Promise<Actors> {
  const bankRoot = await rootOf('Bank Root');
  const [bank, rail, voyage, assistant] = [
    await intermediateOf(bankRoot, 'Bank Signing CA'),
    await rootOf('Rail Root'),
    await rootOf('Voyage Root'),
    await rootOf('Assistant Root'),
  ];
  const merchantEku = [EKU.quote, EKU.command];
  return {
    anchors: {
      bank: bankRoot.certificate,
      rail: rail.certificate,
      voyage: voyage.certificate,
      assistant: assistant.certificate,
    },
    authorities: { bank, rail, voyage, assistant },
    trustList: await keyActor('Ed25519'),
    issuer: await certifiedActor({ authority: bank, uri: IDS.issuer, eku: [EKU.mandate] }),
    issuerStatus: await certifiedActor({ authority: bank, uri: IDS.issuer, eku: [EKU.status] }),
    psp: await certifiedActor({ authority: bank, uri: IDS.psp, eku: [EKU.receipt] }),
    merchant: await certifiedActor({ authority: rail, uri: IDS.merchant, eku: merchantEku }),
    otherMerchant: await certifiedActor({ authority: voyage, uri: IDS.otherMerchant, eku: merchantEku }),
    provider: await certifiedActor({ authority: assistant, uri: IDS.provider, eku: [EKU.agentProvider] }),
    agent: await keyActor(),
    otherAgent: await keyActor('Ed25519'),
    device: await keyActor(),
    otherDevice: await keyActor(),
  };
}
