import { App, Button, Popconfirm } from "antd";
import { Link } from "react-router";
import { asProblem } from "../api/problem";
import type { CycleProgress } from "../api/shapes";
import { maySee } from "../session/roles";
import { isCalculated, isPublished } from "./states";
import { useCycleStep, type CycleStep } from "./queries";

/** What can be done next: by the township's administrator, or by the leader (签批领导), who publishes as well. */
export function CycleActions({ progress, roles }: { progress: CycleProgress; roles: readonly string[] }) {
  const administrator = roles.includes("townshipAdministrator");
  const publishes = administrator || roles.includes("leader");
  const { message, modal } = App.useApp();
  const step = useCycleStep(progress.id);
  const take = (name: CycleStep, done: string) =>
    step.mutateAsync(name).then(
      // Not handed back: the dialog would wait until the message is gone.
      () => void message.success(done),
      (error: unknown) => {
        const problem = asProblem(error);
        modal.error({ title: problem.title, content: problem.detail, okText: "知道了" });
      },
    );
  const busy = (name: CycleStep) => step.isPending && step.variables === name;
  return (
    <>
      {isCalculated(progress.state) && maySee("/results", roles) && (
        <Link to={`/results/${progress.id}`}>
          <Button>查看结果</Button>
        </Link>
      )}
      {administrator && progress.state === "open" && (
        <Popconfirm
          title="开始评分？"
          description="开始后各部门可以评分、各来源可以报送数据。"
          onConfirm={() => take("start-scoring", "已进入评分")}
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
          onClick={() => take("calculate", "已发起核算，各来源答复后自动完成")}
          data-testid="calculate"
        >
          {progress.state === "scoring" ? "核算" : "重新核算"}
        </Button>
      )}
      {publishes && progress.state === "calculated" && (
        <Button
          type="primary"
          loading={busy("publish")}
          disabled={progress.calculation.outdated}
          data-testid="publish"
          onClick={() =>
            modal.confirm({
              title: "公示考核结果？",
              content: (
                <>
                  <p>公示即定案：</p>
                  <ul className="places">
                    <li>结果不再重新核算，此后报送的数据不计入本周期；</li>
                    <li>绩效发放表随即按本结果生成；</li>
                    <li>此操作不能撤回。</li>
                  </ul>
                </>
              ),
              okText: "确认公示",
              okButtonProps: { "data-testid": "publish-confirm" },
              cancelText: "再看看",
              onOk: () => take("publish", "考核结果已公示"),
            })
          }
        >
          公示结果
        </Button>
      )}
      {isPublished(progress.state) && maySee("/payout", roles) && (
        <Link to={`/payout/${progress.id}`}>
          <Button type="primary">绩效发放</Button>
        </Link>
      )}
    </>
  );
}
