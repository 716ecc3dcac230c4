import { expect, test } from "vitest";
import { groupsOf, keyFileName } from "./fingerprint";

test("a fingerprint is read in groups of four", () => {
  const fingerprint = "0123456789abcdef".repeat(4);

  expect(groupsOf(fingerprint)).toHaveLength(16);
  expect(groupsOf(fingerprint)[0]).toBe("0123");
  expect(groupsOf(fingerprint).join("")).toBe(fingerprint);
  expect(groupsOf("")).toEqual([]);
});

test("a key's file has the beginning of its fingerprint in its name", () => {
  expect(keyFileName("0123456789abcdef")).toBe("公钥-01234567.pem");
});
