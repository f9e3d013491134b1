/** Colours of a town's pages, all from its one accent; contrast by WCAG 2.2 (relative luminance of sRGB). */
export interface AccentColours {
  /** On white 4.5:1 or more: lines, marks, large figures. */
  readonly accent: string;
  /** On white and on `soft` 7:1 or more: links, buttons under white text. */
  readonly strong: string;
  readonly soft: string;
  readonly line: string;
}

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb | null => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (match === null) return null;
  return [1, 2, 3].map((at) => Number.parseInt(match[at] ?? '0', 16)) as unknown as Rgb;
};

const print = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

const contrastOf = (a: Rgb, b: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((channel, at) => channel * (1 - share) + (b[at] ?? 0) * share) as unknown as Rgb;

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Darkened in steps of 2 % until the contrast is reached; black reaches any. */
const darkened = (colour: Rgb, ground: Rgb, contrast: number): Rgb => {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(colour, black, share);
    // Measured as it will be printed, after rounding.
    if (contrastOf(parse(print(tried)) ?? black, ground) >= contrast) return tried;
  }
  return black;
};

/** Contrast of two #rrggbb colours, 1 to 21. */
export const contrast = (a: string, b: string): number => contrastOf(parse(a) ?? black, parse(b) ?? black);

/** Whatever colour a town chooses, its pages stay readable. Not a colour: the site's blue. */
export const accentColours = (chosen: string): AccentColours => {
  const base = parse(chosen) ?? ([38, 74, 244] as const);
  // As it will be printed: contrast is measured against that.
  const soft = parse(print(mix(base, white, 0.93))) ?? white;
  return {
    accent: print(darkened(base, soft, 4.5)),
    strong: print(darkened(base, soft, 7)),
    soft: print(soft),
    line: print(mix(base, white, 0.65)),
  };
};

export const themeCss = (chosen: string): string => {
  const { accent, strong, soft, line } = accentColours(chosen);
  return `:root{--accent:${accent};--accent-strong:${strong};--accent-soft:${soft};--accent-line:${line}}\n`;
};
