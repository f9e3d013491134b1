/** An address inside this town's office, so that a login never leads elsewhere. */
export const isOfficePath = (code: string, path: string): boolean =>
  (path === `/m/${code}/office` || path.startsWith(`/m/${code}/office/`)) &&
  !/[\\\s]|\/\/|\.\./.test(path) &&
  !/\/office\/(login|logout)\b/.test(path);
