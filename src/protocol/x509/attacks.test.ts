import { describe, expect, test } from 'vitest';
import { decodeCertificate } from './certificate.ts';
import { encodeElement, TAG } from './der.ts';
import { EKU } from './oids.ts';
import { expectAccepted, expectDefect, expectRefused } from './testing/expectations.ts';
import {
  ALGORITHM,
  AT,
  basicConstraints,
  commonName,
  DAY_SECONDS,
  DIGITAL_SIGNATURE,
  directoryName,
  dnsName,
  ecdsaDer,
  ed25519Keys,
  extendedKeyUsage,
  type Forgery,
  forgeChain,
  KEY_CERT_SIGN,
  keysAt,
  keyUsage,
  nameConstraints,
  otherExtension,
  p256Keys,
  requestFor,
  SUBJECT_URI,
  sequence,
  subjectAltName,
  uriName,
} from './testing/forge.ts';
import { thumbprintOf, twinOf } from './thumbprint.ts';
import { validatePath } from './validate.ts';

const certificate: Forgery = {};
const oneCa = { intermediates: [certificate] };

describe('a sound path', () => {
  test('gives the key of the leaf and describes the chain', async () => {
    const chain = await forgeChain(oneCa);
    const result = await validatePath(requestFor(chain));
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', (await keysAt(1)).publicKey);
    expect(result.leafJwk).toStrictEqual({ kty, crv, x, y });
    expect(result.leafAlg).toBe('ES256');
    expect(result.chain.map(({ subject }) => subject)).toStrictEqual([
      'CN=Forged Leaf',
      'CN=Forged CA 1',
      'CN=Forged Root',
    ]);
    expect(result.thumbprint).toBe(result.chain[0]?.thumbprint);
    const [leaf = ''] = chain.x5c;
    expect(result.thumbprint).toBe(await thumbprintOf(decodeCertificate(leaf, 0).der));
    expect(result.chain[2]).toMatchObject({ notBefore: AT - DAY_SECONDS, notAfter: AT + DAY_SECONDS });
  });

  test('may mix Ed25519 and P-256', async () => {
    const [caKeys, keys] = [await ed25519Keys(), await ed25519Keys()];
    const chain = await forgeChain({ intermediates: [{ keys: caKeys }], leaf: { keys } });
    const result = await validatePath(requestFor(chain));
    const { kty, crv, x } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    expect(result.leafJwk).toStrictEqual({ kty, crv, x });
    expect(result.leafAlg).toBe('Ed25519');
  });
});

describe('X1 leaf as CA', () => {
  test('a leaf issues a certificate', async () => {
    const leafAsIssuer: Forgery = {
      extensions: { basicConstraints: basicConstraints(false), keyUsage: keyUsage(DIGITAL_SIGNATURE) },
    };
    await expectDefect({
      sound: oneCa,
      defective: { intermediates: [leafAsIssuer] },
      code: 'x509_not_a_ca',
      rule: 'not_ca',
    });
  });

  test('an authority signs a message', async () => {
    await expectDefect({
      defective: { leaf: { extensions: { basicConstraints: basicConstraints(true) } } },
      code: 'x509_leaf_is_ca',
    });
  });
});

describe('X2 no basicConstraints', () => {
  test('on an intermediate', async () => {
    await expectDefect({
      sound: oneCa,
      defective: { intermediates: [{ extensions: { basicConstraints: undefined } }] },
      code: 'x509_not_a_ca',
      rule: 'missing',
    });
  });

  test('on an intermediate, not critical', async () => {
    const extensions = { basicConstraints: basicConstraints(true, undefined, false) };
    await expectDefect({
      sound: oneCa,
      defective: { intermediates: [{ extensions }] },
      code: 'x509_not_a_ca',
      rule: 'not_critical',
    });
  });

  test('on the anchor', async () => {
    await expectDefect({
      defective: { root: { extensions: { basicConstraints: undefined } } },
      code: 'x509_not_a_ca',
      rule: 'missing',
    });
  });
});

