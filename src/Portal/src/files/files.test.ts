import { describe, expect, it } from "vitest";
import { problemOf, sameFiles, sizeWords, typeWords } from "./files";

const mebibyte = 1024 * 1024;

describe("a file that is chosen", () => {
  it("may have 20 MB and not a byte more", () => {
    expect(problemOf({ name: "佐证.pdf", size: 20 * mebibyte })).toBeNull();
    expect(problemOf({ name: "佐证.pdf", size: 20 * mebibyte + 1 })).toContain("超过 20 MB");
  });

  it("must have a content", () => expect(problemOf({ name: "佐证.pdf", size: 0 })).toBe("文件是空的"));

  it("must not end as what is not taken in", () => {
    expect(problemOf({ name: "表.XLSX", size: 1 })).toBeNull();
    expect(problemOf({ name: "表.xlsm", size: 1 })).toContain(".xlsm");
    expect(problemOf({ name: "没有后缀", size: 1 })).toBeNull();
  });
});

describe("words for a file", () => {
  it("tell its size", () => {
    expect(sizeWords(512)).toBe("512 字节");
    expect(sizeWords(12 * 1024)).toBe("12 KB");
    expect(sizeWords(3.4 * mebibyte)).toBe("3.4 MB");
  });

  it("tell its type, whatever its character set", () => {
    expect(typeWords("text/csv; charset=utf-8")).toBe("CSV 表格");
    expect(typeWords("application/x-unknown")).toBe("文件");
  });
});

it("the same files are the same in any order", () => {
  expect(sameFiles(["a", "b"], ["b", "a"])).toBe(true);
  expect(sameFiles(["a"], ["a", "b"])).toBe(false);
});
