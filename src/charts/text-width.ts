/** Narrow marks, in hundredths of an em; measured from Noto Sans JP. */
const narrow = /[.,:;'|!()[\]ijl ]/;

/** Width of a line in pixels as Noto Sans JP draws it, a little generous: kanji and kana one em, Latin 0.6. */
export const textWidth = (line: string, fontSize: number): number => {
  let ems = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x2e7f || (code >= 0x2000 && code <= 0x2bff)) ems += 1;
    else if (narrow.test(character)) ems += 0.36;
    else if (/[A-ZＭ%mw]/.test(character)) ems += 0.74;
    else ems += 0.6;
  }
  return ems * fontSize;
};
