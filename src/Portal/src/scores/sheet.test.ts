import { describe, expect, it } from "vitest";
import { type Cell, draftOf, emptyCell, isChanged, meet } from "./sheet";

const cell = (id: number, score: number | null, reason = "", withdrawn = false): Cell => ({
  id,
  entry: { score, reason, files: [] },
  withdrawn,
  by: "li",
  at: "2024-12-03T09:00:00+08:00",
});

const typed = (from: Cell, score: number | null, reason = "") => ({
  ...draftOf(from),
  now: { score, reason, files: [] },
});

describe("A row of the sheet, when the ledger comes to another score,", () => {
  it("takes it where nothing was typed", () => {
    expect(meet(draftOf(emptyCell), cell(5, 84))).toEqual(draftOf(cell(5, 84)));
  });

  it("keeps what was typed, from the other's score on", () => {
    const met = meet(typed(cell(5, 84), 85, "补交台账"), cell(6, 80, "缺记录"));
    expect(met).toEqual({
      base: cell(6, 80, "缺记录"),
      now: { score: 85, reason: "补交台账", files: [] },
      mine: { score: 85, reason: "补交台账", files: [] },
    });
    expect(isChanged(met)).toBe(true);
  });

  it("takes the other's columns where one has not touched them", () => {
    const met = meet(typed(cell(5, 84, "旧"), 84, "新"), cell(6, 80, "旧"));
    expect(met.now).toEqual({ score: 80, reason: "新", files: [] });
  });

  it("has nothing to choose where both say the same", () => {
    expect(meet(typed(emptyCell, 84, "同 "), cell(5, 84, "同"))).toEqual(draftOf(cell(5, 84, "同")));
  });

  it("is not led back by an older one", () => {
    const draft = typed(cell(6, 80), 85);
    expect(meet(draft, cell(5, 84))).toBe(draft);
    expect(meet(draft, cell(6, 80))).toBe(draft);
  });

  it("keeps what was typed over a withdrawal", () => {
    const met = meet(typed(cell(5, 84), 85, "补交"), cell(6, null, "", true));
    expect([met.base.withdrawn, met.now.score, met.mine?.score]).toEqual([true, 85, 85]);
  });
});
