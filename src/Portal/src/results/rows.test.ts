import { describe, expect, test } from "vitest";
import { answersTo, choices, distribution, flagsOf } from "./rows";

describe("the results table", () => {
  test("finds by a part of the name or by id, whatever the case", () => {
    const row = { id: "gj04", name: "高境4居" };

    expect(answersTo(row, "")).toBe(true);
    expect(answersTo(row, " 4居 ")).toBe(true);
    expect(answersTo(row, "GJ0")).toBe(true);
    expect(answersTo(row, "5居")).toBe(false);
  });

  test("says a person's flags in the scheme's words and order", () => {
    const own = {
      flags: [
        { code: "demote", title: "降职" },
        { code: "recruit", title: "定向考录" },
      ],
    };

    expect(flagsOf({ flags: ["recruit", "demote"] }, own)).toEqual(["降职", "定向考录"]);
    expect(flagsOf({ flags: [] }, own)).toEqual([]);
    expect(flagsOf({ flags: ["demote"] }, undefined)).toEqual([]);
  });

  test("filters by what there is", () => {
    expect(choices([{ tier: "A" }, { tier: null }, { tier: "A" }, { tier: "B" }], (row) => row.tier)).toEqual([
      { text: "A", value: "A" },
      { text: "B", value: "B" },
    ]);
  });
});

describe("the distribution", () => {
  test("counts each total once, in its band and grade, the better grade first", () => {
    const { bands, series } = distribution([
      { total: 80.5, grade: "合格" },
      { total: 80.99, grade: "合格" },
      { total: 81, grade: "合格" },
      { total: 83.2, grade: "优秀" },
      { total: null, grade: null },
    ]);

    expect(bands).toEqual(["80", "81", "82", "83"]);
    expect(series).toEqual([
      { grade: "优秀", counts: [0, 0, 0, 1] },
      { grade: "合格", counts: [2, 1, 0, 0] },
    ]);
  });

  test("takes wider bands for a wider spread", () => {
    const { bands } = distribution([
      { total: 42, grade: null },
      { total: 118, grade: null },
    ]);

    expect(bands[0]).toBe("40–45");
    expect(bands.at(-1)).toBe("115–120");
  });

  test("of nothing is nothing", () => {
    expect(distribution([{ total: null, grade: null }])).toEqual({ bands: [], series: [] });
  });
});
