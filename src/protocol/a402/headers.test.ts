/**
 * The table of fields in the method specification is the source here: each of its cells is tried on the reader of its
 * header. What is required and missing, empty, doubled or of another form is refused, and so is what a header has no
 * place for; what may be absent may be absent.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../digest/index.ts';
import type { JsonValue } from '../json/index.ts';
import { A402_HEADER_MAX_CHARS } from '../limits.ts';
import { decodePaymentNeeded, decodePaymentProof, decodePaymentValidation } from './index.ts';

const MALFORMED = 'a402_header_malformed';

type Part = 'protocol' | 'method';
type Payload = Record<Part, Record<string, JsonValue>>;

/** One form of one header: an example of it, and the conditions of the table that hold in it. */
interface Form {
  readonly title: string;
  readonly column: string;
  readonly example: string;
  readonly holds: readonly string[];
  readonly read: (text: string) => unknown;
}

const FORMS: readonly Form[] = [
  {
    title: 'Payment-Needed with a quote',
    column: 'Payment-Needed',
    example: 'payment-needed/valid',
    holds: ['required', 'with a quote', 'with a buyer'],
    read: decodePaymentNeeded,
  },
  {
    title: 'Payment-Needed for nobody in particular',
    column: 'Payment-Needed',
    example: 'payment-needed/valid-no-buyer',
    holds: ['required', 'without a quote'],
    read: decodePaymentNeeded,
  },
  {
    title: 'Payment-Proof',
    column: 'Payment-Proof',
    example: 'payment-proof/valid',
    holds: ['required'],
    read: decodePaymentProof,
  },
  {
    title: 'Payment-Validation of a delivery',
    column: 'Payment-Validation',
    example: 'payment-validation/valid',
    holds: ['required', 'on success'],
    read: decodePaymentValidation,
  },
  {
    title: 'Payment-Validation of a refusal',
    column: 'Payment-Validation',
    example: 'payment-validation/valid-refused',
    holds: ['required', 'on refusal'],
    read: decodePaymentValidation,
  },
];

interface Cell {
  readonly part: Part;
  readonly field: string;
  readonly says: string;
}

/** What the column of a header says of each field. `\`protocol.a\`, \`.b\`` stands for two fields. */
function cellsOf(column: string): readonly Cell[] {
  const text = readFileSync(new URL('../../../spec/methods/openact-balance.md', import.meta.url), 'utf8');
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const head = rows.find((row) => row[1] === 'field');
  const at = head?.indexOf(column) ?? -1;
  const fields = rows.filter((row) => /^`(?:protocol|method)\./.test(row[1] ?? ''));
  return fields.flatMap((row) => {
    const names = [...(row[1] ?? '').matchAll(/`(?:(protocol|method))?\.(\w+)`/g)];
    const part = names[0]?.[1] as Part;
    const own = [...(row[at] ?? '').matchAll(/`(\w+)` on success/g)].map((match) => match[1]);
    return names.map(([, , field = '']) => {
      const says = own.length > 0 && !own.includes(field) ? '–' : (row[at] ?? '–');
      return { part, field, says: says.replace(/^`\w+` on/, 'on') };
    });
  });
}

function exampleOf({ example }: Form): Payload {
  const file = new URL(`../../../schemas/examples/a402/${example}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Payload;
}

const encoded = (text: string): string => encodeBase64url(new TextEncoder().encode(text));

function outcome({ read }: Form, header: string): string {
  try {
    read(header);
    return 'ok';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

const withField = (payload: Payload, { part, field }: Cell, value: JsonValue | undefined): string => {
  const { [field]: _old, ...rest } = payload[part];
  const members = value === undefined ? rest : { ...rest, [field]: value };
  return encoded(JSON.stringify({ ...payload, [part]: members }));
};

/** The field twice in its object, which JSON.stringify cannot write. */
function doubled(payload: Payload, { part, field }: Cell): string {
  const once = JSON.stringify({ [field]: payload[part][field] ?? 'x' }).slice(1, -1);
  const members = JSON.stringify({ ...payload[part], [field]: payload[part][field] ?? 'x' }).slice(0, -1);
  const other = part === 'protocol' ? 'method' : 'protocol';
  return encoded(`{"${other}":${JSON.stringify(payload[other])},"${part}":${members},${once}}}`);
}

describe.each(FORMS)('$title, field by field as the table has it', (form) => {
  const cells = cellsOf(form.column);
  const payload = exampleOf(form);
  const whole = encoded(JSON.stringify(payload));
  const isRequired = ({ says }: Cell): boolean => form.holds.some((one) => says.startsWith(one));
  const hasNoPlace = ({ says }: Cell): boolean => says.startsWith('–');
  const required = cells.filter(isRequired);

  test('the table and the example are of one mind', () => {
    const wanted = required.map(({ part, field }) => `${part}.${field}`).sort();
    const found = (['protocol', 'method'] as const)
      .flatMap((part) => Object.keys(payload[part]).map((field) => `${part}.${field}`))
      .sort();
    expect(found).toEqual(wanted);
    expect(outcome(form, whole)).toBe('ok');
  });

  test.each(required)(
    '$part.$field is required: missing, empty, null or of another type it is refused',
    (cell) => {
      const wrong: readonly (JsonValue | undefined)[] = [undefined, '', null, 7, {}, ['x'], ' '];
      const outcomes = wrong.map((value) => outcome(form, withField(payload, cell, value)));
      expect(outcomes).toEqual(wrong.map(() => MALFORMED));
      expect(outcome(form, whole)).toBe('ok');
    },
  );

  test.each(cells)('$part.$field twice is refused', (cell) => {
    expect(outcome(form, doubled(payload, cell))).toBe(MALFORMED);
  });

  test.each(cells.filter(hasNoPlace))('$part.$field has no place here', (cell) => {
    expect(outcome(form, withField(payload, cell, 'did:act:someone.example/x'))).toBe(MALFORMED);
  });

  test('what is unknown has no place either, beside the two parts or in them', () => {
    const unknown = [
      { ...payload, surplus: {} },
      { ...payload, protocol: { ...payload.protocol, surplus: 'x' } },
      { ...payload, method: { ...payload.method, surplus: 'x' } },
      { protocol: payload.protocol },
      { method: payload.method },
      [],
    ].map((one) => outcome(form, encoded(JSON.stringify(one))));
    expect(unknown).toEqual(unknown.map(() => MALFORMED));
  });

  test.each([
    ['an empty header', ''],
    ['blanks', '  '],
    ['the header twice, as proxies join it', `${whole}, ${whole}`],
    ['padding', `${whole}=`],
    ['the other alphabet', `${whole}+/`],
    ['cut off', whole.slice(0, -3)],
    ['plain JSON', JSON.stringify(payload)],
    ['no JSON', encoded('payment')],
    ['no UTF-8', encodeBase64url(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))],
    ['more than fits', 'A'.repeat(A402_HEADER_MAX_CHARS + 1)],
  ])('%s is refused', (_title, header) => {
    expect(outcome(form, header)).toBe(MALFORMED);
  });
});
