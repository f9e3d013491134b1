import type { LiveInput } from '../../islands/population/live-input.ts';

/** Data for the script of the page: no code, so the content security policy lets it stand in the page. */
export const LiveInputScript = ({ input }: { readonly input: LiveInput }) => (
  <script
    type="application/json"
    data-population-input
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose "<" are escaped cannot end the element
    dangerouslySetInnerHTML={{ __html: JSON.stringify(input).replaceAll('<', '\\u003c') }}
  />
);
