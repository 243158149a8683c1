const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** Oldest year a standards catalogue can name: the ITU was founded in 1865. */
const EARLIEST_YEAR = 1865;
const LATEST_YEAR = 2199;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether a text is a day, month or year of the calendar, 1865 to 2199: `2019`, `2019-05`, `2019-05-23`; `2019-02-30` is none. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** What the path, query and fragment behind it cannot make wrong: a scheme and a plain host with its slash. @source WHATWG URL, path state */
const PLAIN_ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?\//i;
/** Origins that were judged; the addresses of a catalogue have a dozen. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1000;

function isJudgedHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^/\\\s]/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' && url.hostname !== '';
}

/** Whether a text is an absolute http or https address that names a host and carries no user name or password. */
export function isHttpUrl(text: string): boolean {
  const origin = PLAIN_ORIGIN.exec(text)?.[0];
  if (origin === undefined) return isJudgedHttpUrl(text);
  const known = judged.get(origin);
  if (known !== undefined) return known;
  if (judged.size >= MOST_JUDGED) judged.clear();
  const is = isJudgedHttpUrl(origin);
  judged.set(origin, is);
  return is;
}