describe('X3 pathLen', () => {
  const limited = (pathLength: number): Forgery => ({
    extensions: { basicConstraints: basicConstraints(true, pathLength) },
  });

  test('of an intermediate', async () => {
    await expectDefect({
      sound: { intermediates: [limited(1), certificate] },
      defective: { intermediates: [limited(0), certificate] },
      code: 'x509_path_length',
    });
  });

  test('of the anchor', async () => {
    await expectDefect({
      sound: { root: limited(1), intermediates: [certificate] },
      defective: { root: limited(0), intermediates: [certificate] },
      code: 'x509_path_length',
    });
  });
});

describe('X4 name constraints, SAN', () => {
  const authority = (constraints: Parameters<typeof nameConstraints>[0]): Forgery => ({
    extensions: { nameConstraints: nameConstraints(constraints) },
  });
  const withUri = (uri: string) => ({ leaf: { extensions: { san: undefined, ...uriOnly(uri) } } });
  const uriOnly = (uri: string) => ({ subjectAltName: subjectAltName([uriName(uri)]) });

  test('a URI outside the permitted hosts', async () => {
    const uri = 'https://pay.bank.example/issuer';
    const leaf = { extensions: uriOnly(uri) };
    const sound = { intermediates: [authority({ permitted: [uriName('.bank.example')] })], leaf };
    const defective = { intermediates: [authority({ permitted: [uriName('.shop.example')] })], leaf };
    const good = requestFor(await forgeChain(sound), { subjectUri: uri });
    await expectAccepted(good);
    const bad = requestFor(await forgeChain(defective), { subjectUri: uri });
    await expectRefused(bad, 'x509_name_constraints', 'not_permitted');
    await expectAccepted(good);
  });

  test.each([
    ['on neither side', {}],
    ['with nothing permitted', { permitted: [], excluded: [uriName('evil.example')] }],
    ['with nothing excluded', { permitted: [dnsName('bank.example')], excluded: [] }],
  ])('constraints %s', async (_, constraints) => {
    await expectDefect({
      sound: { intermediates: [authority({ excluded: [dnsName('evil.example')] })] },
      defective: { intermediates: [authority(constraints)] },
      code: 'x509_name_constraints',
      rule: 'empty',
    });
  });

  test('a subtree with a minimum', async () => {
    const subtree = (...bounds: readonly Uint8Array[]): Forgery => {
      const excluded = encodeElement(0xa1, sequence(dnsName('evil.example'), ...bounds));
      return { extensions: { nc: otherExtension('2.5.29.30', true, sequence(excluded)) } };
    };
    await expectDefect({
      sound: { intermediates: [subtree()] },
      defective: { intermediates: [subtree(encodeElement(0x80, Uint8Array.of(1)))] },
      code: 'x509_name_constraints',
      rule: 'form',
    });
  });

  test('a URI that has no host, under any URI constraint', async () => {
    await expectDefect({
      sound: { intermediates: [authority({ excluded: [dnsName('evil.example')] })] },
      defective: { intermediates: [authority({ excluded: [uriName('evil.example')] })] },
      code: 'x509_name_constraints',
      rule: 'not_evaluable',
    });
  });

  test.each([
    ['a soft hyphen', 'For\u00adged Leaf'],
    ['a NUL', 'Forged Leaf\0'],
    ['a space of no width', 'Forged\u200b Leaf'],
  ])('a subject that passes by what excludes it with %s', async (_, name) => {
    const excluded = [directoryName(commonName('Forged Leaf'))];
    const intermediates = [authority({ excluded })];
    await expectDefect({
      sound: { intermediates, leaf: { subject: commonName('Leaf') } },
      defective: { intermediates, leaf: { subject: commonName(name) } },
      code: 'x509_name_constraints',
      rule: 'not_evaluable',
    });
  });

  test('a subject that passes by what excludes it in other letters', async () => {
    const intermediates = [authority({ excluded: [directoryName(commonName('STRASSENBANK'))] })];
    await expectDefect({
      sound: { intermediates, leaf: { subject: commonName('Strasenbank') } },
      defective: { intermediates, leaf: { subject: commonName('Straßenbank') } },
      code: 'x509_name_constraints',
      rule: 'excluded',
    });
  });

  test('no URI', async () => {
    await expectDefect({
      defective: { leaf: { extensions: { subjectAltName: undefined } } },
      code: 'x509_name_mismatch',
      rule: 'one_uri',
    });
  });

  test('the URI in a name of another form', async () => {
    const names = [dnsName('did.act'), encodeElement(0x81, new TextEncoder().encode(SUBJECT_URI))];
    await expectDefect({
      defective: { leaf: { extensions: { subjectAltName: subjectAltName(names) } } },
      code: 'x509_name_mismatch',
      rule: 'one_uri',
    });
  });

  test('two URIs, of which one is right', async () => {
    const names = [uriName(SUBJECT_URI), uriName('did:act:bank.example/other')];
    await expectDefect({
      defective: { leaf: { extensions: { subjectAltName: subjectAltName(names) } } },
      code: 'x509_name_mismatch',
      rule: 'one_uri',
    });
  });

  test('an empty subject without a critical SAN', async () => {
    const subject = encodeElement(TAG.sequence);
    const critical = { subjectAltName: subjectAltName([uriName(SUBJECT_URI)], true) };
    await expectDefect({
      sound: { leaf: { subject, extensions: critical } },
      defective: { leaf: { subject } },
      code: 'x509_name_mismatch',
      rule: 'not_critical',
    });
  });

  test.each([
    'did:act:bank.example/Issuer',
    'did:act:bank.example/issuer/',
    'did:act:bank.example/issue',
    'did%3Aact:bank.example/issuer',
  ])('the URI %s', async (uri) => {
    await expectDefect({ defective: withUri(uri), code: 'x509_name_mismatch', rule: 'uri' });
  });
});

