import { themeCss } from '../styles/accent.ts';
import type { PublicPage } from './page.ts';

/** The town's accent as four custom properties; pages name the colour in the query so that it may be kept. */
export const themeStylesheet: PublicPage = {
  path: '/theme.css',
  query: ['c'],
  answer: async ({ frame }) => ({
    kind: 'document',
    contentType: 'text/css; charset=utf-8',
    body: themeCss(frame.town.accentColour),
  }),
};
