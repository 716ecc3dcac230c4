import { Alert, App, Button, Flex } from "antd";
import { useNavigate } from "react-router";
import type { CycleProgress } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { useProcedure } from "../procedure/queries";
import { ReasonButton } from "../procedure/ReasonButton";
import { afterAsking, cancellationStep } from "./cancellation";
import { afterCancelling, useEnding } from "./endings";
import { isCancelled, isFinal } from "./states";

/** 撤销与归档, for the office and the leader. */
export function CycleEnding({ progress, roles }: { progress: CycleProgress; roles: readonly string[] }) {
  const office = roles.includes("townshipAdministrator");
  const leader = roles.includes("leader");
  if (isCancelled(progress.state)) {
    return (
      <Alert
        type="warning"
        showIcon
        data-testid="cycle-cancelled"
        title="本次考核已撤销"
        description={`撤销原因：${progress.cancelledBecause ?? ""}。不再办理，结果不再显示；需要考核的，可重新开启本年度考核周期。`}
      />
    );
  }

  if (!office && !leader) return null;
  if (progress.isRehearsal) return office && <Remove progress={progress} />;
  return isFinal(progress.state) ? (
    office && <Archive progress={progress} />
  ) : (
    <Cancel progress={progress} roles={roles} />
  );
}

function Cancel({ progress, roles }: { progress: CycleProgress; roles: readonly string[] }) {
  const procedure = useProcedure(progress.id);
  const ending = useEnding(progress.id);
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const asked = procedure.data?.cancellation;
  const step = cancellationStep(asked, roles);
  const agree = () =>
    void modal.confirm({
      title: "同意撤销本次考核？",
      content: afterCancelling,
      okText: "同意撤销",
      okButtonProps: { danger: true, "data-testid": "agree-to-cancel-confirm" },
      cancelText: "再看看",
      onOk: () =>
        ending.mutateAsync({ kind: "agree" }).then(() => void message.success("考核已撤销"), problem.showDialog),
    });
  if (asked && (step === "answer" || step === "waiting")) {
    return (
      <Alert
        type="warning"
        showIcon
        data-testid="cancellation-asked"
        title={step === "answer" ? "提请撤销本次考核，请您答复" : "已提请撤销本次考核，等待街镇主要领导答复"}
        description={
          <>
            <p>
              {asked.by} 提请：{asked.reason}
            </p>
            {step === "answer" && (
              <Flex gap="small" wrap>
                <Button danger type="primary" onClick={agree} data-testid="agree-to-cancel">
                  同意撤销
                </Button>
                <ReasonButton
                  label="不同意"
                  about="考核照常进行，办公室会看到您的理由。"
                  done="已答复，考核照常进行"
                  testId="decline-to-cancel"
                  run={(reason) => ending.mutateAsync({ kind: "decline", reason })}
                />
              </Flex>
            )}
          </>
        }
      />
    );
  }

  if (step === "nothing") return null;
  return (
    <>
      {asked?.declined && step === "askAfterDeclined" && (
        <Alert
          type="info"
          showIcon
          data-testid="cancellation-declined"
          title="街镇主要领导没有同意撤销，考核照常进行"
          description={`理由：${asked.declined}`}
        />
      )}
      <div>
        <ReasonButton<boolean>
          label="撤销考核"
          about={`尚未收集数据的随即撤销；已有数据的，须经街镇主要领导同意。${afterCancelling}`}
          done={afterAsking}
          danger
          testId="cancel-cycle"
          run={(reason) => ending.mutateAsync({ kind: "cancel", reason })}
        />
      </div>
    </>
  );
}

/** A rehearsal is not cancelled or archived: it goes. */
function Remove({ progress }: { progress: CycleProgress }) {
  const ending = useEnding(progress.id);
  const go = useNavigate();
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const remove = () =>
    void modal.confirm({
      title: "删除这次演练？",
      content: "演练的评分、结果、公示、测评和发放表全部删除，不能恢复；审计记录保留。",
      okText: "删除演练",
      okButtonProps: { danger: true, "data-testid": "remove-rehearsal-confirm" },
      cancelText: "再看看",
      onOk: () =>
        ending.mutateAsync({ kind: "remove" }).then(() => {
          void message.success("演练已删除");
          void go("/cycles");
        }, problem.showDialog),
    });
  return (
    <Alert
      type="info"
      showIcon
      data-testid="cycle-rehearsal"
      title="这是一次演练"
      description="各步骤与正式考核相同，公示可以视同期满；不结转下一年度，不能据以发放。"
      action={
        <Button danger onClick={remove} loading={ending.isPending} data-testid="remove-rehearsal">
          删除演练
        </Button>
      }
    />
  );
}

function Archive({ progress }: { progress: CycleProgress }) {
  const procedure = useProcedure(progress.id);
  const ending = useEnding(progress.id);
  const { message } = App.useApp();
  const problem = useProblem();
  if (progress.archivedAt) {
    return (
      <Alert
        type="info"
        showIcon
        data-testid="cycle-archived"
        title="本周期已归档，仍可查阅"
        action={
          <ReasonButton
            label="取消归档"
            about="周期将重新列入现行周期。"
            done="已取消归档"
            testId="unarchive-cycle"
            run={(reason) => ending.mutateAsync({ kind: "unarchive", reason })}
          />
        }
      />
    );
  }

  if (procedure.data?.due !== null) return null;
  return (
    <Alert
      type="success"
      showIcon
      title="全部步骤都已办理，可以归档"
      description="归档后不再列入现行周期，可随时在“已归档”中查阅。"
      action={
        <Button
          loading={ending.isPending}
          onClick={() =>
            void ending.mutateAsync({ kind: "archive" }).then(() => void message.success("已归档"), problem.showDialog)
          }
          data-testid="archive-cycle"
        >
          归档
        </Button>
      }
    />
  );
}
