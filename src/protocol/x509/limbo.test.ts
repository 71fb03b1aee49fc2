import { describe, expect, test } from 'vitest';
import type { Code } from '../errors/index.ts';
import { type Bytes, encodeElement, TAG } from './der.ts';
import { EKU } from './oids.ts';
import type { PathRequest } from './path.ts';
import { expectAccepted, expectRefused } from './testing/expectations.ts';
import {
  ALGORITHM,
  AT,
  ascii,
  basicConstraints,
  commonName,
  DAY_SECONDS,
  DIGITAL_SIGNATURE,
  directoryName,
  dnsName,
  emailName,
  extendedKeyUsage,
  type ForgedChain,
  type ForgedConstraints,
  type ForgedExtension,
  type Forgery,
  forgeChain,
  integer,
  ipName,
  KEY_CERT_SIGN,
  keysAt,
  keyUsage,
  nameConstraints,
  octets,
  oid,
  otherExtension,
  requestFor,
  SUBJECT_URI,
  sequence,
  subjectAltName,
  uriName,
} from './testing/forge.ts';
import { LIMBO } from './testing/limbo-counts.ts';

/**
 * The path defects that x509-limbo lists (C2SP/x509-limbo at 8a2e6f4), by its case ids, built here anew with our
 * keys, purposes and URI names. Its leaves are web servers; where a case is about a DNS name, our leaf carries that
 * name beside its URI.
 */

interface Case {
  readonly id: string;
  readonly chain?: ForgedChain;
  /** For a case whose anchors or presented certificates are not those of one chain. */
  readonly request?: () => Promise<PathRequest>;
  readonly over?: Partial<PathRequest>;
  /** Without the defect; where left out, the plain chain of the helper. */
  readonly sound?: ForgedChain;
}

interface Refused extends Case {
  readonly code: Code;
  readonly rule?: string;
  /** x509-limbo lets this pass; why we do not. */
  readonly stricter?: string;
}

const plain: Forgery = {};
const NULL = encodeElement(0x05);
const IPV4_SUBNET = [192, 0, 2, 0, 255, 255, 255, 0] as const;
const IPV6_LOOPBACK = [...new Array<number>(15).fill(0), 1, ...new Array<number>(16).fill(255)] as const;
const OTHER_NAME = encodeElement(0xa0, oid('1.3.6.1.4.1.55738.666.2'), encodeElement(0xa0, NULL));

const withExtensions = (extensions: Readonly<Record<string, ForgedExtension | undefined>>): Forgery => ({
  extensions,
});
const ca = (pathLength: number): Forgery =>
  withExtensions({ basicConstraints: basicConstraints(true, pathLength) });
const constrained = (constraints: ForgedConstraints): Forgery =>
  withExtensions({ nameConstraints: nameConstraints(constraints) });
const withNames = (...names: readonly Bytes[]): Forgery =>
  withExtensions({ subjectAltName: subjectAltName([uriName(SUBJECT_URI), ...names]) });
const rootOver = (constraints: ForgedConstraints, ...names: readonly Bytes[]): ForgedChain => ({
  root: constrained(constraints),
  leaf: withNames(...names),
});
const caOver = (constraints: ForgedConstraints, ...names: readonly Bytes[]): ForgedChain => ({
  intermediates: [constrained(constraints)],
  leaf: withNames(...names),
});

const example = dnsName('example.com');
const allowExample = rootOver({ permitted: [example] }, example);
const foo = commonName('foo');
const notFoo = commonName('not-foo');
const fooRoot = (leaf: Forgery): ForgedChain => ({
  root: constrained({ permitted: [directoryName(foo)] }),
  leaf,
});
const fooLeaf: Forgery = { subject: foo, ...withNames(directoryName(foo)) };
const emailOver = (constraint: string, name: string): ForgedChain =>
  caOver({ permitted: [emailName(constraint)] }, emailName(name));

const unknownCritical = withExtensions({ unknown: otherExtension('1.3.6.1.4.1.55738.666.1', true) });
const aia = (critical: boolean) => {
  const access = sequence(oid('1.3.6.1.5.5.7.48.2'), encodeElement(0x86, ascii('http://ca.example/ca.cer')));
  return withExtensions({ aia: otherExtension('1.3.6.1.5.5.7.1.1', critical, sequence(access)) });
};

