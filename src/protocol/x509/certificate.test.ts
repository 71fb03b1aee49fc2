import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ActError } from '../errors/index.ts';
import { CERTIFICATE_MAX_BYTES, encodeBase64 } from './base64.ts';
import { decodeCertificate } from './certificate.ts';
import { type Bytes, encodeElement, TAG } from './der.ts';
import { formatName } from './name.ts';
import { expectAccepted, expectDefect, expectRefused, refusalOf } from './testing/expectations.ts';
import {
  ALGORITHM,
  AT,
  ascii,
  basicConstraints,
  concat,
  type Forgery,
  forgeChain,
  integer,
  nameConstraints,
  octets,
  oid,
  otherExtension,
  rdn,
  requestFor,
  SUBJECT_URI,
  sequence,
  subjectAltName,
  uriName,
} from './testing/forge.ts';
import { validatePath } from './validate.ts';

const utcTime = (text: string): Bytes => encodeElement(TAG.utcTime, ascii(text));
const generalizedTime = (text: string): Bytes => encodeElement(TAG.generalizedTime, ascii(text));
const replaced = (id: string, value: Bytes, critical = true): Forgery => ({
  extensions: { replaced: otherExtension(id, critical, value) },
});
const basic = (value: Bytes): Forgery => ({
  extensions: { basicConstraints: otherExtension('2.5.29.19', true, value) },
});
const usage = (...content: readonly number[]): Forgery => ({
  extensions: {
    keyUsage: otherExtension('2.5.29.15', true, encodeElement(TAG.bitString, Uint8Array.from(content))),
  },
});
const purposeOf = (...content: readonly number[]): Forgery => ({
  extensions: {
    extendedKeyUsage: otherExtension(
      '2.5.29.37',
      true,
      sequence(encodeElement(TAG.oid, Uint8Array.from(content))),
    ),
  },
});
const attributeIn = (tag: number): Bytes =>
  encodeElement(tag, oid('2.5.4.3'), encodeElement(TAG.utf8String, ascii('n')));
const bytesOf = (text: string): Bytes => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

