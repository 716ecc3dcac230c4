import { describe, expect, test } from "vitest";
import { exclusionTitle, nextSteps, stepTitle } from "./exclusion";
import { isState, stateOf } from "./states";

describe("a ticket's state in a cycle", () => {
  const year = { from: "2024-01-01", to: "2024-12-31", sources: ["12345", "信访"] };
  const ticket = { receivedAt: "2024-06-01T08:00:00+08:00", source: "12345", exclusion: "无", area: "gj01" } as const;

  test("is countable, waits for its area, or is excluded", () => {
    expect(stateOf(ticket, year)).toBe("countable");
    expect(stateOf({ ...ticket, exclusion: "申请" }, year)).toBe("countable");
    expect(stateOf({ ...ticket, area: null }, year)).toBe("unattributed");
    expect(stateOf({ ...ticket, area: null, exclusion: "同意" }, year)).toBe("excluded");
  });

  test.each([
    ["2023-12-31T23:59:59+08:00", "outsideWindow"],
    ["2024-01-01T00:00:00+08:00", "countable"],
    ["2023-12-31T16:00:00Z", "countable"],
    ["2024-12-31T23:59:59+08:00", "countable"],
    ["2025-01-01T00:00:00+08:00", "outsideWindow"],
  ])("of %s by the day in China is %s", (receivedAt, state) => {
    expect(stateOf({ ...ticket, receivedAt }, year)).toBe(state);
  });

  test("is outside when its source does not count, or nothing does", () => {
    expect(stateOf({ ...ticket, source: "舆情" }, year)).toBe("outsideWindow");
    expect(stateOf(ticket, { from: null, to: null, sources: [] })).toBe("outsideWindow");
  });

  test("is known by its name in addresses", () => {
    expect(isState("outsideWindow")).toBe(true);
    expect(isState("all")).toBe(false);
    expect(isState(null)).toBe(false);
  });
});

describe("the review of an exclusion", () => {
  test("goes on from its current state", () => {
    expect(nextSteps("无")).toEqual(["申请"]);
    expect(nextSteps("申请")).toEqual(["同意", "驳回"]);
    expect(nextSteps("同意")).toEqual(["驳回"]);
    expect(nextSteps("驳回")).toEqual(["申请", "同意"]);
  });

  test("is called by what it changes", () => {
    expect(stepTitle("驳回", "申请")).toBe("驳回申请");
    expect(stepTitle("驳回", "同意")).toBe("改为驳回");
    expect(exclusionTitle({ exclusion: "同意", exclusionReason: "不属实" })).toBe("同意剔除（不属实）");
    expect(exclusionTitle({ exclusion: "无", exclusionReason: null })).toBe("未申请");
  });
});
