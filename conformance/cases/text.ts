import { digestOfText } from '../forge/bytes.ts';
import { accept, type Case, flags, input, refuse, type VectorSuite } from '../forge/cases.ts';
import { canonical, type Json } from '../forge/json.ts';

const asText = (text: string) => input('/text', text);
const asHex = (bytes: Uint8Array) => ({
  input: [input('/hex', Buffer.from(bytes).toString('hex')), input('/text', undefined)].flatMap(
    ({ input: list = [] }) => list,
  ),
});
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const form = (comment: string, text: string, ...flag: readonly string[]): Case =>
  refuse('OA-JSON-03', 'json_number_form', comment, asText(text), flags(...flag));
const syntax = (comment: string, text: string): Case =>
  refuse('OA-JSON-06', 'json_syntax', comment, asText(text));
const encoding = (comment: string, text: string): Case =>
  refuse('OA-JSON-02', 'json_encoding', comment, asText(text), flags('N5'));
const takes = (requirement: string, comment: string, text: string): Case =>
  accept(requirement, comment, asText(text), flags('Edge'));

const strict: readonly Case[] = [
  accept('OA-JSON-06', 'an object'),
  takes('OA-JSON-01', 'one name in two objects', '{"a":{"b":1},"c":{"b":2}}'),
  takes('OA-JSON-03', 'the largest integer', '{"n":9007199254740991}'),
  takes('OA-JSON-03', 'an amount with two decimals', '{"price":500.00}'),
  takes('OA-JSON-03', 'the threshold of a wallet with two decimals', '{"confirm_above":500.00}'),
  takes('OA-JSON-03', 'a fraction of 15 digits', '{"n":0.123456789012345}'),
  takes('OA-JSON-04', 'sixteen containers', `{"a":${nested(15)}}`),
  takes('OA-JSON-02', 'a character outside the first plane', '{"a":"\\ud83d\\ude80"}'),
  takes('OA-JSON-07', 'a value that is __proto__', '{"a":"__proto__"}'),
  refuse('OA-JSON-01', 'json_duplicate_member', 'a member twice', asText('{"a":1,"a":2}'), flags('N1')),
  refuse(
    'OA-JSON-01',
    'json_duplicate_member',
    'a member twice with one value',
    asText('{"a":1,"a":1}'),
    flags('N1'),
  ),
  refuse(
    'OA-JSON-01',
    'json_duplicate_member',
    'a member twice, once escaped',
    asText('{"a":1,"\\u0061":2}'),
    flags('N1'),
  ),
  refuse(
    'OA-JSON-01',
    'json_duplicate_member',
    'a member twice, deep inside',
    asText('[{"a":{"b":1,"b":2}}]'),
    flags('N1'),
  ),
  refuse(
    'OA-JSON-07',
    'json_forbidden_member',
    'a member named __proto__',
    asText('{"__proto__":1}'),
    flags('N2'),
  ),
  refuse(
    'OA-JSON-07',
    'json_forbidden_member',
    'a member named __proto__, escaped',
    asText('{"\\u005f_proto__":1}'),
    flags('N2'),
  ),
  refuse(
    'OA-JSON-04',
    'json_too_deep',
    'seventeen containers',
    asText(`{"a":${nested(16)}}`),
    flags('N4', 'Edge'),
  ),
  refuse('OA-JSON-04', 'json_too_deep', 'ten thousand containers', asText(nested(10_000)), flags('N4')),
  refuse('OA-JSON-05', 'json_too_large', 'a text over 64 KiB', input('/padding', 65_536), flags('J13')),
  encoding('a lone high surrogate', '{"a":"\\ud800"}'),
  encoding('a lone low surrogate', '{"a":"\\udc00"}'),
  encoding('surrogates in the wrong order', '{"a":"\\udc00\\ud800"}'),
  encoding('a lone surrogate as a name', '{"\\ud800":1}'),
  refuse('OA-JSON-02', 'json_encoding', 'a byte order mark', asText('\ufeff{}'), flags('J6')),
  refuse(
    'OA-JSON-02',
    'json_encoding',
    'bytes that are not UTF-8',
    asHex(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)),
    flags('J6'),
  ),
  refuse(
    'OA-JSON-02',
    'json_encoding',
    'an overlong encoding',
    asHex(Uint8Array.of(0x22, 0xc0, 0xaf, 0x22)),
    flags('J6'),
  ),
  refuse(
    'OA-JSON-02',
    'json_encoding',
    'a surrogate written as UTF-8',
    asHex(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)),
    flags('J6', 'N5'),
  ),
  form('an exponent', '{"n":1e2}', 'N3'),
  form('minus zero', '{"n":-0}', 'N3'),
  form('an integer written as 1.0', '{"n":1.0}', 'N3'),
  form('a plus sign', '{"n":+1}', 'N3'),
  form('a leading zero', '{"n":01}', 'N3'),
  form('2^53', '{"n":9007199254740992}', 'N3', 'Edge'),
  form('a fraction of 16 digits', '{"n":0.1234567890123456}', 'N3', 'Edge'),
  form('an infinite number', '{"n":1e999}', 'N3'),
  form('NaN', '{"n":NaN}', 'N3'),
  form('a hexadecimal number', '{"n":0x10}', 'N3'),
  form('a point without decimals', '{"n":1.}', 'N3'),
  form('an amount with three decimals', '{"price":1.005}', 'N3'),
  form('a negative amount', '{"price":-1}', 'N3'),
  form('the threshold of a wallet with three decimals', '{"confirm_above":1.005}', 'N3'),
  syntax('nothing', ''),
  syntax('two values', '{} {}'),
  syntax('a comma too many', '[1,]'),
  syntax('a comma too many in an object', '{"a":1,}'),
  syntax('a comment', '{/* a */}'),
  syntax('a name without quotes', '{a:1}'),
  syntax('single quotes', "{'a':1}"),
  syntax('a tab in a string', '{"a":"\t"}'),
  syntax('an escape that does not exist', '{"a":"\\x41"}'),
  syntax('a string that does not end', '{"a":"'),
  syntax('white space that JSON does not know', '\u00a0{}'),
].map((one) =>
  one.comment === 'a hexadecimal number' ? { ...one, requirement: 'OA-JSON-06', code: 'json_syntax' } : one,
);

