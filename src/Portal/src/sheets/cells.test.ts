import { describe, expect, it } from "vitest";
import { byCell, cellNamed, cellProblem, columnsOf, filesIn, filesWords, get, isScored, movedSinceSigned, needsReason, orderOf, participantCells, rowsOf, says } from "./cells";
import type { ParticipantCell, SheetCell, SheetItem, SheetSubject } from "./shapes";

const item = (id: string, more: Partial<SheetItem> = {}): SheetItem => ({
  item: id,
  title: id,
  range: { least: 0, most: 10 },
  step: 0.5,
  of: "areas",
  clause: null,
  quote: null,
  decides: true,
  others: [],
  ...more,
});
const cell = (value: number | null, counted: number | null = null): SheetCell => ({
  subject: "a1",
  item: "R1",
  value,
  reason: null,
  version: 7,
  enteredBy: "li",
  enteredAt: null,
  counted,
  files: [],
});
const subject = (id: string, kind: SheetSubject["kind"]): SheetSubject => ({ id, name: id, kind, area: null });
const entered = (of: string, department: string, value: number, counts = false): ParticipantCell => ({
  item: of,
  department,
  subject: "a1",
  value,
  counts,
});

describe("The grid", () => {
  it("has the areas first, then the staff", () => {
    const subjects = [subject("p1", "staff"), subject("a1", "areas"), subject("p2", "staff"), subject("a2", "areas")];
    expect(rowsOf(subjects).map((one) => one.id)).toEqual(["a1", "a2", "p1", "p2"]);
  });

  it("is scored where line and subject are of one kind", () => {
    expect(isScored(subject("a1", "areas"), item("R1"))).toBe(true);
    expect(isScored(subject("p1", "staff"), item("R1"))).toBe(false);
  });

  it("shows beside a line what the departments have entered that take part in it", () => {
    const lead = [entered("R1", "社建办", 8), entered("R1", "平安办", 7, true), entered("R1", "社建办", 9)];
    const view = { items: [item("R1"), item("R2")], lead };
    expect(columnsOf(view, new Set()).map((one) => one.key)).toEqual(["R1", "R1|社建办", "R1|平安办", "R2"]);
    expect(columnsOf(view, new Set(["R1"])).map((one) => one.key)).toEqual(["R1", "R2"]);
    const others = columnsOf(view, new Set()).filter((one) => one.kind === "other");
    expect(others.map((one) => one.counts)).toEqual([false, true]);
    expect(participantCells(lead).get("R1|平安办")?.get("a1")?.value).toBe(7);
  });

  it("knows where a cell stands, and which one the service means", () => {
    const view = { items: [item("R1"), item("R2")], subjects: [subject("p1", "staff"), subject("a1", "areas")] };
    const names = [["p1", "R1"], ["a1", "R2"], ["a1", "R1"]].map(([of, line]) => ({ subject: of!, item: line! }));
    const order = orderOf(view);
    expect(names.sort((a, b) => order(a) - order(b)).map((one) => `${one.subject}${one.item}`)).toEqual(["a1R1", "a1R2", "p1R1"]);
    expect(cellNamed(view, "a1/R2")).toEqual({ subject: "a1", item: "R2" });
    expect(cellNamed(view, "a1")).toBeUndefined();
    expect(cellNamed(view, null)).toBeUndefined();
  });

  it("finds a cell", () => {
    const cells = byCell([cell(8)]);
    expect(get(cells, { subject: "a1", item: "R1" })?.value).toBe(8);
    expect(get(cells, { subject: "a1", item: "R2" })).toBeUndefined();
    expect(get(cells, { subject: "a2", item: "R1" })).toBeUndefined();
  });
});

describe("What is typed", () => {
  it.each([
    ["", null],
    ["8.5", null],
    ["８．５", null],
    ["10", null],
    ["10.5", "分值应在 0 至 10 之间"],
    ["-0.5", "分值应在 0 至 10 之间"],
    ["8.3", "分值应按 0.5 递增"],
    ["优", "应填写数字"],
  ])("%j: %s", (text, problem) => {
    expect(cellProblem(text, item("R1"))).toBe(problem);
  });

  it("may be any number where the line has no range, in its steps from nought", () => {
    expect(cellProblem("-120.25", item("R1", { range: null, step: null }))).toBeNull();
    expect(cellProblem("7", item("R1", { range: null, step: 2 }))).toBe("分值应按 2 递增");
  });

  it("says what the cell has or something else", () => {
    expect(says("8.0", cell(8))).toBe(true);
    expect(says("", cell(8))).toBe(false);
    expect(says("", cell(null))).toBe(true);
    expect(says("", undefined)).toBe(true);
    expect(says("0", undefined)).toBe(false);
    expect(says("优", undefined)).toBe(false);
  });
});

it("A value that has counted is changed with a reason", () => {
  expect(needsReason(cell(8, 8))).toBe(true);
  expect(needsReason(cell(8, 0))).toBe(true);
  expect(needsReason(cell(8))).toBe(false);
  expect(needsReason(undefined)).toBe(false);
});

it("Cells differ from the last signed values where another value has counted", () => {
  const cells = [cell(8, 8), cell(7, 8), cell(null, 8), cell(7)];
  expect(movedSinceSigned(cells)).toEqual([cells[1], cells[2]]);
});

it("Files belong to a value", () => {
  expect(filesIn({ ...cell(8), files: ["f1"] })).toEqual(["f1"]);
  expect(filesIn({ ...cell(null), files: ["f1"] })).toEqual([]);
  expect(filesIn(undefined)).toEqual([]);
  expect([filesWords(2), filesWords(0)]).toEqual(["有佐证文件 2 个", null]);
});
