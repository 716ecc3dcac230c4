import { describe, expect, it } from "vitest";
import { areaOf, at, everything, isSingle, moved, type Selection, within } from "./selection";

const size = { rows: 20, columns: 3 };
const press = (from: Selection, key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  moved(from, { key, shiftKey: false, ctrlKey: false, ...more }, size, 5);

describe("The active cell", () => {
  it.each([
    ["ArrowUp", at(4, 1), at(3, 1)],
    ["ArrowDown", at(4, 1), at(5, 1)],
    ["ArrowLeft", at(4, 1), at(4, 0)],
    ["ArrowRight", at(4, 1), at(4, 2)],
    ["ArrowUp", at(0, 1), at(0, 1)],
    ["ArrowDown", at(19, 1), at(19, 1)],
    ["ArrowLeft", at(4, 0), at(4, 0)],
    ["ArrowRight", at(4, 2), at(4, 2)],
    ["PageDown", at(4, 1), at(9, 1)],
    ["PageUp", at(4, 1), at(0, 1)],
    ["Home", at(4, 1), at(4, 0)],
    ["End", at(4, 1), at(4, 2)],
    ["Enter", at(4, 1), at(5, 1)],
    ["Tab", at(4, 1), at(4, 2)],
    ["Tab", at(4, 2), at(5, 0)],
  ])("goes by %s from %j to %j", (key, from, to) => {
    expect(press(from, key)).toEqual(to);
  });

  it("goes to the edges with Ctrl", () => {
    expect(press(at(4, 1), "ArrowDown", { ctrlKey: true })).toEqual(at(19, 1));
    expect(press(at(4, 1), "Home", { ctrlKey: true })).toEqual(at(0, 0));
    expect(press(at(4, 1), "End", { ctrlKey: true })).toEqual(at(19, 2));
  });

  it("goes back by Shift with Enter and Tab", () => {
    expect(press(at(4, 1), "Enter", { shiftKey: true })).toEqual(at(3, 1));
    expect(press(at(4, 0), "Tab", { shiftKey: true })).toEqual(at(3, 2));
  });

  it("is left by Tab at either end of the grid", () => {
    expect(press(at(19, 2), "Tab")).toBeNull();
    expect(press(at(0, 0), "Tab", { shiftKey: true })).toBeNull();
  });

  it("stays at any other key", () => {
    expect(press(at(4, 1), "5")).toBeNull();
    expect(press(at(4, 1), "Escape")).toBeNull();
  });
});

describe("A range", () => {
  it("grows from the active cell by Shift, and shrinks again", () => {
    const one = press(at(4, 1), "ArrowDown", { shiftKey: true })!;
    const two = press(one, "ArrowLeft", { shiftKey: true })!;
    expect(two).toEqual({ active: { row: 4, column: 1 }, extent: { row: 5, column: 0 } });
    expect(areaOf(two)).toEqual({ top: 4, left: 0, bottom: 5, right: 1 });
    expect(isSingle(two)).toBe(false);
    const back = press(press(two, "ArrowRight", { shiftKey: true })!, "ArrowUp", { shiftKey: true })!;
    expect(isSingle(back)).toBe(true);
  });

  it("ends at a key without Shift", () => {
    const range: Selection = { active: { row: 4, column: 1 }, extent: { row: 9, column: 2 } };
    expect(press(range, "ArrowUp")).toEqual(at(3, 1));
    expect(press(range, "Enter")).toEqual(at(5, 1));
  });

  it("can be all there is", () => {
    expect(areaOf(everything(size))).toEqual({ top: 0, left: 0, bottom: 19, right: 2 });
  });
});

it("A selection stays inside a grid that has become smaller", () => {
  const range: Selection = { active: { row: 4, column: 2 }, extent: { row: 19, column: 2 } };
  expect(within(range, size)).toBe(range);
  expect(within(range, { rows: 10, columns: 2 })).toEqual(at(4, 1));
});
