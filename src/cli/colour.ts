type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to colour: FORCE_COLOR decides first (0 and false mean no), then NO_COLOR (any text means no), then whether
 * the output is a terminal.
 *
 * @see https://no-color.org, https://force-color.org
 */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = env;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (refused !== undefined && refused !== '') return false;
  return isTerminal && terminal !== 'dumb';
}

const SGR = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Tint = keyof typeof SGR;

export type Paint = (tint: Tint, text: string) => string;

const ESCAPE = String.fromCharCode(0x1b);

/** A function that colours text, or leaves it as it is. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_tint, text) => text;
  return (tint, text) => `${ESCAPE}[${SGR[tint]}m${text}${ESCAPE}[0m`;
}
