import { describe, expect, it } from "vitest";
import { leftOutWords, placeBlock, readBlock, writeBlock } from "./block";

describe("A block from a spreadsheet", () => {
  it.each([
    ["8", [["8"]]],
    ["8\t9\r\n7\t6\r\n", [["8", "9"], ["7", "6"]]],
    ["8\t9\n7\t6", [["8", "9"], ["7", "6"]]],
    ["8\r7", [["8"], ["7"]]],
    ["8\t\t9", [["8", "", "9"]]],
    ["8\t\r\n\t6\r\n", [["8", ""], ["", "6"]]],
    [" 8 \t\u30009", [["8", "9"]]],
    ['"甲\n乙"\t"说""好"""', [["甲\n乙", '说"好"']]],
    ['"8\t9', [['"8', "9"]]],
    ['"8"9\t7', [['"8"9', "7"]]],
    ["8\n\n9", [["8"], [""], ["9"]]],
    ["", [[""]]],
  ])("%j is read as %j", (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it("is written so that it is read again", () => {
    const rows = [["8", ""], ["甲\n乙", '说"好"'], ["", "a\tb"]];
    expect(readBlock(writeBlock(rows))).toEqual(rows);
    expect(writeBlock([["8", "9"], ["7", "6"]])).toBe("8\t9\r\n7\t6");
  });
});

describe("A block that is pasted", () => {
  const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
  const open = () => true;

  it("lies from the active cell on", () => {
    expect(placeBlock([["8", "9"], ["", "6"]], cell(1, 1), 3, [0, 1, 2], open)).toEqual({
      entries: [
        { row: 1, column: 1, text: "8" },
        { row: 1, column: 2, text: "9" },
        { row: 2, column: 1, text: "" },
        { row: 2, column: 2, text: "6" },
      ],
      beyond: 0,
      closed: 0,
    });
  });

  it("counts what goes over the edges, empty cells not", () => {
    const { entries, beyond } = placeBlock([["8", "9", ""], ["7", "6", "5"]], cell(2, 1), 3, [0, 1, 2], open);
    expect(entries.map((one) => one.text)).toEqual(["8", "9"]);
    expect(beyond).toBe(3);
  });

  it("steps over columns that are only shown", () => {
    const { entries } = placeBlock([["8", "9"]], cell(0, 1), 1, [0, 3], open);
    expect(entries).toEqual([{ row: 0, column: 3, text: "8" }]);
    expect(placeBlock([["8", "9"]], cell(0, 0), 1, [0, 3], open).entries.map((one) => one.column)).toEqual([0, 3]);
  });

  it("counts what falls on cells that are not scored", () => {
    const { entries, closed } = placeBlock([["8"], ["9"], [""]], cell(0, 0), 3, [0], ({ row }) => row === 0);
    expect(entries).toEqual([{ row: 0, column: 0, text: "8" }]);
    expect(closed).toBe(1);
  });

  it("fills the range where it is one cell", () => {
    const { entries, closed } = placeBlock([["8"]], { top: 0, left: 0, bottom: 1, right: 1 }, 3, [0, 1], ({ row, column }) => row + column !== 2);
    expect(entries.map(({ row, column }) => [row, column])).toEqual([[0, 0], [0, 1], [1, 0]]);
    expect(closed).toBe(0);
  });
});

it("tells what was left out", () => {
  expect(leftOutWords({ beyond: 0, closed: 0 })).toBeNull();
  expect(leftOutWords({ beyond: 3, closed: 0 })).toBe("3 格超出表格边界，没有粘贴。");
  expect(leftOutWords({ beyond: 3, closed: 2 })).toBe("3 格超出表格边界，2 格不在本表评分范围，没有粘贴。");
});
