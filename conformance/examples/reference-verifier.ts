/**
 * The reference verifier as a subject of the suite: one question a line on standard input, one answer a line on
 * standard output. It is the whole of what a vendor has to write around a verifier.
 */
import { useNodeCrypto } from '../../src/node/crypto.ts';
import type { Question } from '../files.ts';
import { linesOf } from '../run/lines.ts';
import { judge } from '../subject.ts';

useNodeCrypto();
for await (const line of linesOf(process.stdin)) {
  const { id, ...question } = JSON.parse(line) as Question & { readonly id: string };
  const result = await judge(question).catch((error: unknown) => ({
    verdict: 'errored',
    message: String(error),
  }));
  process.stdout.write(`${JSON.stringify({ id, result })}\n`);
}
