import {
  CAS,
  caBelow,
  certified,
  DAY,
  IDS,
  leafDraft,
  leafExtensions,
  NOW,
  rootCa,
} from '../forge/actors.ts';
import { type Case, type Change, flags, forged, refuse, set } from '../forge/cases.ts';
import {
  basicConstraints,
  certificateThumbprint,
  DIGITAL_SIGNATURE,
  EKU,
  type Extension,
  excludedName,
  extendedKeyUsage,
  KEY_CERT_SIGN,
  keyUsage,
  permittedUris,
  RSA_SPKI,
  subjectUris,
  unknownExtension,
} from '../forge/certificate.ts';
import { ENTRY } from '../forge/claims.ts';
import type { Signer } from '../forge/jws.ts';
import { twinOf } from '../forge/p256.ts';

/** Certificate paths, spoilt one rule at a time, under the issuer's mandate: root, signing authority, leaf. */

const draft = leafDraft('issuer');
const { ca, ...leaf } = draft;
type Leaf = Parameters<typeof certified>[1];

const by = (signer: Signer): Change => ({ signers: { mandate: signer } });
const leafWith = (over: Partial<Leaf>): Change => by(certified(ca, { ...leaf, ...over }));
const below = (over: Parameters<typeof caBelow>[2]): Change =>
  by(certified(caBelow(CAS.bankRoot, 'Bank Signing CA', over), leaf));

const [leafBasic, leafUsage, leafPurpose, leafName] = leafExtensions(leaf.uri, leaf.eku);
const caBasic = basicConstraints(true);
const caUsage = keyUsage(KEY_CERT_SIGN);
const leafHas = (...extensions: readonly Extension[]): Change => leafWith({ extensions });
const caHas = (...extensions: readonly Extension[]): Change => below({ extensions });

function no(id: string, code: string, comment: string, change: Change, ...flag: readonly string[]): Case {
  return refuse(`OA-PKI-${id}`, code, comment, change, flags(...flag));
}

const authorities: readonly Case[] = [
  no(
    '07',
    'x509_not_a_ca',
    'an end-entity certificate as authority',
    below({ extensions: [leafBasic, keyUsage(KEY_CERT_SIGN)] }),
    'X1',
  ),
  no(
    '17',
    'x509_leaf_is_ca',
    'a signer whose certificate is that of an authority',
    leafHas(caBasic, leafUsage, leafPurpose, leafName),
    'X1',
  ),
  no('07', 'x509_not_a_ca', 'an authority without basicConstraints', caHas(caUsage), 'X2'),
  no(
    '07',
    'x509_not_a_ca',
    'an authority whose basicConstraints are not critical',
    caHas(basicConstraints(true, undefined, false), caUsage),
    'X2',
  ),
  no(
    '08',
    'x509_path_length',
    'an authority below one that allows none',
    by(
      certified(
        caBelow(
          caBelow(CAS.bankRoot, 'Bank Policy CA', { extensions: [basicConstraints(true, 0), caUsage] }),
          'Bank Signing CA',
        ),
        leaf,
      ),
    ),
    'X3',
  ),
  no(
    '09',
    'x509_key_usage',
    'an authority that may not sign certificates',
    caHas(caBasic, keyUsage(DIGITAL_SIGNATURE)),
    'X1',
  ),
  no(
    '09',
    'x509_key_usage',
    'a signer that may not sign messages',
    leafHas(leafBasic, keyUsage(0x20), leafPurpose, leafName),
    'X5',
  ),
  no(
    '09',
    'x509_key_usage',
    'a signer that may sign certificates',
    leafHas(leafBasic, keyUsage(DIGITAL_SIGNATURE | KEY_CERT_SIGN), leafPurpose, leafName),
    'X1',
  ),
  no('09', 'x509_key_usage', 'a signer without keyUsage', leafHas(leafBasic, leafPurpose, leafName), 'X5'),
];

