const collator = new Intl.Collator();

/** As people look names up: capitals do not come first. */
export const byName = (one: string, other: string) => collator.compare(one, other);
