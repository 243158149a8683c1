/** Zero of each script whose digits a table may have: Arabic-Indic, Persian, Devanagari. @source Unicode, general category Nd */
const ZEROS = [0x0660, 0x06f0, 0x0966] as const;

/** The same text with the digits 0 to 9, full-width ones too. */
export const plainDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => code >= zero && code <= zero + 9) ?? code));
  });
