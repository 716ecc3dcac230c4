import { expect, test } from "vitest";
import declared from "../../../Audit/AuditActions.cs?raw";
import type { AuditLine } from "../api/shapes";
import { actionWords } from "./actions";
import { filterOf, queryOf } from "./filter";
import { behind, merged, type Fetched } from "./merge";
import { logsOf } from "./queries";
import { changesOf, servicesFor, subjectParts } from "./words";

const line = (sequence: number, at: string): AuditLine => ({
  sequence,
  at: `2025-03-01T${at}Z`,
  who: "zhang",
  duty: "townshipAdministrator",
  action: "score.entered",
  subject: "subject:A01",
  cycle: null,
  reason: null,
  before: null,
  after: null,
});

const log = (service: Fetched["service"], next: number | null, ...entries: AuditLine[]): Fetched => ({
  service,
  entries,
  next,
});

const places = (lines: { service: string; sequence: number | string }[]) =>
  lines.map((one) => `${one.service} ${one.sequence}`);

test("every action that is declared has a word, and no other", () => {
  const codes = [...declared.matchAll(/"([a-z][A-Za-z]*\.[A-Za-z]+)"/g)].map((match) => match[1]);

  expect(codes.length).toBeGreaterThan(30);
  expect(Object.keys(actionWords).sort()).toEqual(codes.sort());
});

test("logs are joined by time, the newest first", () => {
  const logs = [
    log("scoring", null, line(2, "10:00:00"), line(1, "08:00:00")),
    log("survey", null, line(7, "09:00:00"), line(6, "08:00:00")),
  ];

  expect(places(merged(logs))).toEqual(["scoring 2", "survey 7", "scoring 1", "survey 6"]);
  expect(behind(logs)).toEqual([]);
});

test("entries of the same moment keep their service's order", () => {
  expect(places(merged([log("scoring", null, line(3, "10:00:00"), line(2, "10:00:00"))]))).toEqual([
    "scoring 3",
    "scoring 2",
  ]);
});

test("the list ends where a service of which there is more was fetched to, and that one is asked next", () => {
  const logs = [
    log("scoring", 5, line(6, "10:00:00"), line(5, "09:00:00")),
    log("survey", 2, line(3, "09:30:00"), line(2, "07:00:00")),
    log("payout", null),
  ];

  expect(places(merged(logs))).toEqual(["scoring 6", "survey 3", "scoring 5"]);
  expect(behind(logs).map((one) => one.service)).toEqual(["scoring"]);
});

test("rounds add up, and a service that failed later holds up nobody", () => {
  const logs = logsOf([
    { fetched: [log("scoring", 5, line(5, "09:00:00")), log("survey", 3, line(3, "08:00:00"))], failed: [] },
    { fetched: [log("survey", null, line(2, "07:00:00"))], failed: [{ service: "scoring", error: null }] },
  ]);

  expect(places(merged(logs))).toEqual(["scoring 5", "survey 3", "survey 2"]);
  expect(behind(logs)).toEqual([]);
});

test("the address holds the filter; what is no filter is passed over", () => {
  expect(filterOf(new URLSearchParams("from=2025-03-01&to=x&who=+zhang+&service=survey&action="))).toEqual({
    from: "2025-03-01",
    who: "zhang",
    service: "survey",
  });
  expect(filterOf(new URLSearchParams("service=ops"))).toEqual({});
});

test("a period includes its last day", () => {
  const { from, to } = queryOf({ from: "2025-03-01", to: "2025-03-01" });

  expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 60 * 60 * 1000);
});

test("before and after stand next to each other, field by field", () => {
  expect(changesOf({ value: 80, period: "Q1" }, { value: 85.5, period: "Q1", departments: ["甲", "乙"] })).toEqual([
    { field: "value", before: "80", after: "85.5", differs: true },
    { field: "period", before: "Q1", after: "Q1", differs: false },
    { field: "departments", before: "", after: "甲、乙", differs: true },
  ]);
});

test("a subject is its kind and its id, which may hold a colon", () => {
  expect(subjectParts("ticket:a:1")).toEqual({ kind: "工单", id: "a:1" });
  expect(subjectParts("sheet:x/2")).toEqual({ kind: "发放表", id: "x/2" });
});

test("the district asks for what belongs to no township", () => {
  expect(servicesFor(["district"])).toEqual(["scoring", "gateway"]);
  expect(servicesFor(["leader"])).toHaveLength(5);
});
