import type { GeneralName } from './general-name.ts';
import { comparableRdn, type Name } from './name.ts';

/** 'unknown': the name or the constraint cannot be evaluated, so that neither answer would be safe. */
export type Answer = 'inside' | 'outside' | 'unknown';

/** RFC 1034 3.5 with RFC 1123 2.1: letters, digits and hyphens, no wildcard, no leading or trailing dot. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const HOST_MAX_CHARS = 253;
const LAST_LABEL_IS_NUMBER = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i;

/** Scheme, authority without user information, port. An address in brackets is no host name. */
const URI_HOST = /^[a-z][a-z0-9+.-]*:\/\/([^/?#@:[\]]+)(?::\d*)?(?:[/?#]|$)/i;

function isHost(text: string): boolean {
  return text.length <= HOST_MAX_CHARS && HOST.test(text) && !LAST_LABEL_IS_NUMBER.test(text);
}

function toAnswer(inside: boolean): Answer {
  return inside ? 'inside' : 'outside';
}

/** RFC 5280 4.2.1.10: labels may be added on the left. The empty constraint covers every name. */
function isWithinDns(name: string, constraint: string): Answer {
  if (!isHost(name) || (constraint !== '' && !isHost(constraint))) return 'unknown';
  const host = name.toLowerCase();
  const domain = constraint.toLowerCase();
  return toAnswer(domain === '' || host === domain || host.endsWith(`.${domain}`));
}

/**
 * RFC 5280 4.2.1.10: the constraint is on the host; with a leading dot it stands for all hosts below, without one
 * for that host alone. A URI without a host name, such as a did, cannot be held to it.
 */
function isWithinUri(uri: string, constraint: string): Answer {
  const domain = constraint.startsWith('.') ? constraint.slice(1) : constraint;
  const host = URI_HOST.exec(uri)?.[1]?.toLowerCase();
  if (host === undefined || !isHost(host) || !isHost(domain)) return 'unknown';
  const lowered = constraint.toLowerCase();
  return toAnswer(constraint.startsWith('.') ? host.endsWith(lowered) : host === lowered);
}

/** RFC 5280 7.1: the RDNs of the constraint are the first RDNs of the name. */
function isWithinDirectory(name: Name, constraint: Name): Answer {
  const wanted = constraint.rdns.map(comparableRdn);
  const given = name.rdns.slice(0, wanted.length).map(comparableRdn);
  if (wanted.includes(undefined) || given.includes(undefined)) return 'unknown';
  return toAnswer(wanted.every((rdn, index) => rdn === given[index]));
}

/** Whether `name` lies in the subtree of `base`. Names of another form are outside of it. */
export function isWithin(name: GeneralName, base: GeneralName): Answer {
  if (name.form === 'dns' && base.form === 'dns') return isWithinDns(name.text, base.text);
  if (name.form === 'uri' && base.form === 'uri') return isWithinUri(name.text, base.text);
  if (name.form === 'directory' && base.form === 'directory') return isWithinDirectory(name.name, base.name);
  return 'outside';
}
