import { afterEach, expect, test } from 'vitest';
import { LineProcess } from './line-process.ts';

const PROGRAM = `
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify({ id: JSON.parse(line).id, said: JSON.parse(line).text.length }));`;

let subject: LineProcess | undefined;
afterEach(() => subject?.close());

test.each([
  ['plain', 'a seat'],
  ['with ends of lines of every kind', 'a\u2028seat\u2029on\u0085the\r\ntrain'],
  ['with what only looks like one', 'a \\u2028 seat 座位 😀'],
])('a question %s is one line for a program that reads lines as Node does', async (_what, text) => {
  subject = new LineProcess({
    called: 'The reader',
    command: [process.execPath, '--input-type=module', '-e', PROGRAM],
    folder: '.',
    patience: 60_000,
  });
  for (const _again of [1, 2]) {
    const said = await subject.ask({ text });
    expect('line' in said && JSON.parse(said.line)).toMatchObject({
      id: expect.any(String),
      said: text.length,
    });
  }
});
