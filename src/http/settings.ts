import { BASE_URL_FORM, baseAddress, isBaseUrl } from './base-address.ts';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** As schemas/common.json has it. */
const IDENTIFIER = /^did:act:[A-Za-z0-9.-]{1,100}\/[A-Za-z0-9._:~-]{1,120}$/;

/**
 * OPENACT_HOST, by default loopback. Set to nothing it is refused: it would be every address of the machine.
 *
 * @throws StartError
 */
export function readHost({ OPENACT_HOST: host }: Environment): string {
  if (host === undefined) return '127.0.0.1';
  if (!/^[!-~]+$/.test(host)) throw new StartError(`OPENACT_HOST is no host: “${host}”`);
  return host;
}

/**
 * The identifier of a participant in a variable; undefined when the variable is not there.
 *
 * @throws StartError for anything else, also for nothing: a role would take part under a name that nobody has
 */
export function readIdentifier(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  if (value === undefined || IDENTIFIER.test(value)) return value;
  throw new StartError(`${name} is no identifier like did:act:bank.example/psp: “${value}”`);
}

/** @throws StartError also when it is not set */
export function requiredIdentifier(environment: Environment, name: string): string {
  const value = environment[name] === '' ? undefined : readIdentifier(environment, name);
  if (value === undefined) throw new StartError(`${name} is not set.`);
  return value;
}

/** @throws StartError when the variable is not set, or set to nothing */
export function requiredText(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new StartError(`${name} is not set.`);
  return value;
}

/** OPENACT_PORT; 0 takes any that is free. @throws StartError */
export function readPort({ OPENACT_PORT: text }: Environment, byDefault: number): number {
  if (text === undefined) return byDefault;
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new StartError(`OPENACT_PORT is not a port: ${text}`);
  }
  return Number(text);
}

/** The address without a slash at the end. @throws StartError */
export function addressIn(text: string, name: string): string {
  const isAddress = URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  if (!isAddress) throw new StartError(`${name} is not an address.`);
  return text.replace(/\/$/, '');
}

/**
 * The public address of the server itself, behind which it writes its other ones. It is signed and listed, so it is taken
 * as it stands or not at all. What is wrong with it is not repeated: it may have a password in it.
 *
 * @throws StartError
 */
export function baseUrlIn(text: string, name: string): string {
  if (!isBaseUrl(text)) throw new StartError(`${name} is not ${BASE_URL_FORM}.`);
  return text;
}

/** OPENACT_BASE_URL; left out, the address that the server listens at. @throws StartError */
export function readBaseUrl({ OPENACT_BASE_URL: text }: Environment, host: string, port: number): string {
  if (text !== undefined) return baseUrlIn(text, 'OPENACT_BASE_URL');
  const own = baseAddress(host, port);
  if (!URL.canParse(own)) throw new StartError(`OPENACT_HOST is no host: “${host}”`);
  // A host may be written in many ways, and port 80 is not written at all.
  return new URL(own).origin;
}
