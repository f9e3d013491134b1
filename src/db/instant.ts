/** A timestamptz as either engine prints it → ISO 8601 in UTC, so that no reader depends on the session's zone. */
export const isoInstant = (text: string): string => new Date(text).toISOString();

export const isoInstantOrNull = (text: string | null): string | null =>
  text === null ? null : isoInstant(text);