describe('X5 wrong EKU for the role', () => {
  const leafFor = (...purposes: string[]) => ({
    leaf: { extensions: { extendedKeyUsage: extendedKeyUsage(purposes) } },
  });

  test.each(Object.entries(EKU))('%s passes as itself and as nothing else', async (_, purpose) => {
    const chain = await forgeChain(leafFor(purpose));
    await expectAccepted(requestFor(chain, { eku: purpose }));
    for (const eku of Object.values(EKU).filter((other) => other !== purpose)) {
      await expectRefused(requestFor(chain, { eku }), 'x509_eku_mismatch');
    }
  });

  test('none', async () => {
    await expectDefect({
      defective: { leaf: { extensions: { extendedKeyUsage: undefined } } },
      code: 'x509_eku_mismatch',
    });
  });

  test('anyExtendedKeyUsage alone', async () => {
    await expectDefect({ defective: leafFor('2.5.29.37.0'), code: 'x509_eku_mismatch' });
  });

  test('anyExtendedKeyUsage asked for', async () => {
    await expectDefect({
      sound: leafFor('2.5.29.37.0', EKU.mandate),
      over: { eku: '2.5.29.37.0' },
      code: 'x509_eku_mismatch',
      rule: 'unknown_purpose',
    });
  });

  test.each([
    ['neighbouring arc', '2.25.295975056238066013663819618617541709289.11'],
    ['the arc itself', '2.25.295975056238066013663819618617541709289'],
    ['arc cut to 64 bits', `2.25.${295975056238066013663819618617541709289n & (2n ** 64n - 1n)}.1`],
    ['arc plus one', '2.25.295975056238066013663819618617541709290.1'],
  ])('%s', async (_, purpose) => {
    await expectDefect({ defective: leafFor(purpose), code: 'x509_eku_mismatch' });
  });

  test.each([
    ['an intermediate', (purpose: string) => ({ intermediates: [caFor(purpose)] })],
    ['the anchor', (purpose: string) => ({ root: caFor(purpose) })],
  ])('%s restricted to another purpose', async (_, chainFor) => {
    await expectDefect({
      sound: chainFor(EKU.mandate),
      defective: chainFor(EKU.quote),
      code: 'x509_eku_mismatch',
    });
  });

  const caFor = (purpose: string): Forgery => ({
    extensions: { extendedKeyUsage: extendedKeyUsage([purpose]) },
  });
});

