import { describe, expect, it } from "vitest";
import { rangeProblem, rangeWords } from "./range";

const whole = { least: 0, most: 100, step: 1 };

describe("A score", () => {
  it.each([
    [0, whole, null],
    [100, whole, null],
    [100.01, whole, "分值应在 0 至 100 之间"],
    [-1, whole, "分值应在 0 至 100 之间"],
    [88.5, whole, "分值应按 1 递增"],
    [88.5, { ...whole, step: 0.5 }, null],
    [88.555, { ...whole, step: 0.5 }, "分值应按 0.5 递增"],
    [0.3, { ...whole, step: 0.1 }, null],
    [1.5, { least: 0.5, most: 3, step: 1 }, null],
    [88.555, { ...whole, step: null }, null],
  ])("of %j within %j: %s", (score, range, problem) => {
    expect(rangeProblem(score, range)).toBe(problem);
  });
});

it("tells the range in words", () => {
  expect(rangeWords(whole)).toBe("0 至 100 分，按 1 递增");
  expect(rangeWords({ ...whole, step: null })).toBe("0 至 100 分");
});
