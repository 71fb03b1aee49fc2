import { type Element, malformed, TAG } from './der.ts';

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** RFC 5280 4.1.2.5: dates through 2049 are UTCTime, later ones GeneralizedTime. */
const FIRST_GENERALIZED_YEAR = 2050;

function fullYear(element: Element, digits: string): number {
  const year = Number(digits);
  if (element.tag === TAG.generalizedTime) {
    if (year < FIRST_GENERALIZED_YEAR) throw malformed('time_form');
    return year;
  }
  return year < 50 ? 2000 + year : 1900 + year;
}

/**
 * A certificate date in Unix seconds: to the second, in UTC, and a day that exists.
 *
 * @throws x509_malformed
 * @see RFC 5280 4.1.2.5.1, 4.1.2.5.2
 */
export function readTime(element: Element): number {
  if (element.tag !== TAG.utcTime && element.tag !== TAG.generalizedTime) throw malformed('time_form');
  const form = element.tag === TAG.utcTime ? UTC_TIME : GENERALIZED_TIME;
  const match = form.exec(String.fromCharCode(...element.content.subarray(0, 16)));
  if (match === null || element.content.length > 16) throw malformed('time_form');
  const [, year = '', month, day, hour, minute, second] = match;
  const text = `${fullYear(element, year)}-${month}-${day}T${hour}:${minute}:${second}`;
  const milliseconds = Date.parse(`${text}Z`);
  if (Number.isNaN(milliseconds)) throw malformed('time_value');
  if (!new Date(milliseconds).toISOString().startsWith(text)) throw malformed('time_value');
  return milliseconds / 1000;
}