export const strictJsonSuite: VectorSuite = {
  name: 'strict-json',
  groups: [
    {
      operation: 'parse_json',
      description:
        'The bytes of a JSON text: `text` as UTF-8, or `hex`, with `padding` spaces after it. Limits are those of an HTTP message.',
      obligations: [],
      input: () => ({ text: '{"a":[1,"b",true,null]}' }),
      context: () => ({}),
      cases: strict,
    },
  ],
};

/** Text in, and the RFC 8785 form that it has. */
function same(requirement: string, comment: string, text: string, flag: readonly string[] = []): Case {
  const value: Json = JSON.parse(text);
  const form = canonical(value);
  return {
    ...accept(requirement, comment, asText(text), flags(...flag)),
    values: { canonical: form, digest: digestOfText(form) },
  };
}

const FIRST = '{"b":1,"a":"x"}';

export const canonicalSuite: VectorSuite = {
  name: 'canonical',
  groups: [
    {
      operation: 'canonicalize',
      description: 'A JSON text, its RFC 8785 form, and the digest of an object.',
      obligations: [],
      input: () => ({ text: FIRST }),
      context: () => ({}),
      cases: [
        same('OA-DIG-02', 'members in order', FIRST),
        same('OA-DIG-02', 'white space', ' {\n\t"a" : [ 1 , 2 ] } '),
        same('OA-DIG-02', 'members in objects in lists', '{"z":[{"b":1,"a":2}],"y":{"d":1,"c":2}}'),
        same(
          'OA-DIG-02',
          'names by UTF-16 code units',
          '{"\\ufb33":1,"\\ud83d\\ude00":2,"\\u20ac":3,"1":4,"\\r":5}',
        ),
        same('OA-DIG-02', 'escapes', '{"a":"\\u0000\\b\\t\\n\\f\\r\\u001f\\"\\\\\\/\\u007f"}'),
        same('OA-DIG-02', 'characters written as they are', '{"a":"\\u706b\\u8f66\\u7968 \\u00e9 \\u2028"}'),
        same('OA-DIG-02', 'an astral character', '{"a":"\\ud83d\\ude84"}'),
        same('OA-DIG-02', 'no normalisation', '{"a":"e\\u0301","b":"\\u00e9"}'),
        same('OA-DIG-02', 'an amount without trailing zeros', '{"price":500.00}', ['N3']),
        same('OA-DIG-02', 'a fraction', '{"n":0.1}'),
        same('OA-DIG-02', 'a small fraction', '{"n":0.000001}', ['Edge']),
        same('OA-DIG-02', 'the largest integer', '{"n":9007199254740991}', ['Edge']),
        same('OA-DIG-02', 'a negative integer', '{"n":-5}'),
        same('OA-DIG-02', 'empty containers', '{"a":{},"b":[]}'),
        same('OA-DIG-02', 'literals', '[null,true,false]'),
        same('OA-DIG-02', 'an empty name', '{"":1,"a":2}'),
        refuse('OA-JSON-02', 'json_encoding', 'a lone surrogate', asText('{"a":"\\ud800"}'), flags('N5')),
        refuse(
          'OA-JSON-03',
          'json_number_form',
          'a number that has no such form',
          asText('{"n":1e21}'),
          flags('N3'),
        ),
        refuse('OA-JSON-01', 'json_duplicate_member', 'a member twice', asText('{"a":1,"a":1}'), flags('N1')),
      ],
    },
  ],
};

