import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { COUNT, countOf } from './numbers.ts';
import type { Finding, ReadingContext } from './reader.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TIME = '(?:\\s*(?:at\\s*)?(?<hour>\\d{1,2}):(?<minute>\\d{2}))?';

const DATE = new RegExp(
  [
    `(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})`,
    `(?:(?<y2>\\d{4})年)?(?<m2>\\d{1,2})月(?<d2>\\d{1,2})[日号]`,
    `\\b(?<d3>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m3>${MONTH})\\b(?:,?\\s+(?<y3>\\d{4})\\b)?`,
    `\\b(?<m4>${MONTH})\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(?<y4>\\d{4})\\b)?`,
    `(?<day>day after tomorrow|tomorrow|today|后天|明天|今天)`,
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '(?:')
    .concat(')', TIME),
  'gi',
);

const DURATION = new RegExp(
  `(?:valid for|expires in|within|有效期?(?:为|是)?)\\s*(?<count>${COUNT})\\s*(?<unit>minutes?|hours?|days?|weeks?|分钟|小时|天|日|周)`,
  'gi',
);
const DURATION_ZH = new RegExp(`(?<count>${COUNT})\\s*(?<unit>分钟|小时|天|日|周)内?有效`, 'gi');
const SECONDS_OF: readonly (readonly [RegExp, number])[] = [
  [/^minute|分钟/i, MINUTE],
  [/^hour|小时/i, HOUR],
  [/^day|天|日/i, DAY],
  [/^week|周/i, 7 * DAY],
];

const VALIDITY_BEFORE =
  /(?:valid (?:until|till|through)|expires?(?: on)?|有效期?(?:到|至)|截止(?:到|至)?)\s*$/i;
const BEFORE = /\b(?:before)\s*$/i;
const BEFORE_ZH = /^\s*(?:之前|以前|前)/;

/**
 * Dates and durations: an end of validity where the words say so, otherwise the latest delivery. A day without a
 * time means its end, "before" a day means its beginning, on the user's clock.
 */
export function readTimes(text: string, context: ReadingContext): Finding[] {
  return [...readDurations(text, context.now), ...readDates(text, context)];
}

function readDurations(text: string, now: number): Finding[] {
  return [...text.matchAll(DURATION), ...text.matchAll(DURATION_ZH)].flatMap(({ groups }) => {
    const count = countOf(groups?.count);
    const seconds = SECONDS_OF.find(([unit]) => unit.test(groups?.unit ?? ''))?.[1];
    if (count === undefined || seconds === undefined) return [];
    return [{ field: 'validity_end_time', value: formatUtcSeconds(now + count * seconds) } as const];
  });
}

function readDates(text: string, context: ReadingContext): Finding[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const isBefore = BEFORE.test(before) || BEFORE_ZH.test(after);
    const time = timeOf(match.groups ?? {}, context, isBefore);
    if (time === undefined) return [];
    const field = VALIDITY_BEFORE.test(before) ? 'validity_end_time' : 'delivery_time_requirement';
    return [{ field, value: formatUtcSeconds(time) } as const];
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function timeOf(groups: Groups, context: ReadingContext, isBefore: boolean): number | undefined {
  const offset = context.utcOffsetMinutes * MINUTE;
  const dayStart = groups.day === undefined ? calendarDay(groups, context) : relativeDay(groups.day, context);
  if (dayStart === undefined) return undefined;
  if (groups.hour !== undefined) {
    const [hour, minute] = [Number(groups.hour), Number(groups.minute)];
    if (hour > 23 || minute > 59) return undefined;
    return dayStart - offset + hour * HOUR + minute * MINUTE;
  }
  return dayStart - offset + (isBefore ? 0 : DAY - 1);
}

/** Start of the day in seconds of the user's own clock. */
function relativeDay(word: string, { now, utcOffsetMinutes }: ReadingContext): number {
  const today = Math.floor((now + utcOffsetMinutes * MINUTE) / DAY) * DAY;
  if (/day after|后天/i.test(word)) return today + 2 * DAY;
  return /today|今天/i.test(word) ? today : today + DAY;
}

function calendarDay(groups: Groups, context: ReadingContext): number | undefined {
  const yearText = groups.y1 ?? groups.y2 ?? groups.y3 ?? groups.y4;
  const month = monthOf(groups.m1 ?? groups.m2 ?? groups.m3 ?? groups.m4 ?? '');
  const day = Number(groups.d1 ?? groups.d2 ?? groups.d3 ?? groups.d4);
  if (yearText !== undefined) return startOf(Number(yearText), month, day);
  const localNow = context.now + context.utcOffsetMinutes * MINUTE;
  const year = new Date(localNow * 1_000).getUTCFullYear();
  const thisYear = startOf(year, month, day);
  if (thisYear === undefined) return undefined;
  return thisYear + DAY <= localNow ? startOf(year + 1, month, day) : thisYear;
}

function monthOf(text: string): number {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return named >= 0 ? named + 1 : Number(text);
}

/** A day that is not in the calendar is no day. */
function startOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 && year <= 9999;
  return exists ? date.getTime() / 1_000 : undefined;
}
