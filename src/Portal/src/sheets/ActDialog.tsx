import { App, Form, Input, Modal } from "antd";
import { asProblem } from "../api/problem";
import { LoadFailure } from "../display/LoadFailure";
import { type ActKind, acts, followsOf, keyOf, leftOutOf, sheetTitle } from "./overview";
import { useActOnSheets } from "./queries";
import type { SheetSummary } from "./shapes";

/** What follows from an act is said before it is done, for all chosen sheets at once. */
export function ActDialog(props: {
  cycle: string;
  kind: ActKind;
  chosen: readonly SheetSummary[];
  close: () => void;
  done: () => void;
}) {
  const { kind, chosen } = props;
  const words = acts[kind];
  const sheets = chosen.filter(words.may);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason?: string }>();
  const act = useActOnSheets(props.cycle);
  const incomplete =
    kind === "submit" &&
    (sheets.some((sheet) => sheet.filled < sheet.cells) || asProblem(act.error).code === "sheets-must-be-complete");
  const asks = words.asksReason || incomplete;
  const leftOut = leftOutOf(kind, chosen);
  const run = ({ reason }: { reason?: string }) =>
    act.mutate(
      {
        kind,
        sheets: sheets.map(({ department, period }) => ({ department, period })),
        reason: reason?.trim() ?? "",
      },
      {
        onSuccess: () => {
          void message.success(`${words.done} ${sheets.length} 张评分表`);
          props.done();
        },
      },
    );
  return (
    <Modal
      open
      title={sheets.length === 1 ? `${words.title}“${sheetTitle(sheets[0]!)}”？` : `${words.title} ${sheets.length} 张评分表？`}
      okText={words.title}
      cancelText="取消"
      okButtonProps={{ danger: kind === "return", "data-testid": "sheets-act-confirm" }}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <p data-testid="sheets-act-follows">{followsOf(kind, sheets)}</p>
      {(sheets.length > 1 || incomplete) && (
        <ul className="places sheet-acted">
          {sheets.map((sheet) => (
            <li key={keyOf(sheet)}>
              {sheetTitle(sheet)}
              {sheet.filled < sheet.cells && <span className="unmet">：缺 {sheet.cells - sheet.filled} 格</span>}
            </li>
          ))}
        </ul>
      )}
      {leftOut && <p className="quiet">{leftOut}</p>}
      {act.isError && <LoadFailure title={`没有${words.title}`} error={act.error} />}
      <Form form={form} layout="vertical" onFinish={run} requiredMark={false}>
        {asks && (
          <Form.Item
            name="reason"
            label={incomplete ? "缺项仍予提交的理由" : "理由"}
            rules={[{ required: true, whitespace: true, message: incomplete ? "请写明理由，或补齐后再提交" : "请写明理由" }]}
          >
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} data-testid="sheets-act-reason" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
