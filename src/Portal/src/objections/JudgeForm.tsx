import { Alert, App, Button, Form, Input, Radio, Select, Skeleton, Typography } from "antd";
import { useState } from "react";
import type { Objection, Standing } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { choicesFor } from "../procedure/ChangesEditor";
import { DifferencesTable } from "../procedure/DifferencesTable";
import { isEmpty, ofSubjectFirst, whatFollows } from "../procedure/differences";
import { PreviewOfChange } from "../procedure/PreviewOfChange";
import { useDifferences, usePreviewOfChange, useStandings } from "../procedure/queries";
import { placeOf } from "../procedure/words";
import { changeOf } from "./change";
import { isAboutFacts } from "./duties";
import { useObjectionAct } from "./queries";

interface FormProps {
  cycle: string;
  objection: Objection;
}

/** 认定: upheld, with what is to change and what follows from it, or refused; always with reasons. */
export function JudgeForm(props: FormProps) {
  const [outcome, setOutcome] = useState<"upheld" | "refused">();
  return (
    <section>
      <Typography.Title level={2}>认定</Typography.Title>
      <Radio.Group
        className="gap-below"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as "upheld" | "refused")}
        options={[
          { value: "upheld", label: <span data-testid="judge-upheld">异议成立</span> },
          { value: "refused", label: <span data-testid="judge-refused">异议不成立</span> },
        ]}
        aria-label="认定"
      />
      {outcome === "upheld" && <Uphold {...props} />}
      {outcome === "refused" && <Refuse {...props} />}
    </section>
  );
}

function Uphold({ cycle, objection }: FormProps) {
  const facts = isAboutFacts(objection);
  const standings = useStandings(cycle, true);
  const differences = useDifferences(cycle, facts);
  const preview = usePreviewOfChange(cycle);
  const act = useObjectionAct(cycle, objection.number);
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = Form.useWatch("reason", form) ?? "";
  const [takenUp, setTakenUp] = useState<string[]>([]);
  const [place, setPlace] = useState<string | null>(null);
  const standing = standings.data?.standings.find((one) => one.subject === objection.subject);
  const names = new Map((standings.data?.standings ?? []).map((one) => [one.subject, one.name]));
  const change = changeOf({ objection, takenUp, place, standing, reason: reason.trim() || "异议成立" });
  const anew = () => {
    preview.reset();
    act.reset();
  };
  const uphold = (values: { reason: string }) =>
    void modal.confirm({
      title: "认定异议成立？",
      content: `${objection.receipt}成立：${whatFollows(change, preview.data!)}`,
      okText: "认定成立",
      okButtonProps: { "data-testid": "uphold-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "uphold", reason: values.reason.trim(), change }).then(
          () => void message.success("已认定异议成立"),
          () => undefined,
        ),
    });
  if (standings.isPending || (facts && differences.isPending)) return <Skeleton active paragraph={{ rows: 4 }} />;
  return (
    <>
      {standings.isError && <LoadFailure error={standings.error} retry={() => void standings.refetch()} />}
      {differences.isError && <LoadFailure error={differences.error} retry={() => void differences.refetch()} />}
      {facts ? (
        <>
          <p>请选择要采用的变动：没有选择的不计入结果。</p>
          <DifferencesTable
            differences={ofSubjectFirst(differences.data ?? [], objection.subject)}
            names={names}
            chosen={takenUp}
            onChange={(keys) => {
              setTakenUp(keys);
              anew();
            }}
          />
        </>
      ) : (
        <GradeChoice
          standings={standings.data?.standings ?? []}
          standing={standing}
          value={place}
          onChange={(value) => {
            setPlace(value);
            anew();
          }}
        />
      )}
      <PreviewOfChange change={change} preview={preview} />
      {act.isError && <LoadFailure title="没有认定" error={act.error} />}
      <Form form={form} layout="vertical" onFinish={uphold}>
        <ReasonField />
        {!preview.isSuccess && !isEmpty(change) && (
          <Alert type="info" showIcon title="请先推演，看清认定的影响。" className="gap-below" />
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={act.isPending}
          disabled={!preview.isSuccess || isEmpty(change)}
          data-testid="uphold"
        >
          认定成立
        </Button>
      </Form>
    </>
  );
}

function GradeChoice(props: {
  standings: readonly Standing[];
  standing: Standing | undefined;
  value: string | null;
  onChange: (place: string) => void;
}) {
  const { standing } = props;
  const tiered = standing !== undefined && standing.calculated === null;
  return (
    <Form layout="vertical">
      <Form.Item
        label={tiered ? "应定档次" : "应定等次"}
        extra={standing && `现为${placeOf(standing.grade, standing.tier)}`}
      >
        <Select
          aria-label={tiered ? "应定档次" : "应定等次"}
          placeholder="请选择"
          value={props.value}
          onChange={props.onChange}
          options={choicesFor(props.standings, standing, tiered).map((value) => ({ value, label: value }))}
          data-testid="uphold-place"
          style={{ maxWidth: 220 }}
        />
      </Form.Item>
    </Form>
  );
}

function Refuse({ cycle, objection }: FormProps) {
  const act = useObjectionAct(cycle, objection.number);
  const { message, modal } = App.useApp();
  const refuse = ({ reason }: { reason: string }) =>
    void modal.confirm({
      title: "认定异议不成立？",
      content: `${objection.receipt}不成立，结果不变；由考核办公室答复提出人。记录后不能撤回。`,
      okText: "认定不成立",
      okButtonProps: { "data-testid": "refuse-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "refuse", reason: reason.trim() }).then(
          () => void message.success("已认定异议不成立"),
          () => undefined,
        ),
    });
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={refuse}>
      {act.isError && <LoadFailure title="没有认定" error={act.error} />}
      <ReasonField />
      <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="refuse">
        认定不成立
      </Button>
    </Form>
  );
}

function ReasonField() {
  return (
    <Form.Item
      name="reason"
      label="认定理由"
      rules={[{ required: true, whitespace: true, message: "请写明认定的理由" }]}
    >
      <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} data-testid="judge-reason" />
    </Form.Item>
  );
}