const names: readonly Case[] = [
  no(
    '11',
    'x509_name_mismatch',
    'a certificate that names somebody else',
    leafHas(leafBasic, leafUsage, leafPurpose, subjectUris(IDS.psp)),
    'X4',
    'X10',
  ),
  no(
    '11',
    'x509_name_mismatch',
    'a certificate whose name is a prefix',
    leafHas(leafBasic, leafUsage, leafPurpose, subjectUris(IDS.issuer.slice(0, -1))),
    'X4',
  ),
  no(
    '11',
    'x509_name_mismatch',
    'a certificate with two URIs',
    leafHas(leafBasic, leafUsage, leafPurpose, subjectUris(IDS.issuer, IDS.psp)),
    'X4',
  ),
  no(
    '11',
    'x509_name_mismatch',
    'a certificate that has the name in its subject only',
    leafWith({ subject: IDS.issuer, extensions: [leafBasic, leafUsage, leafPurpose] } as Partial<Leaf>),
    'X4',
  ),
  no(
    '12',
    'x509_name_constraints',
    'a name that an authority excludes',
    caHas(caBasic, caUsage, excludedName('issuer')),
    'X4',
  ),
  no(
    '12',
    'x509_name_constraints',
    'a URI that the constraint of an authority cannot be held against',
    caHas(caBasic, caUsage, permittedUris('.bank.example')),
    'X4',
  ),
  no(
    '10',
    'x509_eku_mismatch',
    'a certificate for another type of message',
    leafHas(leafBasic, leafUsage, extendedKeyUsage(EKU.status), leafName),
    'X5',
  ),
  no(
    '10',
    'x509_eku_mismatch',
    'a certificate for any purpose',
    leafHas(leafBasic, leafUsage, extendedKeyUsage('2.5.29.37.0'), leafName),
    'X5',
  ),
  no(
    '10',
    'x509_eku_mismatch',
    'a certificate without a purpose',
    leafHas(leafBasic, leafUsage, leafName),
    'X5',
  ),
  no(
    '10',
    'x509_eku_mismatch',
    'an authority for other purposes',
    caHas(caBasic, caUsage, extendedKeyUsage(EKU.receipt)),
    'X5',
  ),
  no(
    '13',
    'x509_critical_extension',
    'a signer with a critical extension that is not known',
    leafHas(leafBasic, leafUsage, leafPurpose, leafName, unknownExtension),
    'X11',
  ),
  no(
    '13',
    'x509_critical_extension',
    'an authority with a critical extension that is not known',
    caHas(caBasic, caUsage, unknownExtension),
    'X11',
  ),
];

const dates: readonly Case[] = [
  no(
    '06',
    'x509_expired',
    'a certificate that expired a second ago',
    leafWith({ notAfter: NOW - 1 }),
    'X6',
    'Edge',
  ),
  no(
    '05',
    'x509_not_yet_valid',
    'a certificate that begins in a second',
    leafWith({ notBefore: NOW + 1 }),
    'X6',
    'Edge',
  ),
  no('06', 'x509_expired', 'an authority that has expired', below({ notAfter: NOW - DAY }), 'X6'),
];

const rogueRoot = rootCa('Bank Root (rogue)');
const rogue = { ...rogueRoot, name: CAS.bankRoot.name };
const rogueSelf = caBelow(rogue, CAS.bankRoot.name, { key: rogueRoot.key });

function revoke(text: string): Change {
  return set('trust_list', `/entries/${ENTRY.issuer}/revoked_certificates/-`, certificateThumbprint(text));
}

function x5cOf(signer: Signer): string[] {
  return signer.header.x5c as string[];
}

const honest = certified(ca, leaf);
const honestChain = x5cOf(honest);
const x5c = (change: (chain: string[]) => string[]): Change =>
  forged('mandate', { header: (header) => ({ ...header, x5c: change(header.x5c as string[]) }) });

/** The same bytes under another spelling: some of the bits that stand for none are set. */
const leftOver = (text: string): string =>
  text.replace(/.(?==+$)/, (last) => String.fromCharCode(last.charCodeAt(0) + 1));

