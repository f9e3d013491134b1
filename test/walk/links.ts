const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

/**
 * Where a page leads: what its anchors, its <link> elements and its forms of method get name. Without fragments; as
 * path and query on the same host, whole elsewhere.
 */
export const linksOf = (html: string, address: string): readonly string[] => {
  const base = new URL(address, 'http://here.invalid');
  const named = [
    ...html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g),
    ...html.matchAll(/<form\b(?=[^>]*\smethod="get")[^>]*?\saction="([^"]*)"/g),
  ];
  const links = named.map(([, href = '']) => {
    const url = new URL(plain(href), base);
    return url.host === base.host ? url.pathname + url.search : url.href;
  });
  return [...new Set(links)];
};
