import { expect, test } from "vitest";
import { totalsByArea } from "./totals";

const line = (area: string, amount: number | null) => ({ area, areaName: `${area} 居`, amount });

test("sums of fen do not drift, and undecided amounts are counted apart", () => {
  expect(totalsByArea([line("a", 0.1), line("a", 0.2), line("b", 3000), line("a", null)])).toEqual([
    { area: "a", areaName: "a 居", persons: 3, undecided: 1, amount: 0.3 },
    { area: "b", areaName: "b 居", persons: 1, undecided: 0, amount: 3000 },
  ]);
});
