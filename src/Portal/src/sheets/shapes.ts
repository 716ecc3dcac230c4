import type { components } from "../api/generated/scoring";

type Scoring = components["schemas"];

/** 一张科室评分表: a department's cells of one period of a cycle; the period is empty where it scores once a year. */
export type SheetName = Pick<SheetSummary, "department" | "period">;

export type SheetSummary = Scoring["SheetSummary"];
export type SheetState = Scoring["SheetState"];
export type SheetItem = Scoring["SheetItem"];
export type SheetSubject = Scoring["SheetSubject"];
export type SheetCell = Scoring["SheetCell"];
export type SheetAct = Scoring["SheetActView"];
export type SheetView = Scoring["SheetView"];
export type PeriodDue = Scoring["PeriodDue"];

/** What a department that takes part in a line has entered, for the department that leads it. */
export type ParticipantCell = Scoring["OthersScore"];

export type CellChange = Scoring["CellAsked"];

/** What a workbook says; nothing of it is saved yet. */
export type SheetFileRead = Scoring["ReadSheet"];
