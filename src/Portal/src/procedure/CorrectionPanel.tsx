import { Alert, App, Button, Card, Form, Input, Skeleton } from "antd";
import { useState } from "react";
import type { Procedure, Proposal } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { ChangesEditor, complete } from "./ChangesEditor";
import { correctionStage } from "./correction";
import { DifferencesTable } from "./DifferencesTable";
import { isEmpty, whatFollows } from "./differences";
import { PreviewOfChange } from "./PreviewOfChange";
import { useAct, useDifferences, usePreviewOfChange, useStandings } from "./queries";
import { ReasonButton } from "./ReasonButton";
import { WhereFactsLive } from "./WhereFactsLive";

interface PanelProps {
  cycle: string;
  procedure: Procedure;
}

/** 更正: opened with a reason, filled with what is to count, handed to the body that decided. */
export function CorrectionPanel(props: PanelProps) {
  switch (correctionStage(props.procedure)) {
    case "none":
      return null;
    case "possible":
      return <OpenCorrection {...props} />;
    case "opened":
      return <MakeCorrection {...props} />;
    case "made":
      // The steps that are due say the rest.
      return null;
  }
}

function OpenCorrection({ cycle, procedure }: PanelProps) {
  const act = useAct(cycle);
  return (
    <Card title="更正" data-testid="open-correction">
      <p>生效的结果确有错误的，由考核办公室启动更正，经原决定机构研究决定、签批后生效。</p>
      <ReasonButton
        label="启动更正"
        about={`启动后可以更正数据。现行结果（第 ${procedure.version} 版）在更正签批生效以前继续有效，并永久保留。`}
        done="更正已启动"
        run={(reason) => act.mutateAsync({ kind: "openCorrection", reason })}
      />
    </Card>
  );
}

function MakeCorrection({ cycle, procedure }: PanelProps) {
  const differences = useDifferences(cycle, true);
  const standings = useStandings(cycle, true);
  const preview = usePreviewOfChange(cycle);
  const act = useAct(cycle);
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [takenUp, setTakenUp] = useState<string[]>([]);
  const [grades, setGrades] = useState<Partial<Proposal>[]>([]);
  const change = { takenUp, grades: grades.filter(complete) };
  const whole = grades.every(complete);
  const names = new Map((standings.data?.standings ?? []).map((one) => [one.subject, one.name]));
  const changed = () => {
    preview.reset();
    act.reset();
  };
  const make = ({ reason }: { reason: string }) =>
    void modal.confirm({
      title: "提出更正？",
      content: (
        <>
          <p>{whatFollows(change, preview.data!)}</p>
          <p>提出后须由原决定机构研究决定，不能再终止；现行结果在更正签批生效以前继续有效。</p>
        </>
      ),
      okText: "提出更正",
      okButtonProps: { "data-testid": "make-correction-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "makeCorrection", reason, change }).then(
          () => void message.success("更正已提出"),
          () => undefined,
        ),
    });
  return (
    <Card title="更正内容" data-testid="make-correction">
      <p>请先在原处更正数据，再在下面选择要采用的变动；没有选择的变动不计入结果。</p>
      <WhereFactsLive cycle={cycle} />
      {differences.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {differences.isError && (
        <LoadFailure error={differences.error} retry={() => void differences.refetch()} />
      )}
      {differences.data && (
        <DifferencesTable
          differences={differences.data}
          names={names}
          chosen={takenUp}
          onChange={(keys) => {
            setTakenUp(keys);
            changed();
          }}
        />
      )}
      <h3 className="panel-part">改定等次</h3>
      <ChangesEditor
        standings={standings.data?.standings ?? []}
        changes={grades}
        onChange={(next) => {
          setGrades(next);
          changed();
        }}
      />
      <PreviewOfChange change={change} preview={preview} disabled={!whole} />
      {act.isError && <LoadFailure title="没有办理" error={act.error} />}
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        initialValues={{ reason: procedure.correction ?? "" }}
        onFinish={make}
      >
        <Form.Item
          name="reason"
          label="更正的理由"
          rules={[{ required: true, whitespace: true, message: "请写明理由" }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} data-testid="correction-reason" />
        </Form.Item>
      </Form>
      {!preview.isSuccess && !isEmpty(change) && (
        <Alert type="info" showIcon title="请先推演，看清更正的影响再提出。" className="gap-below" />
      )}
      <div className="row-of-actions">
        <Button
          type="primary"
          onClick={() => form.submit()}
          loading={act.isPending}
          disabled={!preview.isSuccess || !whole || isEmpty(change)}
          data-testid="make-correction-submit"
        >
          提出更正
        </Button>
        <ReasonButton
          label="终止更正"
          about="终止后结果不变，仍为现行版本；再有错误须重新启动。"
          done="更正已终止"
          danger
          run={(reason) => act.mutateAsync({ kind: "abandonCorrection", reason })}
        />
      </div>
    </Card>
  );
}
