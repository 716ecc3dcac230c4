import { describe, expect, test } from "vitest";
import { isUnderWay, outcomesOf, percentDone, problemsAsCsv } from "./report";

describe("an import", () => {
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

  test("gives its problems as a table", () => {
    const table = problemsAsCsv({
      problems: [{ line: 7, column: "household", code: "value-is-missing", message: "户代码为空" }],
    });

    expect(table).toContain("7,household,value-is-missing,户代码为空");
  });
});