/** A SubjectPublicKeyInfo that is well-formed as DER and holds no key that we allow. */
const spki = (algorithm: Bytes, key: readonly number[]): Forgery => ({
  spki: sequence(algorithm, encodeElement(TAG.bitString, Uint8Array.from([0, ...key]))),
});
const P256_IDENTIFIER = sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7'));
const POINT = [4, ...new Array<number>(64).fill(1)];
const EXPLICIT_CURVE = sequence(
  oid('1.2.840.10045.2.1'),
  sequence(
    integer(1),
    sequence(oid('1.2.840.10045.1.1'), integer(0x7f)),
    sequence(octets(Uint8Array.of(1)), octets(Uint8Array.of(2))),
    octets(Uint8Array.from(POINT)),
    integer(0x61),
    integer(1),
  ),
);
const p192 = spki(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.1')), [4, ...POINT.slice(17)]);
const dsa = spki(
  sequence(oid('1.2.840.10040.4.1'), sequence(integer(23), integer(11), integer(4))),
  [2, 1, 8],
);
const rsa = (bits: number) => {
  const modulus = integer(0, ...new Array<number>(Math.ceil(bits / 8)).fill(0xff));
  return spki(sequence(oid('1.2.840.113549.1.1.1'), NULL), [...sequence(modulus, integer(1, 0, 1))]);
};

const hundred = async (same: { subject?: boolean; key?: boolean }): Promise<PathRequest> => {
  const intermediates = Array.from({ length: 100 }, async (_, index) => ({
    keys: await keysAt(same.key === true ? 2 : index + 2),
    ...(same.subject === true ? { subject: commonName('ICA') } : {}),
  }));
  return requestFor(await forgeChain({ intermediates: await Promise.all(intermediates) }));
};

const accepted: readonly Case[] = [
  { id: 'pathlen::ee-with-intermediate-pathlen-0', chain: { intermediates: [ca(0)] } },
  { id: 'pathlen::ee-with-intermediate-pathlen-1', chain: { intermediates: [ca(1)] } },
  { id: 'pathlen::ee-with-intermediate-pathlen-2', chain: { intermediates: [ca(2)] } },
  { id: 'pathlen::intermediate-pathlen-may-increase', chain: { intermediates: [ca(1), ca(2)] } },
  { id: 'pathlen::max-chain-depth-0', chain: {} },
  { id: 'pathlen::max-chain-depth-1', chain: { intermediates: [plain] } },
  {
    id: 'pathlen::max-chain-depth-1-self-issued',
    chain: {
      root: ca(1),
      intermediates: [{ subject: commonName('ICA'), ...ca(0) }, { subject: commonName('ICA') }],
    },
  },
  {
    id: 'rfc5280::unknown-critical-extension-unrelated-root',
    request: async () => {
      const chain = await forgeChain();
      const unrelated = await forgeChain({ root: { subject: commonName('B'), ...unknownCritical } });
      return requestFor({ ...chain, anchors: [...unrelated.anchors, ...chain.anchors] });
    },
  },
  { id: 'rfc5280::ee-aia', chain: { leaf: aia(false) } },
  { id: 'rfc5280::no-basicconstraints', chain: { leaf: withExtensions({ basicConstraints: undefined }) } },
  { id: 'rfc5280::aki::self-signed-root-missing-aki', chain: {} },
  { id: 'rfc5280::nc::permitted-dns-match', chain: allowExample },
  {
    id: 'rfc5280::nc::permitted-dns-match-more',
    chain: rootOver({ permitted: [example] }, dnsName('foo.bar.example.com')),
  },
  { id: 'rfc5280::nc::permitted-dn-match', chain: fooRoot(fooLeaf) },
  {
    id: 'rfc5280::nc::permitted-self-issued',
    chain: {
      root: { subject: commonName('CA'), ...constrained({ permitted: [example] }) },
      intermediates: [{ subject: commonName('CA'), ...withNames(dnsName('not-example.com')) }],
      leaf: withNames(example),
    },
  },
  { id: 'rfc5280::validity::notbefore-exact', chain: { leaf: { notBefore: AT } } },
  { id: 'rfc5280::validity::notafter-exact', chain: { leaf: { notAfter: AT } } },
];

const EMAIL = 'e-mail constraints are a form that we do not evaluate';
const IP = 'address constraints are a form that we do not evaluate';
const form = { code: 'x509_name_constraints', rule: 'form' } as const;

const refused: readonly Refused[] = [
  {
    id: 'cve::cve-2025-61727',
    sound: caOver({ excluded: [dnsName('bar.example.com')] }, dnsName('foo.example.com')),
    chain: caOver({ excluded: [dnsName('bar.example.com')] }, dnsName('*.example.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
  },
  {
    id: 'cve::cve-2025-61727-nc-permits-variant',
    sound: caOver({ permitted: [dnsName('foo.example.com')] }, dnsName('foo.example.com')),
    chain: caOver({ permitted: [dnsName('foo.example.com')] }, dnsName('*.example.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
  },
  {
    id: 'invalid::invalid-issuer-key',
    sound: { intermediates: [plain] },
    chain: { intermediates: [spki(P256_IDENTIFIER, POINT)] },
    code: 'x509_weak',
    rule: 'key',
  },
  {
    id: 'pathlen::validation-ignores-pathlen-in-leaf',
    chain: { intermediates: [ca(0)], leaf: ca(0) },
    code: 'x509_leaf_is_ca',
    stricter: 'an authority signs no messages',
  },
  {
    id: 'pathlen::intermediate-violates-pathlen-0',
    sound: { intermediates: [ca(1), ca(0)] },
    chain: { intermediates: [ca(0), ca(0)] },
    code: 'x509_path_length',
  },
  {
    id: 'pathlen::intermediate-pathlen-too-long',
    sound: { intermediates: [ca(1), ca(0)] },
    chain: { intermediates: [ca(1), ca(0), ca(0)] },
    code: 'x509_chain_too_long',
  },
  {
    id: 'pathlen::self-issued-certs-pathlen',
    chain: {
      intermediates: [
        { subject: commonName('ICA'), ...ca(1) },
        { subject: commonName('ICA'), ...ca(1) },
        ca(0),
      ],
    },
    code: 'x509_chain_too_long',
    stricter: 'four certificates are the limit, self-issued or not',
  },
  {
    id: 'pathological::intermediate-cycle-distinct-cas',
    request: () => cycle('ICA 1', 'ICA 2'),
    code: 'x509_chain_broken',
    rule: 'no_anchor',
  },
  {
    id: 'pathological::intermediate-cycle-distinct-cas-max-depth',
    request: async () => {
      const { x5c, ...rest } = await cycle('ICA 1', 'ICA 2');
      return { ...rest, x5c: [...x5c, ...x5c.slice(1), ...x5c.slice(1)] };
    },
    code: 'x509_chain_too_long',
  },
  {
    id: 'pathological::intermediate-cycle-same-logical-ca',
    request: () => cycle('ICA', 'ICA'),
    code: 'x509_chain_broken',
    rule: 'no_anchor',
  },
  ...(['nc-dos-1', 'nc-dos-2'] as const).map((name) => ({
    id: `pathological::${name}`,
    chain: {
      root: constrained({ permitted: manyHosts('permitted'), excluded: manyHosts('excluded') }),
      leaf: withNames(...manyHosts('leaf')),
    },
    code: 'x509_malformed' as const,
    rule: 'certificate_size',
  })),
  {
    id: 'pathological::nc-dos-3',
    chain: {
      root: constrained({ permitted: manyHosts('permitted'), excluded: manyHosts('excluded') }),
      leaf: { subject: sequence(...Array.from({ length: 2048 }, (_, index) => manyRdn(index))) },
    },
    code: 'x509_malformed',
    rule: 'certificate_size',
  },
  {
    id: 'pathological::pathological-chain-distinct-subject-distinct-key',
    request: () => hundred({}),
    code: 'x509_chain_too_long',
  },
  {
    id: 'pathological::pathological-chain-same-subject-distinct-key',
    request: () => hundred({ subject: true }),
    code: 'x509_chain_too_long',
  },
  {
    id: 'pathological::pathological-chain-distinct-subject-same-key',
    request: () => hundred({ key: true }),
    code: 'x509_chain_too_long',
  },
  {
    id: 'pathological::pathological-chain-same-subject-same-key',
    request: () => hundred({ subject: true, key: true }),
    code: 'x509_chain_too_long',
  },
  {
    id: 'rfc5280::ee-empty-issuer',
    chain: { leaf: { issuer: sequence() } },
    code: 'x509_malformed',
    rule: 'issuer_empty',
  },
  {
    id: 'rfc5280::ca-empty-subject',
    sound: { intermediates: [plain] },
    chain: { intermediates: [{ subject: sequence() }] },
    code: 'x509_malformed',
    rule: 'issuer_empty',
  },
  {
    id: 'rfc5280::unknown-critical-extension-ee',
    chain: { leaf: unknownCritical },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::unknown-critical-extension-root',
    chain: { root: unknownCritical },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::unknown-critical-extension-intermediate',
    sound: { intermediates: [ca(0)] },
    chain: {
      intermediates: [{ extensions: { ...ca(0).extensions, ...unknownCritical.extensions } }],
    },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::chain-untrusted-root',
    request: async () => {
      const { x5c } = await forgeChain({ intermediates: [plain] });
      const { anchors } = await forgeChain({ root: { subject: commonName('Unrelated') } });
      return requestFor({ x5c, anchors });
    },
    code: 'x509_chain_broken',
    rule: 'no_anchor',
  },
  {
    id: 'rfc5280::intermediate-ca-without-ca-bit',
    sound: { intermediates: [plain] },
    chain: { intermediates: [withExtensions({ basicConstraints: basicConstraints(false) })] },
    code: 'x509_not_a_ca',
    rule: 'not_ca',
  },
  {
    id: 'rfc5280::intermediate-ca-missing-basic-constraints',
    sound: { intermediates: [plain] },
    chain: { intermediates: [withExtensions({ basicConstraints: undefined })] },
    code: 'x509_not_a_ca',
    rule: 'missing',
  },
  {
    id: 'rfc5280::root-missing-basic-constraints',
    chain: { root: withExtensions({ basicConstraints: undefined }) },
    code: 'x509_not_a_ca',
    rule: 'missing',
  },
  {
    id: 'rfc5280::root-non-critical-basic-constraints',
    chain: { root: withExtensions({ basicConstraints: basicConstraints(true, undefined, false) }) },
    code: 'x509_not_a_ca',
    rule: 'not_critical',
  },
  {
    id: 'rfc5280::root-inconsistent-ca-extensions',
    chain: { root: withExtensions({ keyUsage: keyUsage(DIGITAL_SIGNATURE) }) },
    code: 'x509_key_usage',
    rule: 'key_cert_sign',
  },
  {
    id: 'rfc5280::ica-ku-keycertsign',
    sound: { intermediates: [ca(0)] },
    chain: { intermediates: [{ extensions: { ...ca(0).extensions, keyUsage: keyUsage(0) } }] },
    code: 'x509_key_usage',
    rule: 'key_cert_sign',
  },
  {
    id: 'rfc5280::leaf-ku-keycertsign',
    chain: { leaf: withExtensions({ keyUsage: keyUsage(DIGITAL_SIGNATURE | KEY_CERT_SIGN) }) },
    code: 'x509_key_usage',
    rule: 'leaf_key_cert_sign',
  },
  {
    id: 'rfc5280::ee-critical-aia-invalid',
    sound: { leaf: aia(false) },
    chain: { leaf: aia(true) },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::duplicate-extensions',
    chain: { leaf: withExtensions({ second: subjectAltName([uriName(SUBJECT_URI)]) }) },
    code: 'x509_malformed',
    rule: 'extension_duplicate',
  },
  {
    id: 'rfc5280::no-keyusage',
    chain: { leaf: withExtensions({ keyUsage: undefined }) },
    code: 'x509_key_usage',
    stricter: 'a key says what it is for',
  },
  {
    id: 'rfc5280::mismatching-signature-algorithm',
    chain: { leaf: { innerAlgorithm: ALGORITHM.ecdsaWithSha384 } },
    code: 'x509_malformed',
    rule: 'signature_algorithms_differ',
  },
  {
    id: 'rfc5280::ca-as-leaf',
    chain: { leaf: withExtensions({ basicConstraints: basicConstraints(true) }) },
    code: 'x509_leaf_is_ca',
    stricter: 'an authority signs no messages',
  },
  {
    id: 'rfc5280::ca-as-leaf-wrong-san',
    chain: {
      leaf: withExtensions({
        basicConstraints: basicConstraints(true),
        subjectAltName: subjectAltName([uriName('did:act:other.example/x')]),
      }),
    },
    code: 'x509_leaf_is_ca',
  },
  {
    id: 'rfc5280::root-and-intermediate-swapped',
    request: async () => {
      const { x5c, anchors } = await forgeChain({ intermediates: [plain] });
      const [leaf = '', intermediate = ''] = x5c;
      await expectAccepted(requestFor({ x5c: [leaf], anchors: [intermediate] }));
      return requestFor({ x5c: [leaf, ...anchors], anchors: [intermediate] });
    },
    code: 'x509_chain_broken',
    rule: 'order',
    stricter: 'x5c is the path, nothing in it is passed over',
  },
  {
    id: 'rfc5280::aki::critical-aki',
    chain: { root: withExtensions({ aki: otherExtension('2.5.29.35', true) }) },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::eku::ee-wrong-eku',
    chain: { leaf: withExtensions({ extendedKeyUsage: extendedKeyUsage([EKU.quote]) }) },
    code: 'x509_eku_mismatch',
  },
  {
    id: 'rfc5280::eku::ee-without-eku',
    chain: { leaf: withExtensions({ extendedKeyUsage: undefined }) },
    code: 'x509_eku_mismatch',
    stricter: 'a leaf without a purpose would serve for all of them',
  },
  {
    id: 'rfc5280::eku::ee-eku-empty',
    chain: { leaf: withExtensions({ extendedKeyUsage: extendedKeyUsage([]) }) },
    code: 'x509_malformed',
    rule: 'extended_key_usage_empty',
  },
  {
    id: 'rfc5280::nc::permitted-dns-mismatch',
    sound: allowExample,
    chain: rootOver({ permitted: [example] }, dnsName('not-example.com')),
    code: 'x509_name_constraints',
    rule: 'not_permitted',
  },
  {
    id: 'rfc5280::nc::excluded-dns-match',
    sound: caOver({ excluded: [example] }, dnsName('example.org')),
    chain: caOver({ excluded: [example] }, example),
    code: 'x509_name_constraints',
    rule: 'excluded',
  },
  {
    id: 'rfc5280::nc::permitted-dns-match-noncritical',
    sound: allowExample,
    chain: rootOver({ permitted: [example], critical: false }, example),
    code: 'x509_name_constraints',
    rule: 'not_critical',
  },
  {
    id: 'rfc5280::nc::excluded-dns-match-second',
    sound: rootOver({ excluded: [dnsName('not-allowed.example.com')] }, example),
    chain: rootOver(
      { excluded: [dnsName('not-allowed.example.com')] },
      example,
      dnsName('not-allowed.example.com'),
    ),
    code: 'x509_name_constraints',
    rule: 'excluded',
  },
  {
    id: 'rfc5280::nc::permitted-ip-mismatch',
    chain: rootOver({ permitted: [ipName(...IPV4_SUBNET)] }, ipName(192, 0, 3, 1)),
    ...form,
  },
  {
    id: 'rfc5280::nc::excluded-ipv4-match',
    chain: rootOver({ excluded: [ipName(...IPV4_SUBNET)] }, ipName(192, 0, 2, 1)),
    ...form,
  },
  {
    id: 'rfc5280::nc::excluded-ipv6-match',
    chain: rootOver({ excluded: [ipName(...IPV6_LOOPBACK)] }, ipName(...IPV6_LOOPBACK.slice(0, 16))),
    ...form,
  },
  {
    id: 'rfc5280::nc::permitted-ipv4-match',
    chain: rootOver({ permitted: [ipName(...IPV4_SUBNET)] }, ipName(192, 0, 2, 1)),
    ...form,
    stricter: IP,
  },
  {
    id: 'rfc5280::nc::permitted-ipv6-match',
    chain: rootOver({ permitted: [ipName(...IPV6_LOOPBACK)] }, ipName(...IPV6_LOOPBACK.slice(0, 16))),
    ...form,
    stricter: IP,
  },
  {
    id: 'rfc5280::nc::permitted-dn-mismatch',
    sound: fooRoot(fooLeaf),
    chain: fooRoot({ subject: notFoo, ...withNames(directoryName(notFoo)) }),
    code: 'x509_name_constraints',
    rule: 'not_permitted',
  },
  {
    id: 'rfc5280::nc::excluded-dn-match',
    sound: rootOver({ excluded: [directoryName(foo)] }, directoryName(notFoo)),
    chain: rootOver({ excluded: [directoryName(foo)] }, directoryName(foo)),
    code: 'x509_name_constraints',
    rule: 'excluded',
  },
  {
    id: 'rfc5280::nc::permitted-dn-match-subject-san-mismatch',
    sound: fooRoot(fooLeaf),
    chain: fooRoot({ subject: notFoo, ...withNames(directoryName(foo)) }),
    code: 'x509_name_constraints',
    rule: 'not_permitted',
  },
  {
    id: 'rfc5280::nc::excluded-dn-match-sub-mismatch',
    sound: rootOver({ excluded: [directoryName(foo)] }, directoryName(notFoo)),
    chain: {
      root: constrained({ excluded: [directoryName(foo)] }),
      leaf: { subject: foo, ...withNames(directoryName(notFoo)) },
    },
    code: 'x509_name_constraints',
    rule: 'excluded',
  },
  {
    id: 'rfc5280::nc::excluded-self-issued-leaf',
    sound: {
      root: constrained({ permitted: [example] }),
      intermediates: [{ subject: commonName('CA') }],
      leaf: { subject: commonName('CA'), ...withNames(example) },
    },
    chain: {
      root: constrained({ permitted: [example] }),
      intermediates: [{ subject: commonName('CA') }],
      leaf: { subject: commonName('CA'), ...withNames(dnsName('not-example.com')) },
    },
    code: 'x509_name_constraints',
    rule: 'not_permitted',
  },
  {
    id: 'rfc5280::nc::excluded-match-permitted-and-excluded',
    sound: allowExample,
    chain: rootOver({ permitted: [example], excluded: [example] }, example),
    code: 'x509_name_constraints',
    rule: 'excluded',
  },
  {
    id: 'rfc5280::nc::permitted-different-constraint-type',
    chain: rootOver({ permitted: [ipName(...IPV4_SUBNET)] }, example),
    ...form,
    stricter: IP,
  },
  {
    id: 'rfc5280::nc::excluded-different-constraint-type',
    chain: rootOver({ excluded: [ipName(...IPV4_SUBNET)] }, example),
    ...form,
    stricter: IP,
  },
  {
    id: 'rfc5280::nc::invalid-dnsname-wildcard',
    sound: allowExample,
    chain: rootOver({ permitted: [dnsName('*.example.com')] }, dnsName('foo.example.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
  },
  {
    id: 'rfc5280::nc::invalid-dnsname-leading-period',
    sound: allowExample,
    chain: rootOver({ permitted: [dnsName('.example.com')] }, dnsName('foo.example.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
  },
  {
    id: 'rfc5280::nc::invalid-ipv4-address',
    chain: rootOver({ permitted: [ipName(127, 0, 0, 1)] }, ipName(127, 0, 0, 1)),
    ...form,
  },
  {
    id: 'rfc5280::nc::invalid-ipv6-address',
    chain: rootOver(
      { permitted: [ipName(...IPV6_LOOPBACK.slice(0, 16))] },
      ipName(...IPV6_LOOPBACK.slice(0, 16)),
    ),
    ...form,
  },
  {
    id: 'rfc5280::nc::invalid-email-address',
    chain: rootOver({ permitted: [emailName('invalid@invalid@example.com')] }, emailName('foo@example.com')),
    ...form,
  },
  ...([false, true] as const).map((critical) => ({
    id: `rfc5280::nc::not-allowed-in-ee-${critical ? 'critical' : 'noncritical'}`,
    chain: { leaf: constrained({ permitted: [example], critical }) },
    code: 'x509_name_constraints' as const,
    rule: 'on_leaf',
  })),
  ...(['intermediate', 'root'] as const).map((place) => {
    const authority = constrained({
      permitted: [dnsName('permitted.example.com')],
      excluded: [dnsName('forbidden.example.com')],
    });
    const above = place === 'root' ? { root: authority } : {};
    const first = place === 'root' ? plain : authority;
    const leaf = withNames(dnsName('permitted.example.com'));
    return {
      id: `rfc5280::nc::intermediate-with-san-rejected-by-${place}-nc`,
      sound: { ...above, intermediates: [first, withNames(dnsName('permitted.example.com'))], leaf },
      chain: { ...above, intermediates: [first, withNames(dnsName('forbidden.example.com'))], leaf },
      code: 'x509_name_constraints' as const,
      rule: 'excluded',
    };
  }),
  {
    id: 'rfc5280::nc::restrictive-permits-in-intermediates-narrows',
    sound: nested(['foo', 'bar'], ['bar'], 'bar'),
    chain: nested(['foo', 'bar'], ['bar'], 'foo'),
    code: 'x509_name_constraints',
    rule: 'not_permitted',
  },
  {
    id: 'rfc5280::nc::restrictive-permits-in-intermediates-widens',
    sound: nested(['bar'], ['foo', 'bar'], 'bar'),
    chain: nested(['bar'], ['foo', 'bar'], 'foo'),
    code: 'x509_name_constraints',
    rule: 'not_permitted',
  },
  {
    id: 'rfc5280::nc::nc-permits-invalid-dns-san',
    sound: caOver({ permitted: [example] }, example),
    chain: caOver({ permitted: [example] }, dnsName('.example.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
  },
  {
    id: 'rfc5280::nc::nc-permits-invalid-ip-san',
    chain: caOver({ permitted: [ipName(...IPV4_SUBNET)] }, ipName(...IPV4_SUBNET)),
    ...form,
  },
  {
    id: 'rfc5280::nc::nc-permits-invalid-email-san',
    chain: emailOver('example.com', 'invalid@address@example.com'),
    ...form,
  },
  ...(
    [
      ['exact', 'foo@example.com', 'foo@example.com', EMAIL],
      ['domain', 'example.com', 'foo@example.com', EMAIL],
      ['literal-asterisk-exact-match', '*@example.com', '*@example.com', EMAIL],
      ['literal-asterisk-rejects-user', '*@example.com', 'user@example.com', undefined],
      ['literal-asterisk-rejects-subdomain', '*@example.com', '*@subdomain.example.com', undefined],
      ['literal-double-asterisk', '**@example.com', '**@example.com', EMAIL],
      ['literal-double-asterisk-rejects-single', '**@example.com', '*@example.com', undefined],
      ['literal-mid-asterisk', 'user*@example.com', 'user*@example.com', EMAIL],
    ] as const
  ).map(([name, constraint, email, stricter]) => ({
    id: `rfc5280::nc::nc-permits-email-${name}`,
    chain: emailOver(constraint, email),
    ...form,
    ...(stricter === undefined ? {} : { stricter }),
  })),
  {
    id: 'rfc5280::nc::nc-forbids-othername',
    chain: caOver({ excluded: [OTHER_NAME] }, OTHER_NAME),
    ...form,
  },
  {
    id: 'rfc5280::nc::nc-forbids-othername-noop',
    chain: caOver({ excluded: [OTHER_NAME] }),
    ...form,
    stricter: 'otherName constraints are a form that we do not evaluate',
  },
  {
    id: 'rfc5280::nc::nc-forbids-dnsname-wildcard-san',
    sound: caOver({ excluded: [dnsName('bar.example.com')] }, dnsName('foo.example.com')),
    chain: caOver({ excluded: [dnsName('bar.example.com')] }, dnsName('*.example.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
  },
  {
    id: 'rfc5280::pc::ica-noncritical-pc',
    sound: { intermediates: [plain] },
    chain: {
      intermediates: [
        withExtensions({
          policy: otherExtension('2.5.29.36', false, sequence(encodeElement(0x80, Uint8Array.of(0)))),
        }),
      ],
    },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::san::malformed',
    chain: {
      leaf: withExtensions({ subjectAltName: otherExtension('2.5.29.17', false, ascii(SUBJECT_URI)) }),
    },
    code: 'x509_malformed',
  },
  {
    id: 'rfc5280::san::noncritical-with-empty-subject',
    chain: { leaf: { subject: sequence() } },
    code: 'x509_name_mismatch',
    rule: 'not_critical',
  },
  {
    id: 'rfc5280::serial::too-long',
    sound: { leaf: { serial: integer(...new Array<number>(20).fill(0x7f)) } },
    chain: { leaf: { serial: integer(...new Array<number>(21).fill(0x7f)) } },
    code: 'x509_malformed',
    rule: 'serial_size',
  },
  {
    id: 'rfc5280::serial::zero',
    sound: { leaf: { serial: integer(1) } },
    chain: { leaf: { serial: integer(0) } },
    code: 'x509_malformed',
    rule: 'der_integer_sign',
  },
  {
    id: 'rfc5280::serial::negative',
    sound: { leaf: { serial: integer(0, 0x80) } },
    chain: { leaf: { serial: integer(0x80) } },
    code: 'x509_malformed',
    rule: 'der_integer_sign',
  },
  {
    id: 'rfc5280::ski::critical-ski',
    chain: { root: withExtensions({ ski: otherExtension('2.5.29.14', true, octets(new Uint8Array(20))) }) },
    code: 'x509_critical_extension',
  },
  {
    id: 'rfc5280::validity::expired-root',
    sound: { intermediates: [plain] },
    chain: { root: { notAfter: AT - 1 }, intermediates: [plain] },
    code: 'x509_expired',
  },
  {
    id: 'rfc5280::validity::expired-intermediate',
    sound: { intermediates: [plain] },
    chain: { intermediates: [{ notAfter: AT - 1 }] },
    code: 'x509_expired',
  },
  {
    id: 'rfc5280::validity::expired-leaf',
    sound: { intermediates: [plain] },
    chain: { intermediates: [plain], leaf: { notAfter: AT - DAY_SECONDS / 2 } },
    code: 'x509_expired',
  },
  {
    id: 'rfc5280::validity::notbefore-fractional',
    chain: { leaf: { notBefore: AT + 1 } },
    over: { at: AT + 0.999 },
    code: 'x509_not_yet_valid',
  },
  {
    id: 'rfc5280::validity::notafter-fractional',
    chain: { leaf: { notAfter: AT } },
    over: { at: AT + 0.005 },
    code: 'x509_expired',
    stricter: 'the moment is not rounded in favour of the certificate',
  },
  {
    id: 'rfc5280::validity::expired-1-second',
    chain: { leaf: { notAfter: AT - 1 } },
    code: 'x509_expired',
  },
  {
    id: 'rfc5280::validity::expired-5-seconds',
    chain: { leaf: { notAfter: AT - 5 } },
    code: 'x509_expired',
  },
  {
    id: 'rfc5280::validity::not-yet-valid-1-second',
    chain: { leaf: { notBefore: AT + 1 } },
    code: 'x509_not_yet_valid',
  },
  {
    id: 'rfc5280::validity::not-yet-valid-5-seconds',
    chain: { leaf: { notBefore: AT + 5 } },
    code: 'x509_not_yet_valid',
  },
  {
    id: 'webpki::explicit-curve',
    chain: { leaf: spki(EXPLICIT_CURVE, POINT) },
    code: 'x509_weak',
    rule: 'key',
  },
  ...(
    [
      ['forbidden-p192-root', 'root', p192],
      ['forbidden-p192-leaf', 'leaf', p192],
      ['forbidden-dsa-root', 'root', dsa],
      ['forbidden-dsa-leaf', 'leaf', dsa],
      ['forbidden-weak-rsa-key-in-root', 'root', rsa(1024)],
      ['forbidden-weak-rsa-in-leaf', 'leaf', rsa(1024)],
      ['forbidden-rsa-not-divisible-by-8-in-root', 'root', rsa(2052)],
      ['forbidden-rsa-key-not-divisible-by-8-in-leaf', 'leaf', rsa(2052)],
    ] as const
  ).map(([name, place, key]) => ({
    id: `webpki::${name}`,
    chain: { [place]: key },
    code: 'x509_weak' as const,
    rule: 'key',
  })),
  {
    id: 'webpki::v1-cert',
    chain: { leaf: { version: encodeElement(0xa0, integer(1)) } },
    code: 'x509_malformed',
    rule: 'version',
  },
  {
    id: 'webpki::ee-basicconstraints-ca',
    chain: { leaf: withExtensions({ basicConstraints: basicConstraints(true) }) },
    code: 'x509_leaf_is_ca',
  },
  {
    id: 'webpki::ca-as-leaf',
    chain: {
      leaf: withExtensions({
        basicConstraints: basicConstraints(true),
        keyUsage: keyUsage(DIGITAL_SIGNATURE | KEY_CERT_SIGN),
      }),
    },
    code: 'x509_leaf_is_ca',
  },
  {
    id: 'webpki::eku::ee-without-eku',
    chain: { leaf: withExtensions({ extendedKeyUsage: undefined }) },
    code: 'x509_eku_mismatch',
  },
  {
    id: 'webpki::nc::permitted-dns-match-noncritical',
    sound: allowExample,
    chain: rootOver({ permitted: [example], critical: false }, example),
    code: 'x509_name_constraints',
    rule: 'not_critical',
    stricter: 'RFC 5280 makes the extension critical',
  },
  {
    id: 'webpki::nc::intermediate-permitted-excluded-subtrees-both-null',
    sound: { intermediates: [plain] },
    chain: {
      intermediates: [withExtensions({ nc: otherExtension('2.5.29.30', true, sequence(NULL, NULL)) })],
    },
    code: 'x509_malformed',
    rule: 'der_field',
  },
  {
    id: 'webpki::nc::intermediate-permitted-excluded-subtrees-both-empty-sequences',
    sound: { intermediates: [plain] },
    chain: { intermediates: [constrained({ permitted: [], excluded: [] })] },
    code: 'x509_name_constraints',
    rule: 'empty',
  },
  {
    id: 'webpki::nc::nc-permits-dns-san-pattern',
    sound: caOver({ permitted: [dnsName('foo.com')] }, dnsName('a.foo.com')),
    chain: caOver({ permitted: [dnsName('foo.com')] }, dnsName('*.foo.com')),
    code: 'x509_name_constraints',
    rule: 'not_evaluable',
    stricter: 'a pattern is no host name',
  },
  {
    id: 'webpki::san::unicode-emoji-san',
    chain: { leaf: withNames(encodeElement(0x82, new TextEncoder().encode('😜.example.com'))) },
    code: 'x509_malformed',
    rule: 'general_name_text',
  },
  {
    id: 'webpki::san::no-san',
    chain: { leaf: withExtensions({ subjectAltName: undefined }) },
    code: 'x509_name_mismatch',
    rule: 'one_uri',
  },
];

const BUILDING = 'no path is searched for: x5c is the path, in its order';
const CRL = 'no CRLs: certificates are revoked by thumbprint, in the trust list';
const KEY_ID = 'key identifiers help to search for paths and are no part of section 6';
const HOST = 'no host name is matched: the one URI identifies the sender';
const COMMON_NAME = 'the common name identifies nobody';
const DEPTH = 'the depth is no parameter; the fixed one is tested with X13';

/** Cases that ask for what this profile does not have, with the reason. */
const outOfScope: Readonly<Record<string, readonly string[]>> = {
  [CRL]: [
    'crl::revoked-certificate-with-crl',
    'crl::crlnumber-missing',
    'crl::certificate-not-on-crl',
    'crl::certificate-serial-on-crl-different-issuer',
    'crl::crlnumber-critical',
    'crl::issuer-missing-crlsign',
    'crl::issuer-no-keyusage-extension',
    'crl::issuer-valid-crlsign-and-keycertsign',
  ],
  [BUILDING]: [
    'cve::cve-2024-0567',
    'pathological::multiple-chains-expired-intermediate',
    'rfc5280::unknown-critical-extension-unrelated-intermediate',
    'rfc5280::nc::nc-forbids-alternate-chain-ica',
    'rfc5280::nc::nc-forbids-same-chain-ica',
  ],
  [DEPTH]: ['pathlen::max-chain-depth-0-exhausted', 'pathlen::max-chain-depth-1-exhausted'],
  [KEY_ID]: [
    'rfc5280::aki::leaf-missing-aki',
    'rfc5280::aki::intermediate-missing-aki',
    'rfc5280::aki::cross-signed-root-missing-aki',
    'rfc5280::ski::root-missing-ski',
    'rfc5280::ski::intermediate-missing-ski',
    'webpki::aki::root-with-aki-missing-keyidentifier',
    'webpki::aki::root-with-aki-authoritycertissuer',
    'webpki::aki::root-with-aki-authoritycertserialnumber',
    'webpki::aki::root-with-aki-all-fields',
    'webpki::aki::root-with-aki-ski-mismatch',
  ],
  [HOST]: [
    'rfc5280::san::underscore-dns',
    'rfc5280::san::ip-in-dns',
    'webpki::san::exact-dns-san',
    'webpki::san::exact-localhost-ip-san',
    'webpki::san::mismatch-domain-san',
    'webpki::san::mismatch-subdomain-san',
    'webpki::san::mismatch-subdomain-apex-san',
    'webpki::san::mismatch-apex-subdomain-san',
    'webpki::san::public-suffix-wildcard-san',
    'webpki::san::public-suffix-multi-label-wildcard-san',
    'webpki::san::public-suffix-private-namespace-wildcard-san',
    'webpki::san::leftmost-wildcard-san',
    'webpki::san::wildcard-embedded-leftmost-san',
    'webpki::san::wildcard-not-in-leftmost-san',
    'webpki::san::wildcard-match-across-labels-san',
    'webpki::san::wildcard-embedded-ulabel-san',
    'webpki::san::san-wildcard-only',
    'webpki::san::san-wildcard-only-tld',
  ],
  [COMMON_NAME]: [
    'webpki::cn::ipv4-hex-mismatch',
    'webpki::cn::ipv4-leading-zeros-mismatch',
    'webpki::cn::ipv6-uppercase-mismatch',
    'webpki::cn::ipv6-uncompressed-mismatch',
    'webpki::cn::ipv6-non-rfc5952-mismatch',
    'webpki::cn::punycode-not-in-san',
    'webpki::cn::utf8-vs-punycode-mismatch',
    'webpki::cn::not-in-san',
    'webpki::cn::case-mismatch',
  ],
  'the saved chain of a web site, with keys that we do not allow': [
    'webpki::cryptographydotio-chain',
    'webpki::cryptographydotio-chain-missing-intermediate',
  ],
  'extensions that we do not use are not read': ['webpki::malformed-aia'],
  'rules of the CA/Browser Forum for web servers that RFC 5280 does not have': [
    'webpki::eku::ee-anyeku',
    'webpki::eku::ee-critical-eku',
    'webpki::eku::root-has-eku',
    'webpki::san::san-critical-with-nonempty-subject',
  ],
};

/** Two authorities that issue each other's certificates, and a leaf; the anchor has issued none of them. */
async function cycle(first: string, second: string): Promise<PathRequest> {
  const upper = { root: { subject: commonName(first), keys: await keysAt(2) } };
  const above = await forgeChain({
    ...upper,
    intermediates: [{ subject: commonName(second), keys: await keysAt(3) }],
  });
  const back = await forgeChain({
    root: { subject: commonName(second), keys: await keysAt(3) },
    intermediates: [{ subject: commonName(first), keys: await keysAt(2) }],
  });
  const [leaf = '', issuer = ''] = above.x5c;
  const [, closing = ''] = back.x5c;
  const { anchors } = await forgeChain();
  return requestFor({ x5c: [leaf, issuer, closing], anchors });
}

function manyHosts(prefix: string): Bytes[] {
  return Array.from({ length: 2048 }, (_, index) => dnsName(`${prefix}-${index}.example.com`));
}

function manyRdn(index: number): Bytes {
  const value = encodeElement(TAG.utf8String, ascii(`subject-${index}`));
  return encodeElement(TAG.set, sequence(oid('2.5.4.3'), value));
}

function nested(outer: readonly string[], inner: readonly string[], name: string): ForgedChain {
  const permit = (labels: readonly string[]): Forgery =>
    constrained({ permitted: labels.map((label) => dnsName(`${label}.example.com`)) });
  return { intermediates: [permit(outer), permit(inner)], leaf: withNames(dnsName(`${name}.example.com`)) };
}

async function requestOf({ chain, request, over }: Case): Promise<PathRequest> {
  return request === undefined ? requestFor(await forgeChain(chain), over) : request();
}

describe('x509-limbo: paths that pass', () => {
  test.each(accepted)('$id', async (row) => {
    await expectAccepted(await requestOf(row));
  });
});

describe('x509-limbo: paths that are refused', () => {
  test.each(refused.filter(({ stricter }) => stricter === undefined))('$id', expectRow);
});

describe('x509-limbo: paths that pass there and are refused here', () => {
  test.each(refused.filter(({ stricter }) => stricter !== undefined))('$id: $stricter', expectRow);
});

async function expectRow(row: Refused): Promise<void> {
  const sound = requestFor(await forgeChain(row.sound));
  await expectAccepted(sound);
  await expectRefused(await requestOf(row), row.code, row.rule);
  await expectAccepted(sound);
}

test('every case of x509-limbo is either covered or left out for a reason, once', () => {
  const ids = [...accepted, ...refused].map(({ id }) => id).concat(Object.values(outOfScope).flat());
  expect(new Set(ids).size).toBe(ids.length);
  const stricter = refused.filter((row) => row.stricter !== undefined).length;
  expect({
    cases: ids.length,
    passes: accepted.length,
    refused: refused.length - stricter,
    stricter,
    left_out: Object.values(outOfScope).flat().length,
  }).toEqual(LIMBO);
});
