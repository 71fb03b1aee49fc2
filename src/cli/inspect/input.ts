import { readBeginning } from '../../http/read-beginning.ts';
import { BUNDLE_MAX_BYTES } from '../../verifier/index.ts';
import { UnusableInput } from '../io.ts';
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

async function readBytes(path: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readBeginning(path, BUNDLE_MAX_BYTES + 1);
  } catch (error) {
    throw new UnusableInput(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (bytes.length > BUNDLE_MAX_BYTES)
    throw new UnusableInput(`${path} is larger than ${BUNDLE_MAX_BYTES} bytes.`);
  return bytes;
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
 * What the argument stands for: a token itself, or a file with one or with JSON, at most as large as a bundle may be.
 *
 * @throws UnusableInput
 */
export async function readInput(argument: string): Promise<Input> {
  if (looksCompact(argument)) return tokenInput(argument, 'The argument');
  const bytes = await readBytes(argument);
  const text = new TextDecoder().decode(bytes).trim();
  return looksCompact(text) ? tokenInput(text, argument) : jsonInput(bytes, argument);
}