const trustworthiness: readonly Case[] = [
  no(
    '03',
    'x509_chain_broken',
    'a certificate of an authority that is another sender’s anchor',
    by(certified(CAS.rail, leaf)),
    'X8',
  ),
  no(
    '04',
    'x509_signature_invalid',
    'an authority with the name of the anchor and another key',
    by(certified(rogue, leaf)),
    'X8',
  ),
  no(
    '15',
    'x509_self_signed',
    'a self-signed signer',
    by(certified({ ...CAS.bankRoot, name: leaf.label, key: honest.key, chain: [] }, leaf)),
    'X7',
  ),
  no(
    '15',
    'x509_self_signed',
    'a root of the sender’s own in the chain',
    by(certified({ ...rogue, chain: [rogueSelf.certificate] }, leaf)),
    'X8',
  ),
  no('14', 'x509_weak', 'a certificate signed with SHA-1', leafWith({ hash: 'SHA1' }), 'X9'),
  no('14', 'x509_weak', 'a certificate of an RSA key', leafWith({ spki: RSA_SPKI }), 'X9'),
  no(
    '04',
    'x509_signature_invalid',
    'a certificate with one bit of its signature changed',
    leafWith({ signature: (bytes) => bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)) }),
    'X8',
  ),
  no('16', 'x509_revoked', 'a revoked certificate', revoke(honestChain[0] ?? ''), 'X12'),
  no('16', 'x509_revoked', 'a revoked authority', revoke(honestChain[1] ?? ''), 'X12'),
  {
    ...no(
      '16',
      'x509_revoked',
      'the twin of a revoked certificate',
      leafWith({ signature: twinOf }),
      'X12',
      'J9',
    ),
    ...revoke(honestChain[0] ?? ''),
  },
];

/** The anchor again, under a certificate of an authority that the anchor itself has certified. */
const bridge = caBelow(CAS.bankRoot, 'Bank Bridge CA');
const circle = caBelow(bridge, CAS.bankRoot.name, { key: CAS.bankRoot.key });

const shape: readonly Case[] = [
  no(
    '03',
    'x509_chain_broken',
    'a chain that is not in order',
    x5c((chain) => [...chain].reverse()),
    'X10',
  ),
  no(
    '03',
    'x509_chain_broken',
    'a chain without its signing authority',
    x5c((chain) => chain.slice(0, 1)),
    'X10',
  ),
  no(
    '02',
    'x509_chain_too_long',
    'a chain of four certificates',
    x5c((chain) => [...chain, ...chain]),
    'X13',
  ),
  no(
    '03',
    'x509_chain_broken',
    'a chain in which an authority stands twice',
    by(certified({ ...CAS.bank, chain: [...CAS.bank.chain, ...CAS.bank.chain] }, leaf)),
    'X13',
  ),
  no(
    '03',
    'x509_chain_broken',
    'a certificate that names another issuer than the one that signed it',
    leafWith({ issuerName: 'Bank Other CA' }),
    'X10',
  ),
  no(
    '03',
    'x509_chain_broken',
    'a chain that goes through the anchor twice',
    by(certified(circle, leaf)),
    'X13',
  ),
  no(
    '01',
    'x509_malformed',
    'a certificate that is none',
    x5c((chain) => ['MIIB', ...chain.slice(1)]),
    'X10',
  ),
  no(
    '01',
    'x509_malformed',
    'a certificate with a byte after its end',
    x5c(([first = '', ...rest]) => [
      Buffer.concat([Buffer.from(first, 'base64'), Buffer.of(0)]).toString('base64'),
      ...rest,
    ]),
    'X10',
  ),
  no(
    '01',
    'x509_malformed',
    'a certificate with bits left over in its base64',
    x5c(([first = '', ...rest]) => [leftOver(first), ...rest]),
    'X10',
  ),
];

/** All of them; each is derived from the good mandate. */
export const pathCases: readonly Case[] = [...authorities, ...names, ...dates, ...trustworthiness, ...shape];
