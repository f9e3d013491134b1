const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id in an address: anything else is no id of ours, and the database would call it an error. */
export const isUuid = (text: string): boolean => form.test(text);
