import { describe, expect, it } from "vitest";
import { byCell, get } from "./cells";
import {
  changesOf,
  choose,
  draftProblem,
  type Edits,
  enter,
  explain,
  giveUp,
  isOvertaken,
  noEdits,
  refusalsOf,
  settle,
  undo,
  unexplainedOf,
  unsaved,
} from "./edits";
import type { SheetCell, SheetItem } from "./shapes";

const cell = (item: string, value: number | null, version: number, counted: number | null = null): SheetCell => ({
  subject: "a1",
  item,
  value,
  reason: null,
  version,
  enteredBy: "li",
  enteredAt: null,
  counted,
  files: [],
});
const saved = byCell([cell("R1", 8, 5, 8), cell("R2", null, 6)]);
const line: SheetItem = {
  item: "R1",
  title: "R1",
  range: { least: 0, most: 10 },
  step: null,
  of: "areas",
  clause: null,
  quote: null,
  decides: true,
  others: [],
};
const of = (item: string) => ({ subject: "a1", item });
const textsOf = (edits: Edits, items: string[]) => items.map((item) => get(edits.drafts, of(item))?.text);
const typed = (...texts: [string, string][]) =>
  enter(noEdits, texts.map(([item, text]) => ({ ...of(item), text })), saved);

describe("What is typed into cells", () => {
  it("is kept with the entry that it was made from", () => {
    const { drafts } = typed(["R1", "9"], ["R3", "4"]);
    expect(get(drafts, of("R1"))).toEqual({ text: "9", version: 5, reason: null });
    expect(get(drafts, of("R3"))).toEqual({ text: "4", version: 0, reason: null });
    expect(unsaved(drafts, saved)).toHaveLength(2);
  });

  it("is nothing where the cell has it already", () => {
    expect(typed(["R1", "8.0"], ["R2", ""])).toBe(noEdits);
    const back = enter(typed(["R1", "9"]), [{ ...of("R1"), text: "8" }], saved);
    expect(back.drafts.size).toBe(0);
  });

  it("is kept though no number", () => {
    expect(unsaved(typed(["R1", "优"]).drafts, saved)).toEqual([{ ...of("R1"), text: "优", version: 5, reason: null }]);
  });

  it("leaves the other rows as they are", () => {
    const one = typed(["R1", "9"]);
    const two = enter(one, [{ subject: "a2", item: "R1", text: "7" }], saved);
    expect(two.drafts.get("a1")).toBe(one.drafts.get("a1"));
  });

  it("does not change when it is typed once more", () => {
    const one = typed(["R1", "9"]);
    expect(enter(one, [{ ...of("R1"), text: "9" }], saved)).toBe(one);
  });
});

describe("Undoing", () => {
  it("takes back step by step, a paste as one", () => {
    const one = typed(["R1", "9"]);
    const two = enter(one, [{ ...of("R1"), text: "7" }, { ...of("R2"), text: "6" }], saved);
    expect(textsOf(undo(two), ["R1", "R2"])).toEqual(["9", undefined]);
    expect(textsOf(undo(undo(two)), ["R1", "R2"])).toEqual([undefined, undefined]);
    expect(undo(undo(undo(two)))).toEqual(noEdits);
  });

  it("brings back what was given up", () => {
    const one = typed(["R1", "9"], ["R2", "6"]);
    const none = giveUp(one);
    expect(none.drafts.size).toBe(0);
    expect(textsOf(undo(none), ["R1", "R2"])).toEqual(["9", "6"]);
  });
});