describe('X6 not yet valid, expired', () => {
  const window: Forgery = { notBefore: AT - 10, notAfter: AT + 10 };
  const wide: Forgery = { notBefore: AT - DAY_SECONDS, notAfter: AT + DAY_SECONDS };

  test.each([
    ['leaf', { root: wide, intermediates: [wide], leaf: window }],
    ['intermediate', { root: wide, intermediates: [window], leaf: wide }],
    ['anchor', { root: window, intermediates: [wide], leaf: wide }],
  ])('%s: both ends count, a second beyond does not', async (_, forged) => {
    const chain = await forgeChain(forged);
    await expectAccepted(requestFor(chain, { at: AT - 10 }));
    await expectAccepted(requestFor(chain, { at: AT + 10 }));
    await expectRefused(requestFor(chain, { at: AT - 11 }), 'x509_not_yet_valid');
    await expectRefused(requestFor(chain, { at: AT + 11 }), 'x509_expired');
  });

  test.each([
    [Number.NaN, 'x509_not_yet_valid'],
    [Number.NEGATIVE_INFINITY, 'x509_not_yet_valid'],
    [Number.POSITIVE_INFINITY, 'x509_expired'],
    [AT * 1000, 'x509_expired'],
  ] as const)('at %s', async (at, code) => {
    await expectDefect({ over: { at }, code });
  });
});

describe('X7 self-signed leaf', () => {
  test('presented as the chain', async () => {
    const subject = commonName('Selfmade');
    const keys = await keysAt(1);
    await expectDefect({
      defective: { leaf: { subject, issuer: subject, signer: keys } },
      code: 'x509_self_signed',
    });
  });

  test('even where it is configured as an anchor', async () => {
    const subject = commonName('Selfmade');
    const { x5c } = await forgeChain({ leaf: { subject, issuer: subject, signer: await keysAt(1) } });
    await expectAccepted(requestFor(await forgeChain()));
    await expectRefused(requestFor({ x5c, anchors: x5c }), 'x509_self_signed');
  });

  test('the anchor itself in the chain', async () => {
    const chain = await forgeChain();
    await expectAccepted(requestFor(chain));
    const x5c = [...chain.x5c, ...chain.anchors];
    await expectRefused(requestFor({ ...chain, x5c }), 'x509_self_signed');
  });
});

describe('X8 same-name rogue root', () => {
  test('in x5c, above a leaf of its own', async () => {
    const trusted = await forgeChain();
    const rogue = await forgeChain({ root: { keys: await p256Keys() } });
    await expectAccepted(requestFor(trusted));
    const x5c = [...rogue.x5c, ...rogue.anchors];
    await expectRefused(requestFor({ x5c, anchors: trusted.anchors }), 'x509_self_signed');
  });

  test('left out of x5c', async () => {
    const trusted = await forgeChain();
    const rogue = await forgeChain({ root: { keys: await p256Keys() } });
    await expectAccepted(requestFor(trusted));
    const request = requestFor({ x5c: rogue.x5c, anchors: trusted.anchors });
    await expectRefused(request, 'x509_signature_invalid');
  });

  test('left out of x5c, where two anchors have the name', async () => {
    const [first, second, rogue] = [
      await forgeChain(),
      await forgeChain({ root: { keys: await p256Keys() } }),
      await forgeChain({ root: { keys: await p256Keys() } }),
    ];
    const anchors = [...first.anchors, ...second.anchors];
    await expectAccepted(requestFor({ x5c: first.x5c, anchors }));
    await expectAccepted(requestFor({ x5c: second.x5c, anchors }));
    await expectRefused(requestFor({ x5c: rogue.x5c, anchors }), 'x509_signature_invalid');
  });

  test('a rogue intermediate of a trusted name', async () => {
    await expectDefect({
      sound: oneCa,
      defective: { intermediates: [{ signer: await p256Keys() }] },
      code: 'x509_signature_invalid',
    });
  });

  test('a renewed anchor of the same name and key serves while the old one has expired', async () => {
    const old = await forgeChain({ root: { notAfter: AT - 1 } });
    const renewed = await forgeChain({ root: { serial: encodeElement(TAG.integer, Uint8Array.of(9)) } });
    const anchors = [...old.anchors, ...renewed.anchors];
    await expectAccepted(requestFor({ x5c: old.x5c, anchors }));
    await expectRefused(requestFor({ x5c: old.x5c, anchors: old.anchors }), 'x509_expired');
    await expectRefused(requestFor({ x5c: old.x5c, anchors }, { at: AT + 2 * DAY_SECONDS }), 'x509_expired');
  });
});

