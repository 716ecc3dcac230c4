import { Alert, App, Button, Form, Input, Skeleton } from "antd";
import { Link } from "react-router";
import { useCycleProgress } from "../cycles/queries";
import { stillOpen } from "../cycles/stillOpen";
import { LoadFailure } from "../display/LoadFailure";
import type { PanelProps } from "./DueStep";
import { useAct, useFreezePreview } from "./queries";
import { Waiting } from "./Waiting";

/** 定稿: what is missing is named, and each kind of it is passed with a reason or settled before. */
export function FreezePanel({ cycle, office }: PanelProps) {
  const preview = useFreezePreview(cycle, office);
  const progress = useCycleProgress(cycle);
  const act = useAct(cycle);
  const { message, modal } = App.useApp();
  if (!office) return <Waiting who="街镇管理员" />;
  if (preview.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (preview.isError) {
    return <LoadFailure title="现在不能定稿" error={preview.error} retry={() => void preview.refetch()} />;
  }

  const { findings, unsignedSheets: unsigned } = preview.data;
  const missing = progress.data ? stillOpen(progress.data) : [];
  const freeze = (reasons: Record<string, string>) =>
    void modal.confirm({
      title: "定稿？",
      content:
        "定稿后结果锁定：不再重新计算，评分、事项和名册不能再改，此后报送的数据不计入。只有异议成立或更正才能改变结果。",
      okText: "确认定稿",
      okButtonProps: { "data-testid": "freeze-confirm" },
      cancelText: "再看看",
      onOk: () =>
        act
          .mutateAsync({
            kind: "freeze",
            // Form names with a dot are paths; the order is that of the findings.
            passed: Object.fromEntries(findings.map((one, at) => [one.code, reasons[`reason${at}`] ?? ""])),
          })
          .then(
            () => void message.success("已定稿"),
            () => undefined,
          ),
    });
  return (
    <Form layout="vertical" onFinish={freeze} requiredMark={false}>
      <p>
        将锁定第 {preview.data.result} 次计算的结果，校验码 <code>{preview.data.digest.slice(0, 12)}</code>。
      </p>
      {unsigned.length > 0 && (
        <Alert
          type="error"
          showIcon
          data-testid="unsigned-sheets"
          title={`有 ${unsigned.length} 张评分表已经填报但没有签批，签批后才能定稿：`}
          description={unsigned.join("、")}
          action={<Link to={`/sheets?cycle=${cycle}`}>查看评分表</Link>}
        />
      )}
      {missing.length > 0 && (
        <div data-testid="still-missing">
          <p>以下数据尚不齐全，定稿后不能再补：</p>
          <ul className="places">
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {findings.length === 0 && <p data-testid="nothing-missing">没有未达要求的事项。</p>}
      {findings.map((finding, at) => (
        <section key={finding.code} className="freeze-finding" data-testid={`finding-${finding.code}`}>
          <h3>
            {finding.title}（{finding.count}）
          </h3>
          <details>
            <summary>查看明细</summary>
            <ul className="places">
              {finding.details.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
          <Form.Item
            name={`reason${at}`}
            label="仍予定稿的理由"
            rules={[{ required: true, whitespace: true, message: "请写明理由，或补齐后再定稿" }]}
          >
            <Input.TextArea maxLength={500} autoSize data-testid={`reason-${finding.code}`} />
          </Form.Item>
        </section>
      ))}
      {act.isError && <LoadFailure title="没有定稿" error={act.error} />}
      <Alert type="warning" showIcon title="定稿不能撤回。" className="gap-below" />
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={unsigned.length > 0} data-testid="freeze">
        定稿
      </Button>
    </Form>
  );
}
