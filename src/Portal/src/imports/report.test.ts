import { describe, expect, test } from "vitest";
import {
  endedText,
  isUnderWay,
  mayBeUndone,
  outcomesOf,
  percentDone,
  problemsAsCsv,
  scopeOf,
  undoText,
  unusedText,
} from "./report";

describe("an import", () => {
  test("says how many rows have ended and still have, where any have", () => {
    expect(endedText({ counts: { stillEnded: 2, updated: 1 } })).toContain("其中 2 行在名册中已终止");
    expect(endedText({ counts: { updated: 1 } })).toBeUndefined();
  });

  test("is never full before it has ended", () => {
    expect(percentDone({ status: "queued", rows: 0, processed: 0 })).toBe(0);
    expect(percentDone({ status: "running", rows: 200, processed: 50 })).toBe(25);
    expect(percentDone({ status: "running", rows: 200, processed: 200 })).toBe(99);
    expect(percentDone({ status: "completed", rows: 200, processed: 200 })).toBe(100);
  });

  test("is under way until completed or refused", () => {
    expect(["queued", "running", "completed", "refused"].filter((status) => isUnderWay({ status }))).toEqual([
      "queued",
      "running",
    ]);
  });

  test("tells what went in first, and shows codes it does not know", () => {
    const outcomes = outcomesOf({ counts: { somethingNew: 1, duplicate: 2, accepted: 3 } });

    expect(outcomes.map((outcome) => outcome.title)).toEqual(["接受", "重复", "somethingNew"]);
  });

  test("names the cycle that it is for, or the registers", () => {
    expect(scopeOf({ cycle: "1", cycleTitle: "2024 年度考核" })).toBe("2024 年度考核");
    expect(scopeOf({ cycle: null, cycleTitle: null })).toBe("街镇名册");
  });

  test("lists the columns that it passed over, with what was probably meant", () => {
    expect(
      unusedText([
        { head: "电话", nearest: null },
        { head: "总户书", nearest: "总户数" },
      ]),
    ).toBe("未用的列：电话、总户书（是否为“总户数”？）。");
  });

  test("may be undone when it has taken effect, once, and its kind can be", () => {
    const undone = { by: "管理员", at: "2026-01-01T00:00:00Z", reason: "传错文件" };

    expect(mayBeUndone({ status: "completed", undone: null }, { canBeUndone: true })).toBe(true);
    expect(mayBeUndone({ status: "completed", undone: null }, { canBeUndone: false })).toBe(false);
    expect(mayBeUndone({ status: "completed", undone: null }, undefined)).toBe(false);
    expect(mayBeUndone({ status: "refused", undone: null }, { canBeUndone: true })).toBe(false);
    expect(mayBeUndone({ status: "completed", undone }, { canBeUndone: true })).toBe(false);
  });

  test("tells what undoing does", () => {
    expect(undoText({ cycle: null, counts: { added: 3, updated: 2 } })).toContain(
      "新增的 3 条将从名册中移除，更新的 2 条将恢复为导入前的内容。",
    );
    expect(undoText({ cycle: "1", counts: { added: 3 } })).toContain("新增的 3 条将撤回。原记录和撤销理由保留在台账中。");
    expect(undoText({ cycle: "1", counts: { unchanged: 3 } })).toContain("没有带来变化");
  });

  test("gives its problems as a table", () => {
    const table = problemsAsCsv({
      problems: [{ line: 7, column: "household", code: "value-is-missing", message: "户代码为空" }],
    });

    expect(table).toContain("7,household,value-is-missing,户代码为空");
  });
});
