import { describe, expect, it } from "vitest";
import { rowWindow, scrolledTo } from "./rowWindow";

describe("The rows that are drawn", () => {
  it.each([
    ["at the top", 0, 300, { from: 0, to: 38 }],
    ["a little further down still", 5 * 34, 300, { from: 0, to: 38 }],
    ["in the middle", 100 * 34, 300, { from: 84, to: 134 }],
    ["at the end", 280 * 34, 300, { from: 256, to: 300 }],
    ["pulled beyond the end, as a touch does", 400 * 34, 300, { from: 256, to: 300 }],
    ["pulled beyond the top", -50, 300, { from: 0, to: 38 }],
    ["all where there are few", 0, 12, { from: 0, to: 12 }],
  ])("%s", (_, scrolled, count, drawn) => {
    expect(rowWindow(scrolled, 34, 20, count, null)).toEqual(drawn);
  });

  it.each([0, 1, 5, 6, 37, 150, 279, 280])("hold all that is seen from row %d on", (row) => {
    const { from, to } = rowWindow(row * 34 + 20, 34, 20, 300, null);
    expect(from).toBeLessThanOrEqual(row);
    expect(to).toBeGreaterThanOrEqual(Math.min(300, row + 21));
  });

  it("hold the one that is being typed into", () => {
    expect(rowWindow(100 * 34, 34, 20, 300, 3)).toEqual({ from: 3, to: 134 });
    expect(rowWindow(0, 34, 20, 300, 299)).toEqual({ from: 0, to: 300 });
    expect(rowWindow(0, 34, 20, 300, 10)).toEqual({ from: 0, to: 38 });
  });
});

describe("A part is scrolled to", () => {
  it.each([
    ["from below", 500, 400, 340, 340],
    ["from above, just so far", 0, 400, 380, 14],
    ["not where it is seen", 100, 400, 120, 100],
    ["not at either edge", 100, 400, 100, 100],
    ["not at the other", 100, 400, 466, 100],
  ])("%s", (_, now, room, start, to) => {
    expect(scrolledTo(now, room, start, 34)).toBe(to);
  });
});
