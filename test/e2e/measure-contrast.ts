/**
 * Text of charts with too little contrast, which axe leaves undecided: against the shape it stands on, else against
 * the page. Measured inside a page of the browser, so the function stands by itself. WCAG 2.2, 1.4.3: 4.5 to 1, 3 to 1
 * from 24 px (or 18.66 px bold) on.
 */
export const faintChartText = (): readonly string[] => {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const parse = (text: string): Colour | null => {
    const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return text.startsWith('rgb') && red !== undefined && green !== undefined && blue !== undefined
      ? [red, green, blue, alpha]
      : null;
  };
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (text: Element, svg: Element): Colour => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const shapes = [...svg.querySelectorAll('rect, path, circle')].filter((shape) => {
      const area = shape.getBoundingClientRect();
      const holds = area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
      // Only what is drawn before the text lies behind it.
      return holds && (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
    for (const shape of shapes.reverse()) {
      const { fill, fillOpacity } = getComputedStyle(shape);
      const colour = parse(fill);
      if (shape.localName === 'rect' && colour !== null && colour[3] * Number(fillOpacity) > 0.9)
        return colour;
    }
    for (let above: Element | null = svg; above !== null; above = above.parentElement) {
      const colour = parse(getComputedStyle(above).backgroundColor);
      if (colour !== null && colour[3] > 0.9) return colour;
    }
    return [255, 255, 255, 1];
  };
  return [...document.querySelectorAll('svg')].flatMap((svg) =>
    [...svg.querySelectorAll('text')].flatMap((text) => {
      const { fill, fontSize, fontWeight, visibility } = getComputedStyle(text);
      const colour = parse(fill);
      const isShown = visibility !== 'hidden' && text.getBoundingClientRect().width > 0;
      if (colour === null || !isShown || text.textContent?.trim() === '') return [];
      const [one, other] = [luminance(colour), luminance(behind(text, svg))];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const size = Number.parseFloat(fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      return ratio >= (isLarge ? 3 : 4.5)
        ? []
        : [`chart text "${text.textContent}" ${fill}: ${ratio.toFixed(2)} to 1`];
    }),
  );
};
