import { useMutation, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";

/** 撤销 and 归档: how a cycle ends, and comes back from the archive. */
export type Ending =
  | { kind: "cancel"; reason: string }
  | { kind: "agree" }
  | { kind: "decline"; reason: string }
  | { kind: "archive" }
  | { kind: "remove" }
  | { kind: "unarchive"; reason: string };

/** Whether the leader's agreement is waited for. */
async function take(id: string, ending: Ending): Promise<boolean> {
  const params = { path: { id } };
  switch (ending.kind) {
    case "cancel": {
      const { data } = await scoring.POST("/api/scoring/cycles/{id}/cancel", {
        params,
        body: { confirm: true, reason: ending.reason },
      });
      return data!.cancellation?.isOpen ?? false;
    }
    case "agree":
      await scoring.POST("/api/scoring/cycles/{id}/cancel/agree", { params, body: { confirm: true } });
      return false;
    case "decline":
      await scoring.POST("/api/scoring/cycles/{id}/cancel/decline", { params, body: { reason: ending.reason } });
      return false;
    case "remove":
      await scoring.POST("/api/scoring/cycles/{id}/remove", { params, body: { confirm: true } });
      return false;
    case "archive":
      await scoring.POST("/api/scoring/cycles/{id}/archive", { params });
      return false;
    case "unarchive":
      await scoring.POST("/api/scoring/cycles/{id}/unarchive", { params, body: { reason: ending.reason } });
      return false;
  }
}

export function useEnding(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ending: Ending) => take(cycle, ending),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["cycles"] }),
        queries.invalidateQueries({ queryKey: ["procedure", cycle] }),
        queries.invalidateQueries({ queryKey: ["results", cycle] }),
        queries.invalidateQueries({ queryKey: ["campaigns"] }),
      ]),
  });
}

/** What follows when a cycle is cancelled, in the words of the office. */
export const afterCancelling =
  "撤销后不能恢复：测评全部截止，答题链接显示“本次测评已取消”，保密材料随即销毁；热线工单不再计入；各居民区和个人不再看到结果。本年度可以重新开启考核周期。";
