import { describe, expect, test } from "vitest";
import { missingOf } from "./collection";
import { cycleTitle } from "./cycleTitle";
import { latest } from "./latest";
import { isCalculated, isCancelled, isFinal, isPinned, stateAbout, stateColour, stateTitle, stepOf } from "./states";
import { stillOpen } from "./stillOpen";

describe("a cycle", () => {
  test("goes through its steps in order", () => {
    expect(["open", "scoring", "calculated", "frozen", "final"].map(stepOf)).toEqual([0, 1, 2, 3, 4]);
    expect(isCalculated("scoring")).toBe(false);
    expect(isCalculated("calculated")).toBe(true);
    expect(isPinned("calculated")).toBe(false);
    expect(isPinned("frozen")).toBe(true);
    expect(isFinal("frozen")).toBe(false);
    expect(isFinal("final")).toBe(true);
  });

  test("that is cancelled says so, and has neither result nor step", () => {
    expect(stateTitle("cancelled")).toBe("已撤销");
    expect(stateAbout("cancelled")).toContain("不再办理");
    expect(stateColour("cancelled")).toBe("default");
    expect(isCancelled("cancelled")).toBe(true);
    expect(isCancelled("final")).toBe(false);
    expect(isCalculated("cancelled")).toBe(false);
  });

  test("names its year once", () => {
    expect(cycleTitle({ year: 2024, title: "2024年高境镇居民区考核方案" })).toBe("2024年高境镇居民区考核方案");
    expect(cycleTitle({ year: 2025, title: "居民区考核方案" })).toBe("2025 年度 居民区考核方案");
  });
});

describe("who is missing", () => {
  const nameOf = (id: string) => `名${id}`;

  test("is named, of many the first", () => {
    expect(missingOf({ missing: ["1", "2"] }, nameOf)).toBe("名1、名2");
    const many = Array.from({ length: 61 }, (_, i) => `${i}`);
    expect(missingOf({ missing: many }, nameOf)).toMatch(/^名0、.*、名59等 61 个$/);
  });
});

describe("the cycle somebody means", () => {
  test("is the newest year's, opened last", () => {
    const cycles = [
      { id: "0190", year: 2024, state: "final" },
      { id: "0193", year: 2025, state: "open" },
      { id: "0195", year: 2025, state: "open" },
      { id: "0197", year: 2025, state: "cancelled" },
      { id: "0199", year: 2023, state: "final" },
    ] as const;

    expect(latest(cycles)?.id).toBe("0195");
    expect(latest(cycles, (cycle) => cycle.year < 2025)?.id).toBe("0190");
    expect(latest(cycles, () => false)?.id).toBe("0195");
    expect(latest([])).toBeUndefined();
    expect(latest([{ id: "0197", year: 2025, state: "cancelled" }])?.id).toBe("0197");
  });
});

describe("What a cycle still waits for", () => {
  const line = (done: number) => ({ label: "座谈会测评", done, expected: 23, missing: [] });
  const score = (done: number, counts = true) => ({
    item: "R1.1",
    title: "自治",
    department: "社建办",
    counts,
    least: 0,
    most: 100,
    step: null,
    periods: [],
    done,
    expected: 23,
    missing: [],
  });
  const of = (sources: number, scores: number, counts: boolean, pendingImports: number) =>
    stillOpen({
      sources: [{ source: "survey", title: "测评", subjectsReported: 23, subjectsExpected: 23, details: [line(sources)] }],
      scores: [score(scores, counts)],
      pendingImports,
    });

  test("is nothing where everything is there", () => expect(of(23, 23, true, 0)).toEqual([]));

  test("is named with how much is missing", () => {
    const said = of(20, 22, true, 2);
    expect(said[0]).toBe("座谈会测评：3 个对象没有数据");
    expect(said[1]).toContain("社建办");
    expect(said[1]).toContain("1 个居民区没有评分");
    expect(said[2]).toBe("2 个文件正在导入");
  });

  test("leaves out scores that are only recorded", () => expect(of(23, 0, false, 0)).toEqual([]));
});
