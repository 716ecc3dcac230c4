import { App, Button } from "antd";
import { LoadFailure } from "../display/LoadFailure";
import type { PanelProps } from "./DueStep";
import { OpenCampaigns } from "./OpenCampaigns";
import { useAct } from "./queries";
import { Waiting } from "./Waiting";

/** 生效: what follows from it is said before the leader signs. */
export function FinalPanel({ cycle, leader }: PanelProps) {
  const act = useAct(cycle);
  const { message, modal } = App.useApp();
  if (!leader) return <Waiting who="街镇主要领导签批" />;
  const sign = () =>
    void modal.confirm({
      title: "签批生效？",
      content: "生效后结果即为定案，绩效发放表随即可以编制。此操作不能撤回，确有错误的按更正程序办理。",
      okText: "签批生效",
      okButtonProps: { "data-testid": "final-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "finalize" }).then(
          () => void message.success("考核结果已生效"),
          () => undefined,
        ),
    });
  return (
    <>
      <p>考核结果已经集体研究决定，签批后生效。</p>
      <OpenCampaigns cycle={cycle} before="final" />
      {act.isError && <LoadFailure title="没有生效" error={act.error} />}
      <Button type="primary" loading={act.isPending} onClick={sign} data-testid="finalize">
        签批生效
      </Button>
    </>
  );
}
