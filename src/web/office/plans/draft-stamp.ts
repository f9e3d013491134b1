import type { DeskPage } from './desk.ts';

/** What a person has seen of a draft when deciding about it: its frame, and the text of every item. */
export const draftStamp = (desk: DeskPage): string => {
  let versions = 0;
  let newest = '';
  for (const { version, updatedAt } of desk.loaded.records.values()) {
    versions += version;
    if (updatedAt > newest) newest = updatedAt;
  }
  return [desk.revision.version, desk.loaded.records.size, versions, newest].join(' ');
};
