import { describe, expect, it } from "vitest";
import { acts, apart, followsOf, inOrder, leftOutOf, missingWords, periodsOf, sheetTitle, showsOf, stateWords } from "./overview";
import type { SheetSummary } from "./shapes";

const sheet = (department: string, more: Partial<SheetSummary> = {}): SheetSummary => ({
  department,
  period: "",
  periodTitle: null,
  isOptional: false,
  state: "draft",
  due: null,
  isOverdue: false,
  cells: 10,
  filled: 10,
  missing: [],
  isBegun: false,
  signatureNeeded: true,
  signatureDemanded: false,
  by: null,
  at: null,
  reason: null,
  mayEnter: false,
  maySubmit: false,
  maySign: false,
  mayReopen: false,
  ...more,
});

describe("The list of sheets", () => {
  it("begins with what waits for the caller", () => {
    const sheets = [
      sheet("甲", { due: "2025-01-10" }),
      sheet("乙", { mayEnter: true }),
      sheet("丙", { mayEnter: true, isOverdue: true }),
      sheet("丁", { maySign: true }),
      sheet("戊", { mayEnter: true, due: "2025-01-10" }),
      sheet("己", { isOverdue: true }),
    ];
    expect(inOrder(sheets).map((one) => one.department)).toEqual(["丁", "丙", "戊", "乙", "己", "甲"]);
  });

  it("has the periods of a department in their order", () => {
    const sheets = [sheet("甲", { period: "Q2" }), sheet("甲", { period: "Q1" })];
    expect(inOrder(sheets).map((one) => one.period)).toEqual(["Q1", "Q2"]);
  });

  it("can be narrowed to what there is", () => {
    const sheets = [sheet("甲", { maySign: true }), sheet("乙", { filled: 3, isOverdue: true })];
    expect(showsOf(sheets).map((one) => one.label)).toEqual(["全部 2", "待我签批 1", "逾期 1", "有缺项 1"]);
    expect(showsOf([]).map((one) => one.label)).toEqual(["全部 0"]);
  });

  it("folds away what is only another way to report, until one is begun or there is nothing else", () => {
    const [quarter, half, year] = [
      sheet("甲", { period: "Q1" }),
      sheet("甲", { period: "H1", isOptional: true }),
      sheet("甲", { period: "Y", isOptional: true, isBegun: true }),
    ];
    expect(apart([quarter, half, year])).toEqual({ usual: [quarter, year], others: [half] });
    expect(apart([half])).toEqual({ usual: [half], others: [] });
  });

  it("tells what is missing", () => {
    const missing = [{ item: "R1", title: "党建", subjects: ["a1", "a2"] }];
    expect(missingWords({ missing })).toEqual(["R1 党建：2 个对象没有分值"]);
  });
});

it("A sheet is called by its department and period", () => {
  expect(sheetTitle(sheet("甲"))).toBe("甲");
  expect(sheetTitle(sheet("甲", { period: "Q1", periodTitle: "一季度" }))).toBe("甲 · 一季度");
});

it("A sheet that nobody has to sign is said to be submitted, not signed", () => {
  expect(stateWords.submitted.title).toBe("待签批");
  expect(stateWords.counted.title).toBe("已提交");
  expect(stateWords.returned.title).toBe("已退回");
});

it("Last days are the periods'", () => {
  const sheets = [
    sheet("甲", { period: "Q2", periodTitle: "二季度", due: "2025-07-10" }),
    sheet("甲", { period: "Q1", periodTitle: "一季度" }),
    sheet("乙", { period: "Q1", periodTitle: "一季度" }),
    sheet("丙"),
  ];
  expect(periodsOf(sheets)).toEqual([
    { period: "", title: "全年", due: null },
    { period: "Q1", title: "一季度", due: null },
    { period: "Q2", title: "二季度", due: "2025-07-10" },
  ]);
});

describe("An act on several sheets", () => {
  it("names those that it leaves out", () => {
    const chosen = [sheet("甲", { maySign: true }), sheet("乙")];
    expect(leftOutOf("sign", chosen)).toBe("所选的另 1 张（乙）现在不能签批，不在其中。");
    expect(leftOutOf("sign", chosen.slice(0, 1))).toBeNull();
  });

  it("says what follows", () => {
    const signed = [sheet("甲")];
    expect(followsOf("submit", signed)).toContain("提交后本科室不能再改");
    expect(followsOf("submit", signed)).not.toContain("计入成绩");
    expect(followsOf("submit", [...signed, sheet("乙", { signatureNeeded: false })])).toContain("提交后即计入成绩");
    expect(followsOf("sign", signed)).toContain("签批后计入成绩并锁定");
    expect([acts.return.asksReason, acts.reopen.asksReason, acts.sign.asksReason]).toEqual([true, true, false]);
  });
});
