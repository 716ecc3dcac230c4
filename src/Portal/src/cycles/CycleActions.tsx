import { App, Button, Popconfirm } from "antd";
import { Link } from "react-router";
import { maySeeAdjustments } from "../adjustments/duties";
import type { CycleProgress } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { maySee } from "../session/roles";
import { isCalculated, isCancelled, isFinal } from "./states";
import { useCycleStep, type CycleStep } from "./queries";

/** What can be done next by the township's administrator, and where the procedure goes on. */
export function CycleActions({ progress, roles }: { progress: CycleProgress; roles: readonly string[] }) {
  const administrator = roles.includes("townshipAdministrator");
  const { message } = App.useApp();
  const problem = useProblem();
  const step = useCycleStep(progress.id);
  const take = (name: CycleStep, done: string) =>
    step.mutateAsync(name).then(
      // Not handed back: the dialog would wait until the message is gone.
      () => void message.success(done),
      problem.showDialog,
    );
  const busy = (name: CycleStep) => step.isPending && step.variables === name;
  return (
    <>
      {isCalculated(progress.state) && maySee("/results", roles) && (
        <Link to={`/results/${progress.id}`}>
          <Button>查看结果</Button>
        </Link>
      )}
      {maySeeAdjustments(roles) && !isCancelled(progress.state) && (
        <Link to={`/cycles/${progress.id}/adjustments`}>
          <Button data-testid="to-adjustments">不可抗力调整</Button>
        </Link>
      )}
      {administrator && progress.state === "open" && (
        <Popconfirm
          title="开始评分？"
          description="开始后各部门可以评分、各来源可以报送数据。"
          onConfirm={() => void take("start-scoring", "已进入评分")}
        >
          <Button type="primary" loading={busy("start-scoring")} data-testid="start-scoring">
            开始评分
          </Button>
        </Popconfirm>
      )}
      {administrator && (progress.state === "scoring" || progress.state === "calculated") && (
        <Button
          type={progress.state === "scoring" ? "primary" : "default"}
          loading={busy("calculate") || progress.calculation.status === "waiting"}
          onClick={() => void take("calculate", "已发起核算，各来源答复后自动完成")}
          data-testid="calculate"
        >
          {progress.state === "scoring" ? "核算" : "重新核算"}
        </Button>
      )}
      {isCalculated(progress.state) && maySee("/procedure", roles) && (
        <Link to={`/procedure/${progress.id}`}>
          <Button type={progress.calculation.outdated ? "default" : "primary"} data-testid="to-procedure">
            办理程序
          </Button>
        </Link>
      )}
      {isFinal(progress.state) && maySee("/payout", roles) && (
        <Link to={`/payout/${progress.id}`}>
          <Button type="primary">绩效发放</Button>
        </Link>
      )}
    </>
  );
}
