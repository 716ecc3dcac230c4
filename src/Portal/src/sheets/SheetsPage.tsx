import { Alert } from "antd";
import { useSearchParams } from "react-router";
import type { CycleView } from "../api/shapes";
import { WithCycle } from "../cycles/CyclePicker";
import { isPinned } from "../cycles/states";
import { useProcedure } from "../procedure/queries";
import { SheetList } from "./SheetList";
import { SheetPage } from "./SheetPage";
import "./sheets.css";

/** 科室评分表: all of a cycle, or the one in the address. */
export default function SheetsPage() {
  const [search] = useSearchParams();
  const department = search.get("department");
  const period = search.get("period") ?? "";
  return (
    <WithCycle wanted={search.get("cycle") ?? undefined}>
      {(cycle) =>
        department === null ? (
          <SheetList cycle={cycle} notice={<CycleNotice cycle={cycle} />} />
        ) : (
          <SheetPage
            // Another sheet has nothing of what was typed in this one.
            key={JSON.stringify([cycle.id, department, period])}
            cycle={cycle}
            sheet={{ department, period }}
            notice={<CycleNotice cycle={cycle} />}
          />
        )
      }
    </WithCycle>
  );
}

/** Why nothing can be entered yet, or any more. */
function CycleNotice({ cycle }: { cycle: CycleView }) {
  const pinned = isPinned(cycle.state);
  const procedure = useProcedure(cycle.id, pinned);
  if (cycle.state === "open") return <Alert type="info" showIcon title="尚未开始评分，请等待街镇管理员开启。" />;
  if (!pinned) return null;
  // While somebody looks into an objection, or a correction is open, what is wrong can be put right.
  return procedure.data?.admitsCorrections ? (
    <Alert
      type="warning"
      showIcon
      title="结果已定稿。因核查异议或办理更正，可以更正评分；认定异议成立或提出更正时采用的，才计入结果。"
    />
  ) : (
    <Alert type="info" showIcon title="结果已定稿，评分不能再改。" />
  );
}
