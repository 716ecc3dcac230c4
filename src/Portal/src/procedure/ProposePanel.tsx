import { App, Button } from "antd";
import { useState } from "react";
import type { Proposal } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { ChangesEditor, complete } from "./ChangesEditor";
import type { PanelProps } from "./DueStep";
import { useAct, useStandings } from "./queries";
import { ReasonButton } from "./ReasonButton";
import { Waiting } from "./Waiting";

/** 拟定等次: whoever is not named keeps the calculated grade; another one needs a reason. */
export function ProposePanel(props: PanelProps) {
  const { cycle, procedure, step, office, area } = props;
  const act = useAct(cycle);
  const { message, modal } = App.useApp();
  const [changes, setChanges] = useState<Partial<Proposal>[]>([]);
  const mine = step.isPerArea ? area !== null && !office : office;
  const handedIn = step.isPerArea
    ? area !== null && procedure.handedIn.includes(area)
    : procedure.awaitsReview;
  const standings = useStandings(cycle, office || mine);
  const areas = new Map((standings.data?.standings ?? []).map((one) => [one.area, one.areaName]));

  if (office && step.isPerArea) {
    return (
      <>
        <p data-testid="handed-in">
          已提出初步意见的居民区 {procedure.handedIn.length} 个
          {procedure.handedIn.length > 0 && `：${procedure.handedIn.map((id) => areas.get(id) ?? id).join("、")}`}。
        </p>
        {procedure.awaitsReview && <Review {...props} areas={areas} />}
      </>
    );
  }
  if (office && procedure.awaitsReview) return <Review {...props} areas={areas} />;
  if (!mine) return <Waiting who={step.isPerArea ? "各居民区" : (step.by ?? "街镇")} />;
  if (handedIn) return <p data-testid="proposals-handed-in">等次建议已经提交，等待审核。</p>;

  const handIn = () =>
    void modal.confirm({
      title: "提交等次建议？",
      content: changes.length === 0 ? "全部按计算结果建议。" : `${changes.length} 个对象与计算结果不同，其余按计算结果。`,
      okText: "提交",
      okButtonProps: { "data-testid": "hand-in-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "propose", proposals: changes.filter(complete) }).then(
          () => {
            setChanges([]);
            void message.success("已提交");
          },
          () => undefined,
        ),
    });
  return (
    <>
      <p>
        {step.mayDepart
          ? "没有列出的对象按计算结果建议；与计算结果不同的，逐个写明理由。"
          : "等次按计算结果建议，方案没有规定可以调整。"}
      </p>
      {step.mayDepart && (
        <ChangesEditor
          standings={(standings.data?.standings ?? []).filter((one) => step.of.length === 0 || step.of.includes(one.kind))}
          changes={changes}
          onChange={setChanges}
        />
      )}
      {act.isError && <LoadFailure title="没有提交" error={act.error} />}
      <Button
        type="primary"
        loading={act.isPending}
        disabled={!changes.every(complete)}
        onClick={handIn}
        data-testid="hand-in"
      >
        提交等次建议
      </Button>
    </>
  );
}

function Review({ cycle, step, procedure, areas }: PanelProps & { areas: ReadonlyMap<string, string> }) {
  const act = useAct(cycle);
  const { message } = App.useApp();
  return (
    <>
      <p>{step.reviewedBy ?? "领导小组"}审核：下表“拟定”一列即各项建议。</p>
      {act.isError && <LoadFailure title="没有办理" error={act.error} />}
      <div className="row-of-actions">
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.mutate({ kind: "accept" }, { onSuccess: () => void message.success("已审核同意") })}
          data-testid="accept-proposals"
        >
          审核同意
        </Button>
        {step.isPerArea ? (
          procedure.handedIn.map((id) => (
            <ReasonButton
              key={id}
              label={`退回${areas.get(id) ?? id}`}
              about="退回后由该居民区重新提出。"
              done="已退回"
              run={(reason) => act.mutateAsync({ kind: "return", area: id, reason })}
            />
          ))
        ) : (
          <ReasonButton
            label="退回"
            about="退回后重新提出。"
            done="已退回"
            run={(reason) => act.mutateAsync({ kind: "return", area: null, reason })}
          />
        )}
      </div>
    </>
  );
}
