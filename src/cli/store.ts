import { parseArgs } from 'node:util';
import { adoptFile, StoreOpenError } from '../store/index.ts';
import { type Command, EXIT, UnusableInput } from './io.ts';
import { STORE_USAGE } from './usage.ts';

const OPTIONS = { help: { type: 'boolean', short: 'h' } } as const;

/** `openact store`: what an operator decides about a database file. @see OA-LDG-26 */
export const storeCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.write(STORE_USAGE);
    return EXIT.ok;
  }
  const [subcommand, file, ...rest] = positionals;
  if (subcommand !== 'adopt' || file === undefined || rest.length > 0)
    throw new UnusableInput('store takes adopt <database file>.');
  try {
    io.write(`commits in the file   ${adoptFile(file)}\n`);
  } catch (error) {
    throw error instanceof StoreOpenError ? new UnusableInput(error.message) : error;
  }
  return EXIT.ok;
};
