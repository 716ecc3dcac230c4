import { describe, expect, it } from "vitest";
import { byCell, get } from "./cells";
import {
  changeFiles,
  changesOf,
  choose,
  draftProblem,
  type Edits,
  enter,
  explain,
  filesNote,
  filesOf,
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
    expect(get(drafts, of("R1"))).toEqual({ text: "9", version: 5, reason: null, files: null });
    expect(get(drafts, of("R3"))).toEqual({ text: "4", version: 0, reason: null, files: null });
    expect(unsaved(drafts, saved)).toHaveLength(2);
  });

  it("is nothing where the cell has it already", () => {
    expect(typed(["R1", "8.0"], ["R2", ""])).toBe(noEdits);
    const back = enter(typed(["R1", "9"]), [{ ...of("R1"), text: "8" }], saved);
    expect(back.drafts.size).toBe(0);
  });

  it("is kept though no number", () => {
    expect(unsaved(typed(["R1", "优"]).drafts, saved)).toEqual([{ ...of("R1"), text: "优", version: 5, reason: null, files: null }]);
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
    expect(get(mine.drafts, of("R1"))).toEqual({ text: "9", version: 9, reason: null, files: null });
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
    expect(get(after.drafts, of("R2"))).toEqual({ text: "5", version: 11, reason: null, files: null });
    expect(after.past).toEqual([]);
  });

  it("an emptied cell is withdrawn", () => {
    expect(changesOf(unsaved(typed(["R1", ""], ["R2", "６"]).drafts, saved))).toEqual([
      { ...of("R1"), value: null, reason: null, version: 5, files: null },
      { ...of("R2"), value: 6, reason: null, version: 6, files: null },
    ]);
  });

  it("a value that has counted is explained first", () => {
    const edits = typed(["R1", "9"], ["R2", "6"]);
    const [first, ...others] = unexplainedOf(unsaved(edits.drafts, saved), saved);
    expect([first?.item, others]).toEqual(["R1", []]);
    const explained = explain(edits, [{ ...of("R1"), reason: "补交台账" }]);
    expect(unexplainedOf(unsaved(explained.drafts, saved), saved)).toEqual([]);
    expect(changesOf(unsaved(explained.drafts, saved))[0]).toEqual({ ...of("R1"), value: 9, reason: "补交台账", version: 5, files: null });
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
    expect(draftProblem({ text: "6", files: null }, line, refused)).toBe("分值过大");
    expect(draftProblem({ text: "5", files: null }, line, refused)).toBeNull();
    expect(draftProblem({ text: "11", files: null }, line, { text: "11", message: "x" })).toBe("分值应在 0 至 10 之间");
  });
});