describe('the text of a certificate', () => {
  test.each([
    ['a line break', (text: string) => `${text.slice(0, 64)}\n${text.slice(64)}`],
    ['a space at the end', (text: string) => `${text} `],
    ['base64url', (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')],
    ['PEM', (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`],
    ['no padding', (text: string) => text.replaceAll('=', '')],
    ['nothing', () => ''],
  ])('%s', async (_, change) => {
    // Made so that the text has padding and both special characters.
    const chain = await chainWith(/[+].*[/].*=$|[/].*[+].*=$/);
    await expectAccepted(requestFor(chain));
    const [leaf = ''] = chain.x5c;
    await expectRefused(requestFor({ ...chain, x5c: [change(leaf)] }), 'x509_malformed');
  });

  test('unused bits set', async () => {
    const chain = await chainWith(/[^=]=$/);
    await expectAccepted(requestFor(chain));
    const [leaf = ''] = chain.x5c;
    const last = leaf.at(-2) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const twin = `${leaf.slice(0, -2)}${alphabet[alphabet.indexOf(last) + 1]}=`;
    expect(atob(twin)).toBe(atob(leaf));
    await expectRefused(requestFor({ ...chain, x5c: [twin] }), 'x509_malformed', 'base64');
  });

  test('no text at all', async () => {
    const x5c: readonly string[] = JSON.parse('[null]');
    await expectDefect({ over: { x5c }, code: 'x509_malformed', rule: 'certificate_size' });
  });

  test('the evidence names the certificate', async () => {
    const chain = await forgeChain({ intermediates: [{}] });
    await expectAccepted(requestFor(chain));
    const x5c = chain.x5c.with(1, '!');
    const refusal = await refusalOf(() => validatePath(requestFor({ ...chain, x5c })));
    expect(refusal.code).toBe('x509_malformed');
    expect(refusal.evidence).toStrictEqual({ rule: 'base64', certificate: 1 });
  });

  async function chainWith(form: RegExp) {
    for (let filler = 0; filler < 2_000; filler += 1) {
      const own = replaced('1.3.6.1.4.1.55738.666.1', octets(new Uint8Array(filler % 3)), false);
      const chain = await forgeChain({ leaf: own });
      if (chain.x5c.some((text) => form.test(text))) return chain;
    }
    throw new Error('no chain of that form');
  }
});

const nameOf = (value: Bytes): Bytes => sequence(encodeElement(TAG.set, sequence(oid('2.5.4.3'), value)));
/** A constructed UTF8String, as BER may have it. */
const namePieces = nameOf(encodeElement(0x2c, encodeElement(TAG.utf8String, ascii('Forged Leaf'))));

describe('DER is canonical', () => {
  const padded = (der: Bytes): Bytes => {
    const [, first = 0, high = 0, low = 0] = der;
    expect(first).toBe(0x82);
    return concat(Uint8Array.of(0x30, 0x83, 0, high, low), der.subarray(4));
  };
  const indefinite = (der: Bytes): Bytes =>
    concat(Uint8Array.of(0x30, 0x80), der.subarray(4), Uint8Array.of(0, 0));

  test.each<[string, Forgery]>([
    ['a byte after the certificate', { der: (der) => concat(der, Uint8Array.of(0)) }],
    ['an element after the certificate', { der: (der) => concat(der, Uint8Array.of(5, 0)) }],
    ['a byte missing', { der: (der) => der.slice(0, -1) }],
    ['another tag', { der: (der) => concat(Uint8Array.of(0x31), der.subarray(1)) }],
    ['a length with a leading zero', { der: padded }],
    ['an indefinite length', { der: indefinite }],
    ['a high tag number', { uniqueIds: Uint8Array.of(0x3f, 0x81, 0x01, 0x00) }],
    ['a serial with a leading zero', { serial: integer(0, 1) }],
    ['a serial with leading ones', { serial: integer(0xff, 0x80) }],
    ['an empty serial', { serial: integer() }],
    ['an explicit FALSE', basic(sequence(encodeElement(TAG.boolean, Uint8Array.of(0))))],
    ['a BOOLEAN of 1', basic(sequence(encodeElement(TAG.boolean, Uint8Array.of(1))))],
    ['a path length without an authority', basic(sequence(integer(0)))],
    ['a field after the path length', basic(sequence(integer(0), integer(0)))],
    ['key usage with idle zero bits', usage(0, 0x80)],
    ['key usage with a set unused bit', usage(7, 0xc0)],
    ['key usage with unused bits of nothing', usage(3)],
    ['key usage without content', usage()],
    ['a name in pieces', { subject: namePieces }],
    ['a name that ends an indefinite length', { subject: nameOf(Uint8Array.of(0, 0)) }],
    ['an unfinished arc', purposeOf(0x55, 0x80)],
    ['a padded arc', purposeOf(0x55, 0x80, 0x01)],
    ['an empty identifier', purposeOf()],
  ])('%s', async (_, leaf) => {
    await expectDefect({ defective: { leaf }, code: 'x509_malformed' });
  });
});

describe('fields of the certificate', () => {
  test.each<[string, Forgery]>([
    ['version 1', { version: new Uint8Array() }],
    ['version 2', { version: encodeElement(0xa0, integer(1)) }],
    ['version 4', { version: encodeElement(0xa0, integer(3)) }],
    ['an issuerUniqueID', { uniqueIds: encodeElement(0x81, Uint8Array.of(0, 1)) }],
    ['a subjectUniqueID', { uniqueIds: encodeElement(0x82, Uint8Array.of(0, 1)) }],
    ['two algorithms', { innerAlgorithm: ALGORITHM.ed25519 }],
    ['a name that is a SET', { subject: encodeElement(TAG.set) }],
    ['an empty RDN', { subject: sequence(encodeElement(TAG.set)) }],
    ['an attribute that is a SET', { subject: sequence(encodeElement(TAG.set, attributeIn(TAG.set))) }],
    ['an attribute without a value', { subject: sequence(encodeElement(TAG.set, sequence(oid('2.5.4.3')))) }],
    [
      'a key that is no BIT STRING',
      { spki: sequence(sequence(oid('1.3.101.112')), octets(new Uint8Array(32))) },
    ],
  ])('%s', async (_, leaf) => {
    await expectDefect({ defective: { leaf }, code: 'x509_malformed' });
  });

  test('an RDN whose attributes are not in order', async () => {
    const unit = sequence(oid('2.5.4.11'), encodeElement(TAG.utf8String, ascii('u')));
    const name = sequence(oid('2.5.4.3'), encodeElement(TAG.utf8String, ascii('n')));
    await expectDefect({
      sound: { leaf: { subject: sequence(encodeElement(TAG.set, name, unit)) } },
      defective: { leaf: { subject: sequence(encodeElement(TAG.set, unit, name)) } },
      code: 'x509_malformed',
      rule: 'name',
    });
    await expectDefect({
      defective: { leaf: { subject: sequence(encodeElement(TAG.set, name, name)) } },
      code: 'x509_malformed',
      rule: 'name',
    });
  });

  test('no extensions', async () => {
    const extensions = {
      basicConstraints: undefined,
      keyUsage: undefined,
      extendedKeyUsage: undefined,
      subjectAltName: undefined,
    };
    await expectDefect({ defective: { leaf: { extensions } }, code: 'x509_key_usage' });
    const uniqueIds = encodeElement(0xa3, sequence());
    await expectDefect({
      defective: { leaf: { extensions, uniqueIds } },
      code: 'x509_malformed',
      rule: 'extensions_empty',
    });
  });

  test.each<[string, string, Bytes]>([
    ['an attribute of no name form', '2.5.29.17', sequence(encodeElement(0x89, ascii('x')))],
    ['no name', '2.5.29.17', sequence()],
    ['a name too many', '2.5.29.17', sequence(...new Array<Bytes>(33).fill(uriName(SUBJECT_URI)))],
    ['a URI with a space', '2.5.29.17', sequence(uriName(`${SUBJECT_URI} `))],
    ['a URI with a NUL', '2.5.29.17', sequence(uriName(`${SUBJECT_URI}\0`))],
    ['bytes after the names', '2.5.29.17', concat(sequence(uriName(SUBJECT_URI)), Uint8Array.of(0))],
    ['a directory name that is a SET', '2.5.29.17', sequence(encodeElement(0xa4, encodeElement(TAG.set)))],
    ['a purpose after bytes', '2.5.29.37', concat(Uint8Array.of(0), sequence(oid('2.5.29.37.0')))],
    ['a purpose that is no identifier', '2.5.29.37', sequence(integer(1))],
    [
      'a subtree that is a SET',
      '2.5.29.30',
      sequence(encodeElement(0xa0, encodeElement(TAG.set, uriName('a.example')))),
    ],
    ['a subtree without a base', '2.5.29.30', sequence(encodeElement(0xa0, sequence()))],
    [
      'a subtree too many',
      '2.5.29.30',
      sequence(encodeElement(0xa0, ...new Array<Bytes>(33).fill(sequence(uriName('a.example'))))),
    ],
  ])('an extension with %s', async (_, id, value) => {
    const own = { replaced: otherExtension(id, true, value) };
    const extensions = {
      ...own,
      ...(id === '2.5.29.17' ? { subjectAltName: undefined } : {}),
      ...(id === '2.5.29.37' ? { extendedKeyUsage: undefined } : {}),
    };
    await expectDefect({ defective: { leaf: { extensions } }, code: 'x509_malformed' });
  });

  test('32 names are not too many', async () => {
    const names = [
      uriName(SUBJECT_URI),
      ...new Array<Bytes>(31).fill(encodeElement(0x82, ascii('a.example'))),
    ];
    const sound = { leaf: { extensions: { subjectAltName: subjectAltName(names) } } };
    const defective = { leaf: { extensions: { subjectAltName: subjectAltName([...names, ...names]) } } };
    await expectDefect({ sound, defective, code: 'x509_malformed', rule: 'subject_alt_name_count' });
  });

  test('32 subtrees are not too many', async () => {
    const limited = (count: number): Forgery => ({
      extensions: {
        nameConstraints: nameConstraints({
          permitted: new Array<Bytes>(count).fill(encodeElement(0x82, ascii('a.example'))),
        }),
      },
    });
    const sound = { intermediates: [limited(32)] };
    const defective = { intermediates: [limited(33)] };
    await expectDefect({ sound, defective, code: 'x509_malformed', rule: 'name_constraints_count' });
  });

  test('an extension that is a SET', async () => {
    const extensions = {
      basicConstraints: undefined,
      keyUsage: undefined,
      extendedKeyUsage: undefined,
      subjectAltName: undefined,
    };
    const set = encodeElement(TAG.set, oid('1.3.6.1.4.1.55738.666.1'), octets(new Uint8Array()));
    await expectDefect({
      defective: { leaf: { extensions, uniqueIds: encodeElement(0xa3, sequence(set)) } },
      code: 'x509_malformed',
      rule: 'der_tag',
    });
  });

  test('a path length of more than a byte', async () => {
    const long = sequence(encodeElement(TAG.boolean, Uint8Array.of(0xff)), integer(0x01, 0x00));
    const [, text = ''] = (await forgeChain({ intermediates: [basic(long)] })).x5c;
    expect(decodeCertificate(text, 1).extensions.basicConstraints?.pathLength).toBe(256);
  });

  test('a negative path length', async () => {
    const negative = sequence(encodeElement(TAG.boolean, Uint8Array.of(0xff)), integer(0xff));
    await expectDefect({
      sound: { intermediates: [{ extensions: { basicConstraints: basicConstraints(true, 0) } }] },
      defective: { intermediates: [basic(negative)] },
      code: 'x509_malformed',
      rule: 'der_integer_sign',
    });
  });

  test('a certificate over the limit', async () => {
    const filled = (bytes: number): Forgery =>
      replaced('1.3.6.1.4.1.55738.666.1', octets(new Uint8Array(bytes)), false);
    await expectDefect({
      sound: { leaf: filled(CERTIFICATE_MAX_BYTES - 600) },
      defective: { leaf: filled(CERTIFICATE_MAX_BYTES) },
      code: 'x509_malformed',
      rule: 'certificate_size',
    });
  });
});

describe('dates', () => {
  test.each<[string, Forgery]>([
    ['without seconds', { notAfter: utcTime('2701160000Z') }],
    ['with an offset', { notAfter: utcTime('270116000000+0000') }],
    ['with a fraction', { notAfter: generalizedTime('20500101000000.5Z') }],
    ['on a day that does not exist', { notAfter: utcTime('270229000000Z') }],
    ['at 24:00', { notAfter: utcTime('270116240000Z') }],
    ['with a leap second', { notAfter: utcTime('270630235960Z') }],
    ['GeneralizedTime before 2050', { notAfter: generalizedTime('20490101000000Z') }],
    ['of another type', { notAfter: encodeElement(TAG.ia5String, ascii('20500101000000Z')) }],
    ['the wrong way round', { notBefore: AT + 1, notAfter: AT }],
  ])('%s', async (_, leaf) => {
    const oneSecond = { leaf: { notBefore: AT, notAfter: AT } };
    await expectDefect({ sound: oneSecond, defective: { leaf }, code: 'x509_malformed' });
  });

  test.each([
    ['500101000000Z', utcTime, -631_152_000],
    ['491231235959Z', utcTime, 2_524_607_999],
    ['20500101000000Z', generalizedTime, 2_524_608_000],
    ['99991231235959Z', generalizedTime, 253_402_300_799],
  ] as const)('%s', async (text, write, seconds) => {
    const date = write(text);
    const chain = await forgeChain({
      leaf: seconds < AT ? { notBefore: date } : { notAfter: date },
    });
    const [leaf = ''] = chain.x5c;
    const { notBefore, notAfter } = decodeCertificate(leaf, 0);
    expect(seconds < AT ? notBefore : notAfter).toBe(seconds);
  });
});

describe('against other readers and against chance', () => {
  test('@peculiar/x509 reads the same fields', async () => {
    const subject = sequence(rdn('2.5.4.6', 'CN', TAG.printableString), rdn('2.5.4.3', 'Bank, Ltd'));
    const { x5c, anchors } = await forgeChain({ leaf: { subject } });
    for (const text of [...x5c, ...anchors]) {
      const ours = decodeCertificate(text, 0);
      const theirs = new X509Certificate(ours.der);
      expect(ours.notBefore * 1000).toBe(theirs.notBefore.getTime());
      expect(ours.notAfter * 1000).toBe(theirs.notAfter.getTime());
      expect(ours.spki).toStrictEqual(new Uint8Array(theirs.publicKey.rawData));
      expect(ours.signature).toStrictEqual(new Uint8Array(theirs.signature));
      expect(ours.subject.encoded).toStrictEqual(new Uint8Array(theirs.subjectName.toArrayBuffer()));
      expect(ours.issuer.encoded).toStrictEqual(new Uint8Array(theirs.issuerName.toArrayBuffer()));
    }
    const [leaf = ''] = x5c;
    expect(formatName(decodeCertificate(leaf, 0).subject)).toBe('CN=Bank\\, Ltd,C=CN');
  });

  test('a certificate with any one bit flipped is refused', async () => {
    const chain = await forgeChain({ intermediates: [{}] });
    await fc.assert(
      fc.asyncProperty(fc.nat(1), fc.nat(), async (index, position) => {
        const der = bytesOf(chain.x5c[index] ?? '');
        const bit = position % (8 * der.length);
        der[bit >> 3] = (der[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const x5c = chain.x5c.with(index, encodeBase64(der));
        const refusal = await refusalOf(() => validatePath(requestFor({ ...chain, x5c })));
        expect(refusal.code).toMatch(/^x509_/);
      }),
      { numRuns: 1_000 },
    );
    await expectAccepted(requestFor(chain));
  });

  test('bytes of any kind end in x509_malformed', async () => {
    await expectAccepted(requestFor(await forgeChain()));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, framed) => {
        const der = framed ? sequence(bytes) : bytes;
        try {
          decodeCertificate(encodeBase64(der), 0);
          expect.unreachable('random bytes are no certificate');
        } catch (error) {
          expect(error).toBeInstanceOf(ActError);
          expect(error).toHaveProperty('code', 'x509_malformed');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
