import { StartError } from '../../http/index.ts';

/** Where the operator's calls are served, on loopback alone, and the token that they ask for. */
export interface OperatorSettings {
  readonly port: number;
  readonly token: string;
}

const TOKEN_MIN_CHARS = 32;

/**
 * Reads OPENACT_OPERATOR (a port on loopback) and OPENACT_OPERATOR_TOKEN. With neither there are no operator's calls.
 *
 * @throws StartError that names the variable
 */
export function readOperator(
  environment: Readonly<Record<string, string | undefined>>,
): OperatorSettings | undefined {
  const { OPENACT_OPERATOR: port, OPENACT_OPERATOR_TOKEN: token } = environment;
  if (port === undefined && token === undefined) return undefined;
  if (port === undefined || !/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535)
    throw new StartError(`OPENACT_OPERATOR is not a port: ${port ?? 'it is not set'}`);
  if (token === undefined || token.length < TOKEN_MIN_CHARS)
    throw new StartError(`OPENACT_OPERATOR_TOKEN has fewer than ${TOKEN_MIN_CHARS} characters.`);
  return { port: Number(port), token };
}
