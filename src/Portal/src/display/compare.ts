/** Ascending, with what is missing last whichever way round a column is sorted. */
export function compareNumbers(
  a: number | null | undefined,
  b: number | null | undefined,
  order: "ascend" | "descend" | null | undefined = "ascend",
): number {
  const lacksA = a === null || a === undefined;
  const lacksB = b === null || b === undefined;
  if (lacksA && lacksB) return 0;
  // The table turns the sign round when it sorts descending.
  if (lacksA) return order === "descend" ? -1 : 1;
  if (lacksB) return order === "descend" ? 1 : -1;
  return a - b;
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

export const compareTexts = (a: string | null | undefined, b: string | null | undefined): number =>
  collator.compare(a ?? "", b ?? "");
