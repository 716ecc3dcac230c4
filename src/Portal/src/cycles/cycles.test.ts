import { describe, expect, test } from "vitest";
import { cycleTitle } from "./cycleTitle";
import { latest } from "./latest";
import { isCalculated, isPublished, stepOf } from "./states";

describe("a cycle", () => {
  test("goes through its steps in order", () => {
    expect(["open", "scoring", "calculated", "published"].map(stepOf)).toEqual([0, 1, 2, 3]);
    expect(isCalculated("scoring")).toBe(false);
    expect(isCalculated("calculated")).toBe(true);
    expect(isPublished("calculated")).toBe(false);
    expect(isPublished("published")).toBe(true);
  });

  test("names its year once", () => {
    expect(cycleTitle({ year: 2024, title: "2024年高境镇居民区考核方案" })).toBe("2024年高境镇居民区考核方案");
    expect(cycleTitle({ year: 2025, title: "居民区考核方案" })).toBe("2025 年度 居民区考核方案");
  });
});

describe("the cycle somebody means", () => {
  test("is the newest year's, opened last", () => {
    const cycles = [
      { id: "0190", year: 2024 },
      { id: "0193", year: 2025 },
      { id: "0195", year: 2025 },
      { id: "0199", year: 2023 },
    ];

    expect(latest(cycles)?.id).toBe("0195");
    expect(latest(cycles, (cycle) => cycle.year < 2025)?.id).toBe("0190");
    expect(latest(cycles, () => false)?.id).toBe("0195");
    expect(latest([])).toBeUndefined();
  });
});
