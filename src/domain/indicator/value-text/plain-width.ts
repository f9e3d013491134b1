/**
 * Full-width letters, digits and signs as half-width ones, half-width kana as full-width ones, spaces as one kind.
 * Not NFKC as a whole: ㎡ is a unit that a town writes, and stays ㎡.
 */
export const plainWidth = (text: string): string =>
  text
    .replaceAll(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[ｦ-ﾟ]+/gu, (kana) => kana.normalize('NFKC'))
    .replaceAll(/\s+/gu, ' ')
    .trim();
