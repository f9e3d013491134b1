/** 出典: where a figure or a text comes from. Shown beside it on every page. */
export interface Source {
  /** Title of the document, as printed on it. */
  readonly document: string;
  /** Publisher, e.g. 塩尻市企画政策部企画課. */
  readonly publisher?: string;
  /** Place within the document: chapter, table, page. */
  readonly place?: string;
  /** Publication date or month, as stated: 2023-12, 2023-06-22. */
  readonly date?: string;
  readonly url?: string;
}
