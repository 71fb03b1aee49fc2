import { describe, expect, test } from 'vitest';
import { encodeElement, readOnly, TAG } from './der.ts';
import { comparableRdn, formatName, readName } from './name.ts';
import { isWithin } from './name-subtree.ts';
import { ascii, commonName, oid, rdn, sequence } from './testing/forge.ts';

const uri = (text: string) => ({ form: 'uri', text }) as const;
const dns = (text: string) => ({ form: 'dns', text }) as const;
const nameOf = (encoded: ReturnType<typeof sequence>) => readName(readOnly(encoded, TAG.sequence));
const directory = (...rdns: readonly ReturnType<typeof rdn>[]) =>
  ({ form: 'directory', name: nameOf(sequence(...rdns)) }) as const;

describe('URI constraints, RFC 5280 4.2.1.10', () => {
  test.each([
    ['https://host.example.com/x', 'host.example.com', 'inside'],
    ['https://HOST.example.com', 'host.EXAMPLE.com', 'inside'],
    ['https://host.example.com:8443?q', 'host.example.com', 'inside'],
    ['https://host.example.com#f', 'host.example.com', 'inside'],
    ['https://my.host.example.com/', 'host.example.com', 'outside'],
    ['https://example.com/', '.example.com', 'outside'],
    ['https://a.b.example.com/', '.example.com', 'inside'],
    ['https://badexample.com/', '.example.com', 'outside'],
    ['https://example.com.evil.test/', 'example.com', 'outside'],
    ['https://evil.test/example.com', 'example.com', 'outside'],
    ['https://evil.test?.example.com', '.example.com', 'outside'],
    ['did:act:bank.example/issuer', 'bank.example', 'unknown'],
    ['https:bank.example', 'bank.example', 'unknown'],
    ['https:///bank.example', 'bank.example', 'unknown'],
    ['https://bank.example@evil.test/', 'bank.example', 'unknown'],
    ['https://192.0.2.1/', '192.0.2.1', 'unknown'],
    ['https://0x7f000001/', 'bank.example', 'unknown'],
    ['https://[2001:db8::1]/', 'bank.example', 'unknown'],
    ['https://bank.example./', 'bank.example', 'unknown'],
    ['https://bank.example:80x/', 'bank.example', 'unknown'],
    ['https://bank.example\\@evil.test/', 'bank.example', 'unknown'],
    ['https://bank.example/', '', 'unknown'],
    ['https://bank.example/', '.', 'unknown'],
    ['https://bank.example/', '*.example', 'unknown'],
    ['https://bank.example/', 'https://bank.example', 'unknown'],
  ] as const)('%s in %j is %s', (name, constraint, answer) => {
    expect(isWithin(uri(name), uri(constraint))).toBe(answer);
  });
});

describe('DNS constraints, RFC 5280 4.2.1.10', () => {
  test.each([
    ['example.com', 'example.com', 'inside'],
    ['a.b.Example.com', 'eXample.com', 'inside'],
    ['badexample.com', 'example.com', 'outside'],
    ['com', 'example.com', 'outside'],
    ['anything.test', '', 'inside'],
    ['*.example.com', 'example.com', 'unknown'],
    ['under_score.example.com', 'example.com', 'unknown'],
    ['example.com.', 'example.com', 'unknown'],
    ['-a.example.com', 'example.com', 'unknown'],
    ['192.0.2.1', '', 'unknown'],
    [`${'a'.repeat(64)}.example.com`, 'example.com', 'unknown'],
    [`${'a.'.repeat(125)}example.com`, 'example.com', 'unknown'],
    [`${'a.'.repeat(121)}example.com`, 'example.com', 'inside'],
    [`${'a.'.repeat(120)}bb.example.com`, 'example.com', 'unknown'],
    ['', '', 'unknown'],
    ['example.com', '.example.com', 'unknown'],
  ] as const)('%s in %j is %s', (name, constraint, answer) => {
    expect(isWithin(dns(name), dns(constraint))).toBe(answer);
  });
});