describe("Files of a cell", () => {
  const rests = byCell([{ ...cell("R1", 8, 5, 8), files: ["f1"] }, { ...cell("R2", null, 6), files: ["f0"] }]);
  const add = (edits: Edits, item: string, ...ids: string[]) => changeFiles(edits, of(item), (now) => [...now, ...ids], rests);
  const drop = (edits: Edits, item: string, id: string) =>
    changeFiles(edits, of(item), (now) => now.filter((one) => one !== id), rests);
  const draftOf = (edits: Edits, item: string) => get(edits.drafts, of(item));
  const filesAt = (edits: Edits, item: string) => filesOf(draftOf(edits, item), get(rests, of(item)));
  const type = (edits: Edits, item: string, text: string) => enter(edits, [{ ...of(item), text }], rests);

  it("are an edit of it like its value, which stays", () => {
    const two = add(noEdits, "R1", "f2");
    expect(filesAt(two, "R1")).toEqual(["f1", "f2"]);
    expect(changesOf(unsaved(two.drafts, rests))).toEqual([
      { ...of("R1"), value: 8, reason: null, version: 5, files: ["f1", "f2"] },
    ]);
    expect(undo(two)).toEqual(noEdits);
    expect(filesAt(undo(giveUp(two)), "R1")).toEqual(["f1", "f2"]);
  });

  it("are no edit once they are those that it has", () => {
    expect(drop(add(noEdits, "R1", "f2"), "R1", "f2").drafts.size).toBe(0);
    expect(drop(noEdits, "R1", "f1").drafts.size).toBe(1);
  });

  it("stay with the edit when another value is typed, and with the cell when only a value is", () => {
    expect(filesAt(type(add(noEdits, "R1", "f2"), "R1", "9"), "R1")).toEqual(["f1", "f2"]);
    const value = type(noEdits, "R1", "9");
    expect(filesAt(value, "R1")).toEqual(["f1"]);
    expect(changesOf(unsaved(value.drafts, rests))[0]?.files).toBeNull();
  });

  it("need no word where the value that has counted stays", () => {
    expect(unexplainedOf(unsaved(add(noEdits, "R1", "f2").drafts, rests), rests)).toEqual([]);
    expect(unexplainedOf(unsaved(type(add(noEdits, "R1", "f2"), "R1", "9").drafts, rests), rests)).toHaveLength(1);
  });

  it("are none where there is no value", () => {
    const alone = add(noEdits, "R2", "f3");
    expect(filesAt(noEdits, "R2")).toEqual([]);
    expect(filesAt(alone, "R2")).toEqual(["f3"]);
    expect(draftProblem(draftOf(alone, "R2")!, line, undefined)).toContain("没有分值的格不能附佐证文件");
    expect(draftProblem(draftOf(type(alone, "R2", "7"), "R2")!, line, undefined)).toBeNull();
    expect(drop(alone, "R2", "f3").drafts.size).toBe(0);
    const emptied = type(noEdits, "R1", "");
    expect(filesAt(emptied, "R1")).toEqual([]);
    expect(changesOf(unsaved(emptied.drafts, rests))[0]).toMatchObject({ value: null, files: null });
  });

  it("are told about where there is no value", () => {
    const noteOf = (edits: Edits, item: string) => filesNote(draftOf(edits, item), get(rests, of(item)));
    expect(noteOf(noEdits, "R1")).toBeNull();
    expect(noteOf(noEdits, "R3")).toBe("佐证文件随分值保存，没有分值的格不能附。");
    expect(noteOf(type(noEdits, "R1", ""), "R1")).toBe("分值清空并保存后，原有的 1 个佐证文件不再附于此格。");
    // What is wrong is said already.
    expect(noteOf(add(noEdits, "R2", "f3"), "R2")).toBeNull();
  });

  it("are chosen with the value where somebody else was faster", () => {
    const mine = add(noEdits, "R1", "f2");
    const later = byCell([{ ...cell("R1", 8, 9, 8), files: ["f1", "f4"] }]);
    const same = byCell([{ ...cell("R1", 8, 9, 8), files: ["f2", "f1"] }]);
    expect(isOvertaken(draftOf(mine, "R1")!, get(later, of("R1")))).toBe(true);
    expect(isOvertaken(draftOf(mine, "R1")!, get(same, of("R1")))).toBe(false);
    expect(draftOf(choose(mine, [of("R1")], "mine", later), "R1")).toMatchObject({ version: 9, files: ["f1", "f2"] });
    expect(choose(mine, [of("R1")], "theirs", later).drafts.size).toBe(0);
  });

  it("that are attached while it is saved are an edit of the new entry", () => {
    const sent = type(add(noEdits, "R1", "f2"), "R1", "9");
    const after = byCell([{ ...cell("R1", 9, 10, 8), files: ["f1", "f2"] }]);
    expect(settle(sent, unsaved(sent.drafts, rests), after).drafts.size).toBe(0);
    const meanwhile = settle(add(sent, "R1", "f5"), unsaved(sent.drafts, rests), after);
    expect(draftOf(meanwhile, "R1")).toMatchObject({ text: "9", version: 10, files: ["f1", "f2", "f5"] });
    // The same in other words is none.
    expect(settle(type(sent, "R1", "9.0"), unsaved(sent.drafts, rests), after).drafts.size).toBe(0);
  });
});
