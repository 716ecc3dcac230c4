import { Alert, App, Button, Descriptions, Drawer } from "antd";
import type { Objection } from "../api/shapes";
import { FilePicker } from "../files/FilePicker";
import { LoadFailure } from "../display/LoadFailure";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { WhereFactsLive } from "../procedure/WhereFactsLive";
import { useMe } from "../session/session";
import { AcceptForm } from "./AcceptForm";
import { admitsCorrections, formFor, mayWithdraw } from "./duties";
import { JudgeForm } from "./JudgeForm";
import { Deadline, StageTag } from "./ObjectionList";
import { useObjectionAct } from "./queries";
import { TextForm } from "./TextForm";
import { aboutObjection, objectorWords, outcomeWords } from "./words";

/** One objection: what was said, how far it has come, and the form of whoever is next. */
export function ObjectionDrawer(props: { cycle: string; objection: Objection | undefined; close: () => void }) {
  const { objection } = props;
  return (
    <Drawer
      title={objection?.receipt ?? ""}
      open={objection !== undefined}
      onClose={props.close}
      size="min(860px, 100vw)"
      destroyOnHidden
    >
      {objection && <Shown key={objection.number} cycle={props.cycle} objection={objection} />}
    </Drawer>
  );
}

function Shown({ cycle, objection }: { cycle: string; objection: Objection }) {
  const me = useMe();
  const puttingRight = admitsCorrections(objection) && (objection.looksInto !== null || !objection.isOwn);
  return (
    <div className="stack" data-testid="objection-shown" data-stage={objection.stage}>
      <Facts cycle={cycle} objection={objection} />
      {puttingRight && (
        <Alert
          type="info"
          showIcon
          title="数据确有错误的，先在原处更正；更正的数据在认定异议成立时选择采用，才计入结果。"
          description={<WhereFactsLive cycle={cycle} />}
        />
      )}
      {/* What was typed for one stage is nothing for the next. */}
      <NextForm key={objection.stage} cycle={cycle} objection={objection} />
      {mayWithdraw(objection, me) && <Withdraw cycle={cycle} objection={objection} />}
    </div>
  );
}

function Facts({ cycle, objection }: { cycle: string; objection: Objection }) {
  const said = [
    ["stage", "办理情况", <StageTag key="stage" objection={objection} />],
    ["due", "办理期限", objection.due === null ? null : <Deadline key="due" objection={objection} />],
    ["subject", "对象", objection.subjectName],
    ["matter", "事由", aboutObjection(objection)],
    ["text", "异议内容", <div key="text" className="objection-text">{objection.text}</div>],
    [
      "files",
      "佐证文件",
      objection.files.length === 0 ? null : (
        <FilePicker
          key="files"
          cycle={cycle}
          label="异议"
          value={objection.files}
          saved={objection.files}
          disabled
          onChange={() => undefined}
          testId="objection-files-shown"
        />
      ),
    ],
    ["objector", "提出人", [objectorWords[objection.objector], objection.name, objection.contact].filter(Boolean).join("，")],
    ["receivedAt", "收到时间", moment(objection.receivedAt)],
    ["looksInto", "核查人", objection.looksInto],
    ["found", "核查情况", objection.found],
    ["outcome", "认定", outcomeWords(objection.wasUpheld)],
    ["reason", "认定理由", objection.reason],
    ["answer", "答复", objection.answer],
  ] as const;
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={said
        .filter(([, , value]) => value !== null && value !== undefined)
        .map(([key, label, value]) => ({
          key,
          label,
          children: <span data-testid={`objection-${key}`}>{value || none}</span>,
        }))}
    />
  );
}

function NextForm({ cycle, objection }: { cycle: string; objection: Objection }) {
  const me = useMe();
  switch (formFor(objection, me)) {
    case "accept":
      return <AcceptForm cycle={cycle} objection={objection} />;
    case "lookInto":
      return (
        <TextForm
          cycle={cycle}
          objection={objection}
          title="核查"
          label="核查情况"
          missing="请写明核查情况"
          submit="提交核查情况"
          done="核查情况已提交"
          act={(found) => ({ kind: "lookInto", found })}
        />
      );
    case "judge":
      return <JudgeForm cycle={cycle} objection={objection} />;
    case "answer":
      return (
        <TextForm
          cycle={cycle}
          objection={objection}
          title="答复"
          label="答复内容（提出人可见）"
          missing="请写明答复内容"
          submit="答复"
          done="已答复"
          act={(answer) => ({ kind: "answer", answer })}
        />
      );
    case undefined:
      return null;
  }
}

function Withdraw({ cycle, objection }: { cycle: string; objection: Objection }) {
  const act = useObjectionAct(cycle, objection.number);
  const { message, modal } = App.useApp();
  const ask = () =>
    void modal.confirm({
      title: "撤回异议？",
      content: `${objection.receipt}撤回后不再核查，也不能恢复；仍有异议的须重新提出。`,
      okText: "撤回异议",
      okButtonProps: { "data-testid": "withdraw-objection-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act.mutateAsync({ kind: "withdraw" }).then(
          () => void message.success("异议已撤回"),
          () => undefined,
        ),
    });
  return (
    <div>
      {act.isError && <LoadFailure title="没有撤回" error={act.error} />}
      <Button danger onClick={ask} loading={act.isPending} data-testid="withdraw-objection">
        撤回异议
      </Button>
    </div>
  );
}
