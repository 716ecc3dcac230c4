import { Alert, App, Button, Form, Input } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { Proposal } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { ChangesEditor, complete } from "./ChangesEditor";
import type { PanelProps } from "./DueStep";
import { meetingOf, type MeetingValues } from "./meeting";
import { MeetingFields } from "./MeetingFields";
import { PreviewOfDecision } from "./PreviewOfDecision";
import { useAct, usePreview, useStandings } from "./queries";
import { Waiting } from "./Waiting";

interface Values extends MeetingValues {
  quotaReason?: string;
}

/** 集体研究决定: what follows from each change is shown before it is recorded. */
export function DecidePanel(props: PanelProps) {
  const { cycle, procedure, step, office, leader } = props;
  const standings = useStandings(cycle, office || leader);
  const preview = usePreview(cycle);
  const act = useAct(cycle);
  const { message, modal } = App.useApp();
  const [changes, setChanges] = useState<Partial<Proposal>[]>([]);
  if (!office && !leader) return <Waiting who={step.by ?? "决定机构"} />;

  const whole = changes.filter(complete);
  const change = (next: Partial<Proposal>[]) => {
    setChanges(next);
    preview.reset();
  };
  const shown = preview.isSuccess || changes.length === 0;
  const exceeded = (preview.data?.quotas ?? []).some((quota) => quota.message !== null);
  const record = (values: Values) =>
    void modal.confirm({
      title: "记录决定？",
      content:
        changes.length === 0
          ? "会议确认全部拟定等次，没有变更。记录后不能修改。"
          : `会议变更 ${changes.length} 项，其余按拟定确认。记录后不能修改。`,
      okText: "记录决定",
      okButtonProps: { "data-testid": "decide-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act
          .mutateAsync({
            kind: "decide",
            decision: {
              meeting: meetingOf(values),
              changes: whole,
              quotaReason: values.quotaReason?.trim() || null,
            },
          })
          .then(
            () => void message.success("决定已记录"),
            () => undefined,
          ),
    });
  const changeProposals = () =>
    void modal.confirm({
      title: "调整拟定等次？",
      content: "调整后应当公示而尚未公示的，须重新公示期满才能决定。",
      okText: "调整拟定",
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "change", proposals: whole }).then(
          () => {
            change([]);
            void message.success("拟定等次已调整");
          },
          () => undefined,
        ),
    });
  return (
    <>
      <p>
        {leader
          ? "没有列出的对象按拟定等次确认；变更逐项写明理由。"
          : "推演供会议准备；决定由街镇主要领导的账号记录。"}
      </p>
      <ChangesEditor standings={standings.data?.standings ?? []} changes={changes} onChange={change} />
      {changes.length > 0 && (
        <div className="row-of-actions">
          <Button
            onClick={() => preview.mutate(whole)}
            loading={preview.isPending}
            disabled={!changes.every(complete)}
            data-testid="preview-decision"
          >
            推演结果
          </Button>
          {office && (
            <Button onClick={changeProposals} disabled={!changes.every(complete)} data-testid="change-proposals">
              改为调整拟定
            </Button>
          )}
        </div>
      )}
      {preview.isError && <LoadFailure title="不能推演" error={preview.error} />}
      {preview.data && <PreviewOfDecision preview={preview.data} />}
      {act.isError && <LoadFailure title="没有记录" error={act.error} />}
      {leader && (
        <Form<Values>
          layout="vertical"
          initialValues={{ date: dayjs(procedure.today), body: step.by ?? "" }}
          onFinish={record}
          className="gap-above"
        >
          <MeetingFields today={procedure.today} />
          {exceeded && (
            <Form.Item name="quotaReason" label="超出名额的理由">
              <Input.TextArea maxLength={500} autoSize data-testid="quota-reason" />
            </Form.Item>
          )}
          {!shown && <Alert type="info" showIcon title="请先推演，看清变更的影响再记录。" className="gap-below" />}
          <Button
            type="primary"
            htmlType="submit"
            loading={act.isPending}
            disabled={!shown || !changes.every(complete)}
            data-testid="decide"
          >
            记录决定
          </Button>
        </Form>
      )}
    </>
  );
}
