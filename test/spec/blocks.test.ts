import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as generated from '../../src/protocol/generated/validators.js';
import { type MessageKind, readMessage, TYP, verifySignature } from '../../src/protocol/index.ts';
import { staleFiles } from '../../tools/spec-blocks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Block {
  readonly chapter: string;
  readonly language: string;
  readonly info: string;
  readonly body: string;
}

const chapters = readdirSync(join(root, 'spec'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(root, 'spec', name), 'utf8') }));

const blocks: Block[] = chapters.flatMap(({ name, text }) =>
  [...text.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', info = '', body = '']) => ({
    chapter: name,
    language,
    info: info.trim(),
    body,
  })),
);

type Validator = (data: unknown) => boolean;

function validatorOf(schema: string): Validator | undefined {
  const path = join(root, 'schemas', `${schema}.json`);
  if (!existsSync(path)) return undefined;
  const { title } = JSON.parse(readFileSync(path, 'utf8')) as { title: string };
  return Object.entries(generated).find(([name]) => name === `validate${title}`)?.[1] as
    | Validator
    | undefined;
}

function isKind(name: string): name is MessageKind {
  return Object.hasOwn(TYP, name);
}

describe('blocks of the spec', () => {
  const json = blocks.filter(({ language }) => language === 'json');
  const jws = blocks.filter(({ language }) => language === 'jws');

  it('there are some', () => {
    expect(json.length).toBeGreaterThan(10);
    expect(jws.length).toBeGreaterThan(1);
  });

  it('are of a known language', () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['json', 'jws', 'mermaid']));
  });

  it.each(json)('$chapter: json $info fits', ({ info, body }) => {
    const schema = /^schema=([a-z0-9/-]+)$/.exec(info)?.[1] ?? '';
    expect(validatorOf(schema)?.(JSON.parse(body))).toBe(true);
  });

  it.each(jws)('$chapter: jws $info is a message of its kind', ({ info, body }) => {
    const kind = info.replace('kind=', '');
    expect(isKind(kind) && readMessage(kind, body.trim()).kind).toBe(kind);
  });

  it('are the ones that the tool writes, as are the files under schemas/examples', async () => {
    expect(await staleFiles(root)).toEqual([]);
  });
});

describe('signatures in the spec', () => {
  it('the payment request is signed by the key of the attestation that is printed', async () => {
    const block = blocks.find(({ info }) => info === 'kind=paymentRequest');
    const attestation = blocks.find(({ info }) => info === 'schema=agent-attestation');
    const { decoded } = readMessage('paymentRequest', block?.body.trim() ?? '');
    const { cnf } = JSON.parse(attestation?.body ?? '{}');
    expect(await verifySignature(decoded, cnf.jwk)).toBe(true);
    const other = JSON.parse(blocks.find(({ info }) => info === 'schema=enrolment')?.body ?? '{}');
    expect(await verifySignature(decoded, other.cnf.jwk)).toBe(false);
  });
});

describe('links of the spec', () => {
  it('lead to files that exist', () => {
    const documents = [...chapters.map(({ name, text }) => ({ path: `spec/${name}`, text }))];
    for (const name of ['SECURITY.md', 'CONTRIBUTING.md']) {
      documents.push({ path: name, text: readFileSync(join(root, name), 'utf8') });
    }
    const broken = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => !existsSync(join(root, posix.join(posix.dirname(path), target))))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

it('the table of commands says of each action who gives it, over what (OA-CMD-01)', () => {
  const { properties } = JSON.parse(readFileSync(join(root, 'schemas/command.json'), 'utf8'));
  const actions = properties.action.enum as string[];
  const text = chapters.find(({ name }) => name === '02-messages.md')?.text ?? '';
  const table = [...text.matchAll(/^\| (`[a-z_]+\.[a-z_]+`[^|]*) \|/gm)].map(([, cell = '']) => cell).join();
  // Two more have chapters of their own.
  const here = actions.filter((action) => !/^(interconnect|credit|credit_authorization)\./.test(action));
  expect(here.filter((action) => !table.includes(`\`${action}\``))).toEqual([]);
  expect(here.length).toBeGreaterThan(30);
});
