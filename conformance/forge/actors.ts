import {
  type Authority,
  basicConstraints,
  certificate,
  DIGITAL_SIGNATURE,
  EKU,
  extendedKeyUsage,
  KEY_CERT_SIGN,
  keyUsage,
  subjectUris,
} from './certificate.ts';
import type { Signer } from './jws.ts';
import { type Key, keyOf } from './keys.ts';

/** 2026-11-20T09:00:00Z, the present of all vectors, Unix seconds. */
export const NOW = 1_795_165_200;
export const DAY = 86_400;

export const IDS = {
  issuer: 'did:act:bank.example/iac',
  psp: 'did:act:bank.example/psp',
  otherPsp: 'did:act:otherbank.example/psp',
  merchant: 'did:act:rail.example/tickets',
  otherMerchant: 'did:act:voyage.example/tickets',
  agent: 'did:act:assistant.example/agent-007',
  otherAgent: 'did:act:assistant.example/agent-008',
  provider: 'did:act:assistant.example/provider',
  operator: 'did:act:trust.example/list',
  handler: 'did:act:trust.example/disputes',
  log: 'did:act:trust.example/log',
  delegator: 'did:act:bank.example/u-7Qm2v9',
  otherDelegator: 'did:act:bank.example/u-9Lk4x1',
  creditService: 'did:act:credit.example/service',
  creditSubject: 'did:act:credit.example/subject-1',
  otherSubject: 'did:act:credit.example/subject-2',
  device: 'dev_1',
  method: 'urn:act:payment:openact-balance',
  otherMethod: 'urn:act:payment:other',
} as const;

export type Algorithm = 'ES256' | 'Ed25519';

/** Somebody whose key is known otherwise. */
export function bare(label: string, alg: Algorithm = 'ES256'): Signer {
  const key = keyOf(label, alg);
  return { key, header: { kid: key.jkt } };
}

export interface Ca extends Authority {
  readonly certificate: string;
  /** What a sender presents between its leaf and the anchor. */
  readonly chain: readonly string[];
}

const VALID = { notBefore: NOW - 30 * DAY, notAfter: NOW + 200 * DAY } as const;
export const CA_EXTENSIONS = [basicConstraints(true), keyUsage(KEY_CERT_SIGN)] as const;

export function rootCa(name: string): Ca {
  const key = keyOf(name);
  const text = certificate({ subject: name, key, ...VALID, extensions: CA_EXTENSIONS }, { name, key });
  return { name, key, certificate: text, chain: [] };
}

type CaDraft = Partial<Omit<Parameters<typeof certificate>[0], 'subject'>>;

/** An authority below another. `over` spoils its certificate. */
export function caBelow(authority: Ca, name: string, over: CaDraft = {}): Ca {
  const key = over.key ?? keyOf(name);
  const draft = { subject: name, key, ...VALID, extensions: CA_EXTENSIONS, ...over };
  const text = certificate(draft, authority);
  return { name, key, certificate: text, chain: [text, ...authority.chain] };
}

export interface LeafDraft extends CaDraft {
  readonly label: string;
  readonly uri: string;
  readonly eku: readonly string[];
  readonly alg?: Algorithm;
}

export function leafExtensions(uri: string, eku: readonly string[]) {
  return [
    basicConstraints(false),
    keyUsage(DIGITAL_SIGNATURE),
    extendedKeyUsage(...eku),
    subjectUris(uri),
  ] as const;
}

/** Somebody who presents certificates. `over` of the draft spoils the leaf. */
export function certified(authority: Ca, draft: LeafDraft): Signer {
  const { label, uri, eku, alg = 'ES256', ...over } = draft;
  const key: Key = over.key ?? keyOf(label, alg);
  const extensions = leafExtensions(uri, eku);
  const text = certificate({ subject: label, key, ...VALID, extensions, ...over }, authority);
  return { key, header: { x5c: [text, ...authority.chain] } };
}

const bankRoot = rootCa('Bank Root');
export const CAS = {
  bankRoot,
  bank: caBelow(bankRoot, 'Bank Signing CA'),
  rail: rootCa('Rail Root'),
  voyage: rootCa('Voyage Root'),
  assistant: rootCa('Assistant Root'),
  disputes: rootCa('Disputes Root'),
  log: rootCa('Log Root'),
  credit: rootCa('Credit Root'),
} as const;

/** What the drafts of the institutions are; the path vectors spoil one at a time. */
export function leafDraft(
  name:
    | 'issuer'
    | 'issuerStatus'
    | 'psp'
    | 'pspRecords'
    | 'merchant'
    | 'otherMerchant'
    | 'provider'
    | 'handler'
    | 'creditService'
    | 'creditPlatform',
) {
  const drafts = {
    issuer: { ca: CAS.bank, uri: IDS.issuer, eku: [EKU.mandate] },
    issuerStatus: { ca: CAS.bank, uri: IDS.issuer, eku: [EKU.status] },
    psp: { ca: CAS.bank, uri: IDS.psp, eku: [EKU.receipt] },
    pspRecords: { ca: CAS.bank, uri: IDS.psp, eku: [EKU.record, EKU.anchor] },
    merchant: { ca: CAS.rail, uri: IDS.merchant, eku: [EKU.quote, EKU.command] },
    otherMerchant: { ca: CAS.voyage, uri: IDS.otherMerchant, eku: [EKU.quote, EKU.command] },
    provider: { ca: CAS.assistant, uri: IDS.provider, eku: [EKU.agentProvider] },
    handler: { ca: CAS.disputes, uri: IDS.handler, eku: [EKU.finding] },
    creditService: { ca: CAS.credit, uri: IDS.creditService, eku: [EKU.credit] },
    creditPlatform: { ca: CAS.bank, uri: IDS.psp, eku: [EKU.command] },
  };
  return { label: name, ...drafts[name] };
}

export interface Actors {
  readonly trust: Signer;
  readonly issuer: Signer;
  readonly issuerStatus: Signer;
  readonly psp: Signer;
  readonly pspRecords: Signer;
  readonly merchant: Signer;
  readonly otherMerchant: Signer;
  readonly provider: Signer;
  readonly handler: Signer;
  readonly agent: Signer;
  readonly otherAgent: Signer;
  readonly device: Signer;
  readonly otherDevice: Signer;
  readonly creditService: Signer;
  readonly creditPlatform: Signer;
  readonly creditSubject: Signer;
}

/** Everybody, with signatures of one algorithm. Authorities sign with ES256 in both. */
export function actorsOf(alg: Algorithm): Actors {
  const leaf = (name: Parameters<typeof leafDraft>[0]) => {
    const { ca, ...draft } = leafDraft(name);
    return certified(ca, { ...draft, alg });
  };
  return {
    trust: bare('trust', alg),
    issuer: leaf('issuer'),
    issuerStatus: leaf('issuerStatus'),
    psp: leaf('psp'),
    pspRecords: leaf('pspRecords'),
    merchant: leaf('merchant'),
    otherMerchant: leaf('otherMerchant'),
    provider: leaf('provider'),
    handler: leaf('handler'),
    agent: bare('agent', alg),
    otherAgent: bare('otherAgent', alg),
    device: bare('device', alg),
    otherDevice: bare('otherDevice', alg),
    creditService: leaf('creditService'),
    creditPlatform: leaf('creditPlatform'),
    creditSubject: bare('creditSubject', alg),
  };
}
