/** Homomorphic: arrays and tuples stay what they are. */
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** Arrays of the domain are read-only, those of the schema are not; what is published is only passed on. */
export const passedOn = <T>(value: T): Writable<T> => value as Writable<T>;
