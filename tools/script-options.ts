import { type ParseArgsConfig, parseArgs } from 'node:util';

const HELP = { type: 'boolean', short: 'h' } as const;
const UNUSABLE = 2;

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/** Ends a script that was called wrongly: one line that says what is wrong and what there is, status 2. */
export function misused(why: string, usage: string): never {
  console.error(`${why} usage: ${usage}`);
  process.exit(UNUSABLE);
}

/**
 * The options of a script, of any kind that `parseArgs` has. `--help` prints the usage and ends it with 0.
 *
 * @param usage one line: how it is called
 * @param words whether it takes words that are no options
 */
export function scriptOptions<const T extends Options>(
  usage: string,
  options: T,
  words: { readonly max: number } = { max: 0 },
): Parsed<T> {
  let parsed: Parsed<T & { help: typeof HELP }>;
  try {
    parsed = parseArgs({ options: { ...options, help: HELP }, allowPositionals: true }) as typeof parsed;
  } catch (error) {
    return misused(`${String((error as Error).message.split('. To specify')[0])}.`, usage);
  }
  if ((parsed.values as { readonly help?: boolean }).help === true) {
    console.log(`usage: ${usage}`);
    process.exit(0);
  }
  const surplus = parsed.positionals[words.max];
  if (surplus !== undefined) misused(`Unexpected argument '${surplus}'.`, usage);
  return parsed as unknown as Parsed<T>;
}

/**
 * The value of an option that is a whole number; any other ends the script and names the option.
 *
 * @param least below it the number is none that can be used
 */
export function wholeNumber(
  name: string,
  value: string | number,
  usage: string,
  least: number = Number.MIN_SAFE_INTEGER,
): number {
  // An empty text is no number, though Number('') is 0.
  const number = value === '' ? Number.NaN : Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  const range = least === Number.MIN_SAFE_INTEGER ? '' : ` of ${least} or more`;
  return misused(`--${name} is not a whole number${range}: ${value}.`, usage);
}

/** Of the makers of files: whether what is there is only compared with what would be made. */
export function checkOption(script: string): boolean {
  const { values } = scriptOptions(`node ${script} [--check]`, {
    check: { type: 'boolean', default: false },
  });
  return values.check;
}
