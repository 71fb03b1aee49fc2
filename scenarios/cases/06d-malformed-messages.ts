import type { Expected, Scenario, SendStep } from '../format.ts';
import { office, officeSetup, officeTwin } from './office.ts';

const payments = { do: 'send', to: 'bank', path: '/payments' } as const satisfies Partial<SendStep>;
const sent = (step: string, text: string, refused: Expected['refused'] & string) =>
  ({ ...payments, step, text, expect: { refused } }) satisfies SendStep;

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A token with this header, over claims of no interest. */
function token(header: object): string {
  return `${part(header)}.${part({ iss: 'did:act:assistant.example/assistant' })}.${'A'.repeat(86)}`;
}

const header = { alg: 'ES256', typ: 'act-payment-request+jwt', kid: 'A'.repeat(43) };
const withToken = (step: string, payment_request: string, refused: Expected['refused'] & string) =>
  ({
    ...payments,
    step,
    json: { payment_request, mandate: '$good.mandate', quote: '$good.quote' },
    expect: { refused },
  }) satisfies SendStep;

const inHeader = (step: string, command: string, refused: Expected['refused'] & string) =>
  ({
    do: 'send',
    to: 'bank',
    path: '/accounts/acct-ann',
    headers: { authorization: `ACT-Command ${command}` },
    step,
    expect: { refused },
  }) satisfies SendStep;

const DEEP = 40;

export const scenario: Scenario = {
  name: '06d-malformed-messages',
  title: 'Bytes that are no message: strict JSON, strict tokens, and addresses that are not there',
  world: office,
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    {
      do: 'send',
      to: 'bank',
      path: '/',
      step: 'no HTTP at all',
      wire: 'GET payments please\r\n\r\n',
      twin: [
        {
          do: 'send',
          to: 'bank',
          path: '/',
          step: 'HTTP on the same bare connection',
          wire: 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
        },
      ],
      expect: { refused: 'http_malformed' },
    },
    sent('no JSON', '{"payment_request":', 'json_syntax'),
    sent('a member twice', '{"quote":"a","quote":"b"}', 'json_duplicate_member'),
    sent('nested too deep', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`, 'json_too_deep'),
    sent('a number in another form', '{"amount":1e2}', 'json_number_form'),
    sent('a member that is a trap', '{"__proto__":{}}', 'json_forbidden_member'),
    sent('more than anybody reads', `{"quote":"${'A'.repeat(2_000_000)}"}`, 'json_too_large'),
    {
      ...payments,
      step: 'bytes that are no text',
      base64: 'eyJhIjoi//8ifQ==',
      expect: { refused: 'json_encoding' },
    },
    sent('another message', '{}', 'schema_mismatch'),
    {
      ...payments,
      step: 'a head that is longer than any server reads',
      method: 'GET',
      headers: { 'x-long': 'a'.repeat(17_000) },
      expect: { refused: 'http_malformed' },
    },
    {
      ...payments,
      step: 'another media type',
      text: '{}',
      type: 'text/plain',
      expect: { refused: 'media_type_unsupported' },
    },
    {
      ...payments,
      step: 'another method',
      method: 'PUT',
      text: '{}',
      expect: { refused: 'method_not_supported' },
    },
    { ...payments, step: 'nothing is there', path: '/nothing', expect: { refused: 'not_found' } },
    withToken('signed by nobody', token({ ...header, alg: 'none' }), 'jws_alg_not_allowed'),
    withToken(
      'a critical extension that nobody knows',
      token({ ...header, crit: ['other'], other: 1 }),
      'jws_crit_unknown',
    ),
    withToken('a key of its own in the header', token({ ...header, jwk: {} }), 'jws_header_forbidden'),
    withToken('no key at all', token({ alg: header.alg, typ: header.typ }), 'jws_key_missing'),
    inHeader('half a token', `${part(header)}.AAAA`, 'jws_malformed'),
    inHeader(
      'an encrypted one',
      `${part({ ...header, enc: 'A128GCM' })}.AAAA.AAAA.AAAA.AAAA`,
      'jws_encrypted',
    ),
  ],
};
