import { readBeginning } from '../../http/read-beginning.ts';
import { BUNDLE_MAX_BYTES } from '../../verifier/index.ts';
import { type CliIo, UnusableInput } from '../io.ts';
import { looksCompact, type RawToken, rawToken } from './raw.ts';

/** A token, or the bytes of a JSON text with the value that a lenient reader sees in them. */
export type Input =
  | { readonly form: 'token'; readonly token: RawToken }
  | { readonly form: 'json'; readonly bytes: Uint8Array; readonly value: unknown };

function tokenInput(compact: string, what: string): Input {
  const token = rawToken(compact);
  if (token === undefined)
    throw new UnusableInput(`${what} is no token: its parts are not JSON in base64url.`);
  return { form: 'token', token };
}

async function readFile(path: string): Promise<Uint8Array> {
  try {
    return await readBeginning(path, BUNDLE_MAX_BYTES + 1);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnusableInput(`${path} is no token, and no file that can be read (${code}).`);
  }
}

/** No more of it than shows that it is too large. */
async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > BUNDLE_MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function jsonInput(bytes: Uint8Array, path: string): Input {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return { form: 'json', bytes, value };
  } catch {
    // The reason would quote the file, which may hold a private key.
    throw new UnusableInput(`${path} holds neither a token nor JSON.`);
  }
}

/**
 * What the argument stands for: a token itself, or a file with one or with JSON, at most as large as a bundle may be;
 * `-` is the standard input.
 *
 * @throws UnusableInput
 */
export async function readInput(argument: string, io: Pick<CliIo, 'input'>): Promise<Input> {
  if (looksCompact(argument)) return tokenInput(argument, 'The argument');
  const isStream = argument === '-';
  const what = isStream ? 'The standard input' : argument;
  const bytes = isStream ? await readStream(io.input()) : await readFile(argument);
  if (bytes.length > BUNDLE_MAX_BYTES)
    throw new UnusableInput(`${what} is larger than ${BUNDLE_MAX_BYTES} bytes.`);
  const text = new TextDecoder().decode(bytes).trim();
  return looksCompact(text) ? tokenInput(text, what) : jsonInput(bytes, what);
}
