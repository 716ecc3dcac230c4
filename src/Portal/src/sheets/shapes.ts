import type { Client } from "openapi-fetch";
import { scoring } from "../api/clients";

/** 一张科室评分表: a department's cells of one period of a cycle; the period is empty where it scores once a year. */
export interface SheetName {
  department: string;
  period: string;
}

export type SheetState = "draft" | "submitted" | "signed" | "returned" | "reopened";

export interface MissingCells {
  item: string;
  /** Ids of the subjects without a value. */
  subjects: string[];
}

export interface SheetSummary extends SheetName {
  periodTitle: string | null;
  state: SheetState;
  /** The last day, as a date; null where none is set. */
  due: string | null;
  isOverdue: boolean;
  cells: number;
  filled: number;
  missing: MissingCells[];
  signatureNeeded: boolean;
  /** Of the newest act. */
  by: string | null;
  at: string | null;
  reason: string | null;
  /** What the caller may do. */
  mayEnter: boolean;
  maySubmit: boolean;
  maySign: boolean;
  mayReopen: boolean;
}

export type SubjectKind = "areas" | "staff";

export interface SheetItem {
  item: string;
  title: string;
  range: { least: number; most: number } | null;
  step: number | null;
  of: SubjectKind;
  clause: string | null;
  quote: string | null;
  /** Whether this department's value is the one that counts. */
  decides: boolean;
  /** Departments that score the line as well. */
  others: string[];
}

export interface SheetSubject {
  id: string;
  name: string;
  kind: SubjectKind;
  /** Of a person, the area; null otherwise. */
  area: string | null;
}

export interface SheetCell {
  subject: string;
  item: string;
  /** Null where it was withdrawn. */
  value: number | null;
  reason: string | null;
  /** The ledger's newest entry, which a change names. */
  version: number;
  enteredBy: string | null;
  enteredAt: string | null;
  /** The value that counts now, as last signed. */
  counted: number | null;
}

export interface SheetAct {
  kind: "submit" | "return" | "sign" | "reopen";
  by: string;
  at: string;
  reason: string | null;
}

/** What a department that takes part in a line has entered, for the department that leads it. */
export interface ParticipantCell {
  item: string;
  department: string;
  subject: string;
  value: number | null;
  counts: boolean;
}

export interface SheetView {
  summary: SheetSummary;
  items: SheetItem[];
  subjects: SheetSubject[];
  cells: SheetCell[];
  acts: SheetAct[];
  lead: ParticipantCell[];
}

export interface CellChange {
  subject: string;
  item: string;
  /** Null withdraws. */
  value: number | null;
  reason: string | null;
  /** The entry that it was made from; 0 where there was none. */
  version: number;
}

/** What a workbook says; nothing of it is saved yet. */
export interface SheetFileRead {
  cells: CellChange[];
  problems: { code: string; message: string; line?: number | null; column?: string | null }[];
}

interface Answer<T> {
  headers: Record<string, unknown>;
  content: { "application/json": T };
}
interface Question<Params, Result> {
  parameters: { path: { id: string } } & Params;
  responses: { 200: Answer<Result> };
}
interface Call<Body, Result> {
  parameters: { path: { id: string } };
  requestBody: { content: { "application/json": Body } };
  responses: { 200: Answer<Result> };
}

interface SheetPaths {
  "/api/scoring/cycles/{id}/sheets": { get: Question<unknown, SheetSummary[]> };
  "/api/scoring/cycles/{id}/sheets/cells": {
    get: Question<{ query: SheetName }, SheetView>;
    put: Call<SheetName & { cells: CellChange[] }, SheetView>;
  };
  "/api/scoring/cycles/{id}/sheets/submit": {
    post: Call<{ sheets: SheetName[]; incomplete: string | null }, SheetSummary[]>;
  };
  "/api/scoring/cycles/{id}/sheets/sign": { post: Call<{ sheets: SheetName[]; confirm: boolean }, SheetSummary[]> };
  "/api/scoring/cycles/{id}/sheets/return": { post: Call<{ sheets: SheetName[]; reason: string }, SheetSummary[]> };
  "/api/scoring/cycles/{id}/sheets/reopen": { post: Call<{ sheets: SheetName[]; reason: string }, SheetSummary[]> };
  "/api/scoring/cycles/{id}/sheets/due": { put: Call<{ dues: { period: string; due: string | null }[] }, unknown> };
  "/api/scoring/cycles/{id}/sheets/signature": { put: Call<{ needed: boolean; reason: string }, unknown> };
}

/** The scoring service's client, with what it says about sheets. */
export const sheetsApi = scoring as unknown as Client<SheetPaths>;