function amount(requirement: string, lexeme: string, currency: string, minor: string): Case {
  return {
    ...accept(requirement, `${lexeme} ${currency}`, input('/lexeme', lexeme), input('/currency', currency)),
    values: { minor },
  };
}

function notAmount(lexeme: string, comment: string): Case {
  return refuse('OA-MNY-01', 'amount_form', comment, input('/lexeme', lexeme), flags('N3'));
}

function tolerance(actual: string, percent: number, within: boolean, comment: string): Case {
  return {
    ...accept('OA-MNY-05', comment, input('/actual', actual), input('/percent', percent), flags('Edge')),
    values: { within },
  };
}

export const moneySuite: VectorSuite = {
  name: 'money',
  groups: [
    {
      operation: 'parse_amount',
      description: 'An amount as it is written, its currency, and its value in minor units.',
      obligations: [],
      input: () => ({ lexeme: '553.50', currency: 'CNY' }),
      context: () => ({}),
      cases: [
        amount('OA-MNY-04', '553.50', 'CNY', '55350'),
        amount('OA-MNY-04', '4.35', 'CNY', '435'),
        amount('OA-MNY-04', '0', 'CNY', '0'),
        amount('OA-MNY-04', '0.1', 'CNY', '10'),
        amount('OA-MNY-04', '0.07', 'CNY', '7'),
        amount('OA-MNY-04', '500', 'JPY', '500'),
        amount('OA-MNY-04', '500.00', 'JPY', '500'),
        amount('OA-MNY-04', '1.25', 'KWD', '1250'),
        amount('OA-MNY-01', '9999999999999.99', 'CNY', '999999999999999'),
        refuse(
          'OA-MNY-02',
          'amount_precision',
          'half a yen',
          input('/lexeme', '0.5'),
          input('/currency', 'JPY'),
          flags('N3'),
        ),
        refuse(
          'OA-MNY-02',
          'amount_precision',
          'a hundredth of a won',
          input('/lexeme', '1.01'),
          input('/currency', 'KRW'),
          flags('N3'),
        ),
        refuse('OA-MNY-03', 'currency_unknown', 'a currency that does not exist', input('/currency', 'QQQ')),
        refuse('OA-MNY-03', 'currency_unknown', 'a currency in small letters', input('/currency', 'cny')),
        refuse('OA-MNY-03', 'currency_unknown', 'a metal', input('/currency', 'XAU')),
        refuse('OA-MNY-03', 'currency_unknown', 'the name of a built-in', input('/currency', 'constructor')),
        ...(
          [
            ['', 'nothing'],
            ['-1', 'a negative amount'],
            ['+1', 'a plus sign'],
            ['1e2', 'an exponent'],
            ['01', 'a leading zero'],
            ['00', 'two zeros'],
            ['1.', 'a point without decimals'],
            ['.5', 'decimals without a whole part'],
            ['1.005', 'a third decimal'],
            ['1.000', 'a third decimal that is zero'],
            ['1,50', 'a comma'],
            ['1,000.00', 'groups of thousands'],
            [' 1', 'white space before'],
            ['1\n', 'a line break after'],
            ['0x10', 'a hexadecimal number'],
            ['NaN', 'NaN'],
            ['Infinity', 'infinity'],
            ['１', 'a full-width digit'],
            ['٣', 'an Arabic digit'],
            ['99999999999999.99', 'sixteen digits'],
          ] as const
        ).map(([lexeme, comment]) => notAmount(lexeme, comment)),
      ],
    },
    {
      operation: 'within_tolerance',
      description: 'Whether a price deviates from a reference by at most so many percent, either way.',
      obligations: [],
      input: () => ({ reference: '100.00', actual: '105.00', percent: 5, currency: 'CNY' }),
      context: () => ({}),
      cases: [
        tolerance('105.00', 5, true, 'on the upper bound'),
        tolerance('95.00', 5, true, 'on the lower bound'),
        tolerance('105.01', 5, false, 'a fen over'),
        tolerance('94.99', 5, false, 'a fen under'),
        tolerance('100.00', 0, true, 'no deviation where none is tolerated'),
        tolerance('100.01', 0, false, 'a fen where none is tolerated'),
        tolerance('100.01', 0.01, true, 'a hundredth of a percent'),
        tolerance('100.02', 0.01, false, 'two hundredths where one is tolerated'),
        tolerance('0', 100, true, 'nothing, at a hundred percent'),
        refuse(
          'OA-MNY-01',
          'amount_form',
          'a tolerance of three decimals',
          input('/percent', 0.001),
          flags('N3'),
        ),
        refuse('OA-MNY-01', 'amount_form', 'a negative tolerance', input('/percent', -5), flags('N3')),
      ],
    },
  ],
};
