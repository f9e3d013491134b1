import type { ReactNode } from 'react';

export interface DocumentProps {
  readonly language: 'ja' | 'en';
  readonly title: string;
  readonly description?: string | undefined;
  readonly textSize?: 'small' | 'medium' | 'large';
  /** Loaded before the first paint. */
  readonly stylesheets: readonly string[];
  /** Loaded after the content: fonts. */
  readonly lateStylesheets?: readonly string[];
  readonly scripts?: readonly string[];
  readonly alternates?: readonly { readonly language: string; readonly href: string }[];
  readonly feed?: { readonly title: string; readonly href: string } | undefined;
  /** Pages not for search engines: search results, office. */
  readonly noIndex?: boolean | undefined;
  /** Address of the icon; absent in the rare page that cannot know it. */
  readonly icon?: string | undefined;
  readonly children: ReactNode;
}

/** The HTML document itself; no inline script or style anywhere (CSP). */
export const Document = (props: DocumentProps) => (
  <html lang={props.language} data-size={props.textSize ?? 'medium'}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{props.title}</title>
      {props.description === undefined ? null : <meta name="description" content={props.description} />}
      {props.noIndex === true ? <meta name="robots" content="noindex" /> : null}
      {props.icon === undefined ? null : <link rel="icon" type="image/svg+xml" href={props.icon} />}
      {props.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {props.alternates?.map((alternate) => (
        <link key={alternate.language} rel="alternate" hrefLang={alternate.language} href={alternate.href} />
      ))}
      {props.feed === undefined ? null : (
        <link rel="alternate" type="application/atom+xml" title={props.feed.title} href={props.feed.href} />
      )}
    </head>
    <body>
      {props.children}
      {props.lateStylesheets?.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {props.scripts?.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </body>
  </html>
);
