import { App, Button, Form, Input } from "antd";
import { LoadFailure } from "../display/LoadFailure";
import { useMe } from "../session/session";
import type { PanelProps } from "./DueStep";
import { useAct } from "./queries";
import { Waiting } from "./Waiting";
import { audienceWords } from "./words";

/** 评议、公布、反馈、发文: that it was done, and what there is to say of it. */
export function TakePanel({ cycle, step, office }: PanelProps) {
  const act = useAct(cycle);
  const me = useMe();
  const { message } = App.useApp();
  if (!office) return <Waiting who="街镇管理员" />;
  return (
    <Form<{ remarks?: string }>
      layout="vertical"
      onFinish={({ remarks }) =>
        act.mutate(
          { kind: "take", remarks: remarks?.trim() || null, signedBy: me.township?.name ?? null },
          { onSuccess: () => void message.success("已登记") },
        )
      }
    >
      <p>
        “{step.title}”办理完毕后在此登记。
        {step.kind === "announce" && step.audience && `登记后即在“公示公告”中公布（${audienceWords[step.audience]}）。`}
      </p>
      <Form.Item name="remarks" label="办理情况（选填，如意见、文号）">
        <Input.TextArea maxLength={500} autoSize data-testid="step-remarks" />
      </Form.Item>
      {act.isError && <LoadFailure title="没有登记" error={act.error} />}
      <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="take-step">
        登记已办理
      </Button>
    </Form>
  );
}
