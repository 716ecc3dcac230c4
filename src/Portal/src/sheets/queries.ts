import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { scoring } from "../api/clients";
import { asProblem } from "../api/problem";
import { nameOf } from "./cells";
import type { ActKind } from "./overview";
import type { CellChange, PeriodDue, SheetCell, SheetFileRead, SheetName, SheetView } from "./shapes";

const keyOf = (cycle: string) => ["sheets", cycle] as const;
const cellsKey = (cycle: string, { department, period }: SheetName) => [...keyOf(cycle), "cells", department, period] as const;
const at = (cycle: string) => ({ params: { path: { id: cycle } } });

/** Those that the caller may see. */
export function useSheets(cycle: string) {
  return useQuery({
    queryKey: [...keyOf(cycle), "list"],
    queryFn: async ({ signal }) => (await scoring.GET("/api/scoring/cycles/{id}/sheets", { ...at(cycle), signal })).data!,
  });
}

export function useSheet(cycle: string, sheet: SheetName) {
  return useQuery({
    queryKey: cellsKey(cycle, sheet),
    queryFn: async ({ signal }) =>
      (
        await scoring.GET("/api/scoring/cycles/{id}/sheets/cells", {
          params: { path: { id: cycle }, query: sheet },
          signal,
        })
      ).data!,
  });
}

/** Saves all cells or none. Where somebody else was faster, the sheet has their cells afterwards. */
export function useSaveCells(cycle: string, { department, period }: SheetName) {
  const queries = useQueryClient();
  const key = cellsKey(cycle, { department, period });
  return useMutation({
    mutationFn: async (cells: CellChange[]) =>
      (await scoring.PUT("/api/scoring/cycles/{id}/sheets/cells", { ...at(cycle), body: { department, period, cells } }))
        .data!,
    onSuccess: (view) => {
      queries.setQueryData(key, view);
      void queries.invalidateQueries({ queryKey: [...keyOf(cycle), "list"] });
      void queries.invalidateQueries({ queryKey: ["cycles", cycle] });
    },
    onError: (error) => {
      const { status, current } = asProblem(error);
      if (status === 412 && Array.isArray(current)) {
        queries.setQueryData<SheetView>(key, (view) => view && { ...view, cells: withNewest(view.cells, current as SheetCell[]) });
      }
      // It was submitted or signed meanwhile.
      if (status === 409) void queries.invalidateQueries({ queryKey: keyOf(cycle) });
    },
  });
}

const withNewest = (cells: readonly SheetCell[], newest: readonly SheetCell[]): SheetCell[] => [
  ...new Map([...cells, ...newest].map((cell) => [nameOf(cell), cell])).values(),
];

/** What somebody does with sheets as a whole. */
export interface SheetsAct {
  kind: ActKind;
  sheets: SheetName[];
  /** Why; with a submission, why cells are missing. */
  reason: string;
}

async function take(cycle: string, { kind, sheets, reason }: SheetsAct) {
  switch (kind) {
    case "submit":
      return scoring.POST("/api/scoring/cycles/{id}/sheets/submit", {
        ...at(cycle),
        body: { sheets, incomplete: reason || null },
      });
    case "sign":
      return scoring.POST("/api/scoring/cycles/{id}/sheets/sign", { ...at(cycle), body: { sheets, confirm: true } });
    case "return":
      return scoring.POST("/api/scoring/cycles/{id}/sheets/return", { ...at(cycle), body: { sheets, reason } });
    case "reopen":
      return scoring.POST("/api/scoring/cycles/{id}/sheets/reopen", { ...at(cycle), body: { sheets, reason } });
  }
}

const changed = (queries: QueryClient, cycle: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: keyOf(cycle) }),
    queries.invalidateQueries({ queryKey: ["cycles", cycle] }),
  ]);

export function useActOnSheets(cycle: string) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (act: SheetsAct) => take(cycle, act), onSuccess: () => changed(queries, cycle) });
}

export function useSetDues(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dues: PeriodDue[]) =>
      scoring.PUT("/api/scoring/cycles/{id}/sheets/due", { ...at(cycle), body: { dues } }),
    onSuccess: () => changed(queries, cycle),
  });
}

export function useSetSignature(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { needed: boolean; reason: string }) =>
      scoring.PUT("/api/scoring/cycles/{id}/sheets/signature", { ...at(cycle), body }),
    onSuccess: () => changed(queries, cycle),
  });
}

const addressOf = (cycle: string, what: "template" | "file", { department, period }: SheetName): string =>
  `/api/scoring/cycles/${cycle}/sheets/${what}?${new URLSearchParams({ department, period }).toString()}`;

export const templateAddress = (cycle: string, sheet: SheetName): string => addressOf(cycle, "template", sheet);

/** Reads a workbook without saving anything of it. */
export function useReadFile(cycle: string, sheet: SheetName) {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append("file", file);
      return ask<SheetFileRead>("POST", addressOf(cycle, "file", sheet), { body: form });
    },
  });
}