describe("When somebody else was faster", () => {
  const later = byCell([cell("R1", 7, 9, 8), cell("R2", null, 6)]);
  const edits = typed(["R1", "9"], ["R2", "6"]);

  it("the cell says so, and only that one", () => {
    expect(isOvertaken(get(edits.drafts, of("R1"))!, get(later, of("R1")))).toBe(true);
    expect(isOvertaken(get(edits.drafts, of("R2"))!, get(later, of("R2")))).toBe(false);
  });

  it("there is nothing to choose where both say the same", () => {
    const same = byCell([cell("R1", 9, 9)]);
    expect(isOvertaken(get(edits.drafts, of("R1"))!, get(same, of("R1")))).toBe(false);
    expect(unsaved(typed(["R1", "9"]).drafts, same)).toEqual([]);
  });

  it("what is typed on top of it is still made from the earlier one", () => {
    const more = enter(edits, [{ ...of("R1"), text: "10" }], later);
    expect(get(more.drafts, of("R1"))?.version).toBe(5);
  });

  it("one's own is chosen, made from theirs", () => {
    const mine = choose(edits, [of("R1")], "mine", later);
    expect(get(mine.drafts, of("R1"))).toEqual({ text: "9", version: 9, reason: null });
    expect(get(mine.drafts, of("R2"))?.version).toBe(6);
  });

  it("or theirs, and nothing is left to save of the cell", () => {
    const theirs = choose(edits, [of("R1")], "theirs", later);
    expect(textsOf(theirs, ["R1", "R2"])).toEqual([undefined, "6"]);
    expect(textsOf(undo(theirs), ["R1", "R2"])).toEqual(["9", "6"]);
  });
});

describe("When it is saved", () => {
  it("what was sent is no edit any more; what was typed meanwhile is one of the new entry", () => {
    const sent = typed(["R1", "9"], ["R2", "6"]);
    const meanwhile = enter(sent, [{ ...of("R2"), text: "5" }], saved);
    const after = settle(meanwhile, unsaved(sent.drafts, saved), byCell([cell("R1", 9, 10), cell("R2", 6, 11)]));
    expect(get(after.drafts, of("R1"))).toBeUndefined();
    expect(get(after.drafts, of("R2"))).toEqual({ text: "5", version: 11, reason: null });
    expect(after.past).toEqual([]);
  });

  it("an emptied cell is withdrawn", () => {
    expect(changesOf(unsaved(typed(["R1", ""], ["R2", "６"]).drafts, saved))).toEqual([
      { ...of("R1"), value: null, reason: null, version: 5 },
      { ...of("R2"), value: 6, reason: null, version: 6 },
    ]);
  });

  it("a value that has counted is explained first", () => {
    const edits = typed(["R1", "9"], ["R2", "6"]);
    const [first, ...others] = unexplainedOf(unsaved(edits.drafts, saved), saved);
    expect([first?.item, others]).toEqual(["R1", []]);
    const explained = explain(edits, [{ ...of("R1"), reason: "补交台账" }]);
    expect(unexplainedOf(unsaved(explained.drafts, saved), saved)).toEqual([]);
    expect(changesOf(unsaved(explained.drafts, saved))[0]).toEqual({ ...of("R1"), value: 9, reason: "补交台账", version: 5 });
    expect(explained.past).toBe(edits.past);
  });
});

describe("What the service refuses", () => {
  const sent = unsaved(typed(["R1", "9"], ["R2", "6"]).drafts, saved);
  const places = [
    { code: "out-of-range", message: "分值过大", column: "a1/R2" },
    { code: "missing", message: "请写明理由", column: "a1/R1" },
    { code: "other", message: "其他", column: null },
  ];

  it("is said at its cell, or asked for, or left over", () => {
    const { refusals, unexplained, rest } = refusalsOf(places, sent);
    expect(get(refusals, of("R2"))).toEqual({ ...of("R2"), text: "6", message: "分值过大" });
    expect(unexplained.map((one) => one.item)).toEqual(["R1"]);
    expect(rest).toEqual([places[2]]);
  });

  it("is about the text that was sent", () => {
    const refused = { text: "6", message: "分值过大" };
    expect(draftProblem({ text: "6" }, line, refused)).toBe("分值过大");
    expect(draftProblem({ text: "5" }, line, refused)).toBeNull();
    expect(draftProblem({ text: "11" }, line, { text: "11", message: "x" })).toBe("分值应在 0 至 10 之间");
  });
});
