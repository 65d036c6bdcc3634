const isoDate =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?)?)?)?$/;

const largestEpoch = 9_223_372_036_854_775_807n;

/**
 * An instant in nanoseconds since 1970: the W3C profile of ISO 8601 with at most nine decimals, or epoch seconds. Null when it is no
 * date. A time without an offset counts as UTC.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (read 2026-11-24)
 *
 * @example parseInstant('1970-01-01T00:00:01Z') // => 1000000000n
 */
export function parseInstant(text: string): bigint | null {
  const match = isoDate.exec(text);
  if (match === null) return parseEpoch(text);
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = ''] = match;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = parts;
  const date = new Date(Date.UTC(2000, mo - 1, d, h, mi, Math.min(s, 59)));
  date.setUTCFullYear(y, mo - 1, d);
  const isReal = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 61;
  if (!isReal) return null;
  const [sign, offsetHours, offsetMinutes] = [match[9], Number(match[10] ?? 0), Number(match[11] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (sign === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  const seconds = BigInt(date.getTime()) / 1000n - BigInt(offset * 60) + (s === 60 ? 1n : 0n);
  return seconds * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
}

function parseEpoch(text: string): bigint | null {
  if (!/^-?\d{1,19}$/.test(text)) return null;
  const seconds = BigInt(text);
  return seconds > largestEpoch || seconds < -largestEpoch ? null : seconds * 1_000_000_000n;
}
