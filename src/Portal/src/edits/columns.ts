/** 列: a part of what is edited. */
export interface Column<T> {
  name: string;
  title: string;
  /** In words; empty where nothing is there. */
  text: (of: T) => string;
  /** Whether both say the same; by their words where it is left out. */
  same?: (one: T, other: T) => boolean;
  /** Takes this column out of the one and into the other. */
  take: (into: T, from: T) => T;
}

export type Side = "mine" | "theirs";

const agree = <T>(column: Column<T>, one: T, other: T): boolean =>
  column.same ? column.same(one, other) : column.text(one) === column.text(other);

/** The columns that the two have differently. */
export const differing = <T>(columns: readonly Column<T>[], one: T, other: T): Column<T>[] =>
  columns.filter((column) => !agree(column, one, other));

/**
 * What to begin a choice with: one's own columns where one has changed them, the other's everywhere else.
 * @param base What both edits were made from.
 */
export const merged = <T>(columns: readonly Column<T>[], base: T, mine: T, theirs: T): T =>
  columns
    .filter((column) => agree(column, mine, base))
    .reduce((now, column) => column.take(now, theirs), mine);

/** Everything of one side, in the columns that differ. */
export const allOf = <T>(columns: readonly Column<T>[], now: T, from: T): T =>
  columns.reduce((into, column) => column.take(into, from), now);

/** Whose value would be saved; null where it has become a third one. */
export function chosen<T>(column: Column<T>, now: T, mine: T, theirs: T): Side | null {
  if (agree(column, now, mine)) return "mine";
  return agree(column, now, theirs) ? "theirs" : null;
}
