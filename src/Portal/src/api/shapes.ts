import type { components as Gateway } from "./generated/gateway";
import type { Place } from "./problem";

export type Me = Gateway["schemas"]["Me"];
export type Township = Gateway["schemas"]["TownshipLine"];
export type AccountLine = Gateway["schemas"]["AccountLine"];
export type NewAccount = Gateway["schemas"]["NewAccount"];
export type OneTimePassword = Gateway["schemas"]["OneTimePassword"];

export interface ImportReport {
  id: string;
  kind: string;
  cycle?: string | null;
  fileName: string;
  status: string;
  rows: number;
  processed: number;
  counts: Record<string, number>;
  problems: Place[];
  problemCount: number;
  uploadedBy: string;
  uploadedAt: string;
  finishedAt?: string | null;
  error?: { code: string; message: string } | null;
}

export interface CycleLine {
  id: string;
  scheme: string;
  title: string;
  year: number;
  state: string;
}

export interface CycleProgress extends CycleLine {
  steps?: { name: string; state: string; at?: string | null }[];
  sources?: { source: string; title?: string; subjects: number; expected: number; pendingImports?: number }[];
  missing?: { item: string; title?: string; departments?: string[]; missing: number; expected: number }[];
}

export interface ResultLine {
  id: string;
  name: string;
  category?: string | null;
  total: number | null;
  rank: number | null;
  grade: string | null;
  tier: string | null;
  bonus: number | null;
  deduction: number | null;
  progress: number | null;
  items: Record<string, number | null>;
}

export interface Finding {
  code: string;
  subject: string;
  detail: string | null;
  message: string;
}

export interface Results {
  cycle: string;
  scheme: string;
  state: string;
  digest: string | null;
  calculatedAt: string | null;
  areas: ResultLine[];
  staff: ResultLine[];
  findings: Finding[];
}

export interface FactUsed {
  subject: string;
  item: string;
  by?: string | null;
  period?: string | null;
  value: number | null;
  count?: number | null;
  eligible?: number | null;
  evidence?: string[];
  reportedBy?: string | null;
  reportedAt?: string | null;
}

export interface ExplanationNode {
  id: string;
  title: string;
  value: number | string | null;
  unit?: string | null;
  rule?: string | null;
  arithmetic?: string | null;
  clause?: string | null;
  quote?: string | null;
  chosen?: string | null;
  facts?: FactUsed[];
  children?: ExplanationNode[];
}

export interface PayoutLine {
  person: string;
  name: string;
  area: string;
  areaName: string;
  post: string;
  amount: number | null;
  explanation: ExplanationNode | null;
}

export interface PayoutSheet {
  cycle: string;
  scheme: string;
  state: string;
  digest: string | null;
  total: number;
  lines: PayoutLine[];
}

export interface SchemeList {
  catalog: { id: string; title: string }[];
  adopted: { id: string; title: string }[];
}
