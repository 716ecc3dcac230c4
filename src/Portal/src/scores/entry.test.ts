import { describe, expect, it } from "vitest";
import { problemOf, rangeWords } from "./entry";

const whole = { least: 0, most: 100, step: 1 };
const none = { score: null, reason: "" };

describe("A score that is entered", () => {
  it.each([
    [{ score: null, reason: "" }, none, whole, "请填写分值"],
    [{ score: 0, reason: "" }, none, whole, null],
    [{ score: 100, reason: "" }, none, whole, null],
    [{ score: 100.01, reason: "" }, none, whole, "分值应在 0 至 100 之间"],
    [{ score: -1, reason: "" }, none, whole, "分值应在 0 至 100 之间"],
    [{ score: 88.5, reason: "" }, none, whole, "分值应按 1 递增"],
    [{ score: 88.5, reason: "" }, none, { ...whole, step: 0.5 }, null],
    [{ score: 88.555, reason: "" }, none, { ...whole, step: 0.5 }, "分值应按 0.5 递增"],
    [{ score: 0.3, reason: "" }, none, { ...whole, step: 0.1 }, null],
    [{ score: 88.555, reason: "" }, none, { ...whole, step: null }, null],
  ])("%j after %j within %j: %s", (entry, before, range, problem) => {
    expect(problemOf(entry, before, range)).toBe(problem);
  });

  it("says why where it takes the place of another", () => {
    const before = { score: 84, reason: "" };
    expect(problemOf({ score: 85, reason: " " }, before, whole)).toBe("改分请写明理由");
    expect(problemOf({ score: 85, reason: "补交台账" }, before, whole)).toBeNull();
    expect(problemOf({ score: 84, reason: "" }, before, whole)).toBeNull();
    const explained = { score: 84, reason: "缺两次记录" };
    expect(problemOf({ score: 85, reason: "缺两次记录" }, explained, whole)).toBe("改分请写明理由");
    expect(problemOf({ score: 85, reason: "补交一次" }, explained, whole)).toBeNull();
  });
});

it("tells the range in words", () => {
  expect(rangeWords(whole)).toBe("0 至 100 分，按 1 递增");
  expect(rangeWords({ ...whole, step: null })).toBe("0 至 100 分");
});