describe('directory constraints, RFC 5280 7.1', () => {
  const country = rdn('2.5.4.6', 'CN', TAG.printableString);
  const organisation = rdn('2.5.4.10', 'Bank of  Example');

  test('the first RDNs count, whatever string type, case and spacing', () => {
    const base = directory(country, rdn('2.5.4.10', 'bank OF example ', TAG.printableString));
    expect(isWithin(directory(country, organisation, rdn('2.5.4.3', 'x')), base)).toBe('inside');
    expect(isWithin(directory(organisation, country), base)).toBe('outside');
    expect(isWithin(directory(country), base)).toBe('outside');
    expect(isWithin(directory(country, rdn('2.5.4.11', 'Bank of Example')), base)).toBe('outside');
    expect(isWithin(directory(country), directory())).toBe('inside');
  });

  test('a string type that is not read can be neither in nor out', () => {
    const teletex = rdn('2.5.4.10', 'Bank of Example', 0x14);
    expect(isWithin(directory(country, teletex), directory(country, organisation))).toBe('unknown');
    expect(isWithin(directory(country, organisation), directory(country, teletex))).toBe('unknown');
    const illFormed = encodeElement(TAG.utf8String, Uint8Array.of(0xff));
    const broken = encodeElement(TAG.set, sequence(oid('2.5.4.10'), illFormed));
    expect(isWithin(directory(broken), directory(organisation))).toBe('unknown');
  });

  test.each([
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['office', 'oﬃce'],
    ['Bank of Example', '\u00a0bank\tof\u3000 EXAMPLE\n'],
  ])('%j is %j in other letters', (one, two) => {
    for (const [name, base] of [
      [one, two],
      [two, one],
    ] as const) {
      expect(isWithin(directory(rdn('2.5.4.10', name)), directory(rdn('2.5.4.10', base)))).toBe('inside');
      expect(isWithin(directory(rdn('2.5.4.10', `${name}x`)), directory(rdn('2.5.4.10', base)))).toBe(
        'outside',
      );
    }
  });

  test.each([
    ['a NUL', '\0'],
    ['a soft hyphen', '\u00ad'],
    ['a space of no width', '\u200b'],
    ['a mark of direction', '\u202e'],
    ['a byte order mark', '\u{feff}x'],
    ['a variation selector', '\ufe0f'],
    ['a joiner of graphemes', '\u034f'],
    ['an object', '\ufffc'],
    ['a character of nobody', '\u{e000}'],
    ['a tag', '\u{e0041}'],
  ])('a name with %s in it can be neither in nor out: who reads it sees another name', (_, unseen) => {
    const spoilt = directory(rdn('2.5.4.10', `Bank of${unseen} Example`));
    expect(isWithin(spoilt, directory(organisation))).toBe('unknown');
    expect(isWithin(directory(organisation), spoilt)).toBe('unknown');
    expect(isWithin(directory(organisation), directory(organisation))).toBe('inside');
  });

  test('the attributes of one RDN have no order once they are folded', () => {
    const attribute = (value: string) =>
      sequence(oid('2.5.4.11'), encodeElement(TAG.utf8String, ascii(value)));
    const one = nameOf(sequence(encodeElement(TAG.set, attribute('B'), attribute('a'))));
    const two = nameOf(sequence(encodeElement(TAG.set, attribute('A'), attribute('b'))));
    expect(comparableRdn(one.rdns[0] ?? [])).toBe(comparableRdn(two.rdns[0] ?? []));
  });
});

test('names of different forms do not contain each other', () => {
  expect(isWithin(dns('a.example'), uri('a.example'))).toBe('outside');
  expect(isWithin(directory(), dns(''))).toBe('outside');
  expect(isWithin({ form: 'other', tag: 0x87 }, { form: 'other', tag: 0x87 })).toBe('outside');
});

describe('names as text, RFC 4514', () => {
  test.each([
    [sequence(), ''],
    [commonName('James "Jim" Smith, III'), 'CN=James \\"Jim\\" Smith\\, III'],
    [commonName(' #a '), 'CN=\\ #a\\ '],
    [commonName('a\nb\0'), 'CN=a\\0ab\\00'],
    [sequence(rdn('2.5.4.6', 'CN'), rdn('2.5.4.3', '甲')), 'CN=甲,C=CN'],
    [
      sequence(rdn('2.25.295975056238066013663819618617541709289.1', 'x')),
      '2.25.295975056238066013663819618617541709289.1=#0c0178',
    ],
    [sequence(rdn('2.5.4.3', 'x', 0x1e)), 'CN=#1e0178'],
  ])('%#', (encoded, text) => {
    expect(formatName(nameOf(encoded))).toBe(text);
  });
});
