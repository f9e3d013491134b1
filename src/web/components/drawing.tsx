/** A picture of src/charts, as wide as it was laid out for. */
export const Drawing = ({ svg, width }: { readonly svg: string; readonly width: 320 | 640 }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: src/charts escapes every text it is given (svg.ts)
  <div className={`chart chart--${width}`} dangerouslySetInnerHTML={{ __html: svg }} />
);
