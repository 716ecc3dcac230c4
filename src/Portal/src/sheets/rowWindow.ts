/** The rows that are drawn, from and up to but not including. */
export interface RowWindow {
  from: number;
  to: number;
}

/** How many rows beyond what is seen are drawn, so that scrolling does not show blank ones. */
const beyond = 12;
/** How many rows go by before others are drawn. */
const stride = 6;

/**
 * The rows to draw of a grid that is scrolled: a few dozen, however many there are.
 * @param seen How many rows there is room for.
 * @param kept A row that stays, as the one that is being typed into does.
 */
export function rowWindow(scrolled: number, rowHeight: number, seen: number, count: number, kept: number | null): RowWindow {
  const first = Math.floor(Math.max(0, scrolled) / rowHeight / stride) * stride;
  const from = Math.min(Math.max(0, first - beyond), Math.max(0, count - seen - 2 * beyond));
  const to = Math.min(count, first + seen + stride + beyond);
  return kept === null ? { from, to } : { from: Math.min(from, kept), to: Math.max(to, kept + 1) };
}

/**
 * How far to scroll so that a part can be seen whole; as far as now where it is.
 * @param room How much is seen, without what stands in front of it.
 */
export function scrolledTo(now: number, room: number, start: number, size: number): number {
  if (start < now) return start;
  return Math.max(now, start + size - room);
}