describe('X9 weak key or hash', () => {
  test('SHA-384 and SHA-1 signatures', async () => {
    for (const [hash, outerAlgorithm] of [
      ['SHA-384', ALGORITHM.ecdsaWithSha384],
      ['SHA-1', ALGORITHM.ecdsaWithSha1],
    ] as const) {
      await expectDefect({
        defective: { leaf: { hash, outerAlgorithm } },
        code: 'x509_weak',
        rule: 'signature',
      });
    }
  });

  test('P-384 leaf key', async () => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, [
      'sign',
      'verify',
    ]);
    await expectDefect({ defective: { leaf: { keys } }, code: 'x509_weak', rule: 'key' });
  });

  test('RSA authority', async () => {
    const rsa = {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: 'SHA-256',
    };
    const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
    await expectDefect({
      sound: oneCa,
      defective: {
        intermediates: [{ keys }],
        leaf: { outerAlgorithm: ALGORITHM.sha256WithRsa },
      },
      code: 'x509_weak',
    });
  });

  test('an algorithm that is not that of the key', async () => {
    await expectDefect({
      defective: { leaf: { outerAlgorithm: ALGORITHM.ed25519 } },
      code: 'x509_signature_invalid',
    });
  });
});

describe('X10 chain swapped', () => {
  test('root side first', async () => {
    const chain = await forgeChain(oneCa);
    await expectAccepted(requestFor(chain));
    const swapped = requestFor({ ...chain, x5c: chain.x5c.toReversed() });
    await expectRefused(swapped, 'x509_chain_broken', 'order');
  });

  test('the middle left out', async () => {
    const chain = await forgeChain(oneCa);
    await expectAccepted(requestFor(chain));
    const gap = requestFor({ ...chain, x5c: chain.x5c.slice(0, 1) });
    await expectRefused(gap, 'x509_chain_broken', 'no_anchor');
  });

  test('SAN of somebody else', async () => {
    await expectDefect({
      over: { subjectUri: 'did:act:shop.example/merchant' },
      code: 'x509_name_mismatch',
      rule: 'uri',
    });
  });

  test('a signature over other bytes', async () => {
    const other = ecdsaDer(new Uint8Array(64).fill(7));
    await expectDefect({ defective: { leaf: { signature: () => other } }, code: 'x509_signature_invalid' });
  });

  test('anchors that know nobody', async () => {
    await expectDefect({ over: { anchors: [] }, code: 'x509_chain_broken', rule: 'no_anchor' });
  });

  test('an unreadable anchor serves nobody and hinders nobody', async () => {
    const chain = await forgeChain();
    await expectAccepted(requestFor({ ...chain, anchors: ['AAAA', ...chain.anchors] }));
    await expectRefused(requestFor({ ...chain, anchors: ['AAAA'] }), 'x509_chain_broken', 'no_anchor');
  });
});

describe('X11 unknown critical extension', () => {
  const UNKNOWN = '1.3.6.1.4.1.55738.666.1';
  const marked = (critical: boolean): Forgery => ({
    extensions: { unknown: otherExtension(UNKNOWN, critical) },
  });

  test.each([
    ['leaf', (own: Forgery) => ({ leaf: own })],
    ['intermediate', (own: Forgery) => ({ intermediates: [own] })],
    ['anchor', (own: Forgery) => ({ root: own })],
  ])('on the %s', async (_, chainFor) => {
    await expectDefect({
      sound: chainFor(marked(false)),
      defective: chainFor(marked(true)),
      code: 'x509_critical_extension',
    });
  });
});

