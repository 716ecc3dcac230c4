import { describe, expect, test } from "vitest";
import type { WorkItem } from "../api/shapes";
import { groupsOf, spanOf, todayInChina } from "./groups";
import { dueWords } from "./words";

const item = (kind: string, due: string | null): WorkItem => ({
  kind,
  cycle: null,
  subject: null,
  title: "受理异议",
  about: "2025 年度考核：异议〔2025〕1 号",
  count: 1,
  due,
  link: "/objections",
});

describe("an entry's last day", () => {
  // A Wednesday.
  const today = "2026-03-04";

  test.each([
    [null, "undated"],
    ["2026-03-03", "overdue"],
    ["2026-03-04", "today"],
    ["2026-03-05", "week"],
    ["2026-03-08", "week"],
    ["2026-03-09", "later"],
    ["2027-01-01", "later"],
  ])("%s is %s", (due, span) => {
    expect(spanOf(due, today)).toBe(span);
  });

  test("after a Sunday is of another week", () => {
    expect(spanOf("2026-03-09", "2026-03-08")).toBe("later");
    expect(spanOf("2026-03-15", "2026-03-09")).toBe("week");
  });

  test("is counted from the day in China", () => {
    expect(todayInChina(Date.parse("2026-03-04T15:59:59Z"))).toBe("2026-03-04");
    expect(todayInChina(Date.parse("2026-03-04T16:00:00Z"))).toBe("2026-03-05");
  });

  test("is said in words", () => {
    expect(dueWords("2026-03-03", "overdue")).toBe("3 月 3 日到期，已逾期");
    expect(dueWords("2026-03-04", "today")).toBe("今日截止");
    expect(dueWords("2026-12-24", "later")).toBe("12 月 24 日截止");
    expect(dueWords(null, "undated")).toBe("");
  });
});

describe("entries of all services", () => {
  test("stand together by when they are due, and spans without any are left out", () => {
    const groups = groupsOf(
      [item("a", null), item("b", "2026-04-02"), item("c", "2026-03-01"), item("d", "2026-02-27"), item("e", "2026-04-01")],
      "2026-03-04",
    );

    expect(groups.map((group) => [group.title, group.items.map((one) => one.kind)])).toEqual([
      ["已逾期", ["d", "c"]],
      ["以后", ["e", "b"]],
      ["无期限", ["a"]],
    ]);
  });

  test("of one day stay in their order", () => {
    const groups = groupsOf([item("b", "2026-03-04"), item("a", "2026-03-04")], "2026-03-04");
    expect(groups[0]?.items.map((one) => one.kind)).toEqual(["b", "a"]);
  });
});
