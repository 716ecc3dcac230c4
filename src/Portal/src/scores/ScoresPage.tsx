import { Alert, Card, Empty, Select, Skeleton } from "antd";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { CycleView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { useCycleProgress } from "../cycles/queries";
import { isPinned } from "../cycles/states";
import { fullName } from "../display/itemName";
import { PageHead } from "../display/PageHead";
import { LoadFailure } from "../display/LoadFailure";
import { useProcedure } from "../procedure/queries";
import { departmentsScored } from "../session/roles";
import { useMe } from "../session/session";
import { ScoreSheet } from "./ScoreSheet";
import "./scores.css";

/** 部门评分: a department enters its scores, item by item. */
export default function ScoresPage() {
  return <WithCycle wanted={useParams()["cycle"]}>{(cycle) => <ScoresOf cycle={cycle} />}</WithCycle>;
}

function ScoresOf({ cycle }: { cycle: CycleView }) {
  const me = useMe();
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const progress = useCycleProgress(cycle.id);
  const procedure = useProcedure(cycle.id, isPinned(cycle.state));
  // While somebody looks into an objection, or a correction is open, what is wrong can be put right.
  const putsRight = procedure.data?.admitsCorrections ?? false;
  const closed = cycle.state === "open" || (isPinned(cycle.state) && !putsRight);
  const lines = progress.data?.scores ?? [];
  // Each department has a sheet of its own, though one person may keep several.
  const scored = departmentsScored(me);
  const departments = scored.filter((department) => lines.some((line) => line.department === department));
  const department = departments.find((one) => one === search.get("department")) ?? departments[0];
  const own = lines.filter((line) => line.department === department);
  const item = own.find((line) => line.item === search.get("item")) ?? own[0];
  const period = item?.periods.find((one) => one.id === search.get("period")) ?? item?.periods[0];
  return (
    <>
      <PageHead
        title="部门评分"
        about={`${department ?? scored.join("、")}：逐项为各居民区评分；改分请写明理由，原分保留在台账中。`}
        actions={<CyclePicker value={cycle.id} onChange={(id) => void go(`/scores/${id}`)} />}
      />
      {progress.isPending && <Skeleton active />}
      {progress.isError && <LoadFailure error={progress.error} retry={() => void progress.refetch()} />}
      {progress.data && !item && <Empty description={`本方案没有由“${scored.join("、") || "本部门"}”评分的项目。`} />}
      {progress.data && item && (
        <div className="stack">
          {cycle.state === "open" && <Alert type="info" showIcon title="尚未开始评分，请等待街镇管理员开启。" />}
          {isPinned(cycle.state) && (
            <Alert
              type={putsRight ? "warning" : "info"}
              showIcon
              title={
                putsRight
                  ? "结果已定稿。因核查异议或办理更正，可以更正评分；认定异议成立或提出更正时采用的，才计入结果。"
                  : "结果已定稿，评分不能再改。"
              }
            />
          )}
          <Card>
            {departments.length > 1 && (
              <Select
                className="table-tools"
                aria-label="评分部门"
                data-testid="score-department"
                value={item.department}
                onChange={(value) => setSearch({ department: value })}
                options={departments.map((one) => ({ value: one, label: one }))}
              />
            )}
            <Select
              className="table-tools score-item"
              aria-label="评分项目"
              data-testid="score-item"
              value={item.item}
              onChange={(value) => setSearch({ department: item.department, item: value })}
              options={own.map((line) => ({
                value: line.item,
                label: `${fullName({ id: line.item, title: line.title })}（${line.done} / ${line.expected}）`,
              }))}
            />
            {period && (
              <Select
                className="table-tools"
                aria-label="期次"
                data-testid="score-period"
                value={period.id}
                onChange={(value) => setSearch({ department: item.department, item: item.item, period: value })}
                options={item.periods.map((one) => ({ value: one.id, label: one.title }))}
              />
            )}
            <ScoreSheet
              key={`${item.department}|${item.item}|${period?.id ?? ""}`}
              cycle={cycle.id}
              item={item.item}
              department={item.department}
              period={period?.id ?? null}
              range={item}
              closed={closed}
            />
          </Card>
        </div>
      )}
    </>
  );
}