describe('X12 revoked', () => {
  test('each certificate of the path, the anchor included', async () => {
    const chain = await forgeChain(oneCa);
    const good = requestFor(chain);
    const { chain: members } = await validatePath(good);
    expect(members).toHaveLength(3);
    const unrelated = await thumbprintOf(new Uint8Array(1));
    for (const { thumbprint } of members) {
      await expectAccepted({ ...good, revoked: [unrelated] });
      await expectRefused({ ...good, revoked: [unrelated, thumbprint] }, 'x509_revoked');
    }
    await expectAccepted(good);
  });

  test('the twin (r, n-s) of a revoked certificate, which verifies too', async () => {
    const chain = await forgeChain(oneCa);
    for (const index of [0, 1]) {
      const original = decodeCertificate(chain.x5c[index] ?? '', 0);
      const twin = twinOf(original);
      if (twin === undefined) throw new Error('an ES256 certificate has a twin');
      const text = btoa(String.fromCharCode(...twin));
      const flipped = requestFor({ ...chain, x5c: chain.x5c.with(index, text) });
      await expectAccepted(flipped);
      const revoked = [await thumbprintOf(original.der)];
      expect(revoked).not.toContain(await thumbprintOf(twin));
      await expectRefused({ ...flipped, revoked }, 'x509_revoked');
    }
  });

  test.each(['', 'abc', `${'A'.repeat(42)}B`, `${'A'.repeat(43)}=`, `${'+'.repeat(42)}A`])(
    'the list entry %j that is no thumbprint',
    async (entry) => {
      await expectDefect({ over: { revoked: [entry] }, code: 'x509_malformed', rule: 'revoked_thumbprint' });
    },
  );
});

describe('X13 length and cycles', () => {
  test('four certificates with the anchor pass, five do not', async () => {
    await expectDefect({
      sound: { intermediates: [certificate, certificate] },
      defective: { intermediates: [certificate, certificate, certificate] },
      code: 'x509_chain_too_long',
    });
  });

  test('nothing is decoded of a chain that is too long', async () => {
    await expectDefect({ over: { x5c: ['', '', '', ''] }, code: 'x509_chain_too_long' });
  });

  test('no certificate at all', async () => {
    await expectDefect({ over: { x5c: [] }, code: 'x509_chain_broken', rule: 'empty' });
  });

  test('the same certificate twice', async () => {
    const chain = await forgeChain(oneCa);
    await expectAccepted(requestFor(chain));
    const [leaf = '', ca = ''] = chain.x5c;
    await expectRefused(requestFor({ ...chain, x5c: [leaf, leaf, ca] }), 'x509_chain_broken', 'order');
    await expectRefused(requestFor({ ...chain, x5c: [leaf, ca, ca] }), 'x509_chain_broken', 'order');
  });

  test('an authority comes back under another certificate', async () => {
    const root = { subject: commonName('Root'), keys: await keysAt(0) };
    const sound = { root, intermediates: [certificate, { ...root, keys: await keysAt(4) }] };
    await expectDefect({
      sound,
      defective: { root, intermediates: [certificate, root] },
      code: 'x509_chain_broken',
      rule: 'cycle',
    });
  });
});

describe('key usage', () => {
  const using = (bits: number | undefined): Forgery => ({
    extensions: { keyUsage: bits === undefined ? undefined : keyUsage(bits) },
  });

  test.each([undefined, 0, DIGITAL_SIGNATURE])('%s on an authority', async (bits) => {
    for (const defective of [{ intermediates: [using(bits)] }, { root: using(bits), ...oneCa }]) {
      await expectDefect({ sound: oneCa, defective, code: 'x509_key_usage', rule: 'key_cert_sign' });
    }
  });

  test.each([undefined, 0, KEY_CERT_SIGN, 0x40])('%s on the leaf', async (bits) => {
    await expectDefect({
      sound: { leaf: using(DIGITAL_SIGNATURE | 0x40) },
      defective: { leaf: using(bits) },
      code: 'x509_key_usage',
      rule: 'digital_signature',
    });
  });

  test('a leaf that may also sign certificates', async () => {
    await expectDefect({
      defective: { leaf: using(DIGITAL_SIGNATURE | KEY_CERT_SIGN) },
      code: 'x509_key_usage',
      rule: 'leaf_key_cert_sign',
    });
  });
});
