import { InboxOutlined } from "@ant-design/icons";
import { Alert, Card, Flex, Form, Input, Select, Typography, Upload } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { CyclePicker } from "../cycles/CyclePicker";
import { latest } from "../cycles/latest";
import { useCycles } from "../cycles/queries";
import { DownloadButton } from "../display/DownloadButton";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import type { ServiceKind } from "./kinds";
import { importAddress, type ChosenFile } from "./queries";

/** As the services take them. */
const largest = 64 * 1024 * 1024;

/** 选择文件: of which kind, for which cycle, its template, and the file. */
export function UploadCard(props: {
  kinds: readonly ServiceKind[];
  kind: ServiceKind;
  cycle: string | null;
  choose: (name: "kind" | "cycle", value: string) => void;
  chosen: (file: ChosenFile) => void;
}) {
  const { kinds, kind, choose } = props;
  const cycles = useCycles();
  const cycle = props.cycle ?? latest(cycles.data ?? [])?.id;
  const [tooLarge, setTooLarge] = useState(false);
  const asksReason = useMe().roles.includes("townshipAdministrator") && kind.reasonTitle !== null;
  const [reason, setReason] = useState("");
  return (
    <Card title="选择文件">
      <Form layout="vertical">
        <Flex gap="middle" wrap>
          <Form.Item label="数据种类" className="import-choice">
            <Select
              aria-label="数据种类"
              data-testid="import-kind"
              value={kind.kind}
              onChange={(value) => choose("kind", value)}
              options={kinds.map((known) => ({ value: known.kind, label: known.title }))}
            />
          </Form.Item>
          {kind.forCycle && (
            <Form.Item label="考核周期" className="import-choice">
              {cycle ? (
                <CyclePicker value={cycle} onChange={(value) => choose("cycle", value)} />
              ) : (
                <Typography.Text type="secondary">尚无考核周期</Typography.Text>
              )}
            </Form.Item>
          )}
        </Flex>
        {asksReason && (
          <Form.Item
            label={`${kind.reasonTitle}（选填）`}
            htmlFor="import-reason"
            extra="测评截止后确需补录的，请先写明理由再选择文件；只计尚未参加该次测评的住户。"
          >
            <Input
              id="import-reason"
              data-testid="import-reason"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        )}
        <p className="quiet import-about">{kind.about}</p>
      </Form>
      {kind.forCycle && !cycle && !cycles.isPending ? (
        <CycleIsMissing />
      ) : (
        <>
          <div className="import-template">
            <DownloadButton
              address={importAddress({ kind, cycle }, "/template")}
              fileName={`${kind.title}-模板.xlsx`}
              disabled={kind.forCycle && !cycle}
              testId="import-template"
            >
              下载模板
            </DownloadButton>
          </div>
          <Upload.Dragger
            accept=".csv,.xlsx"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(file) => {
              setTooLarge(file.size > largest);
              if (file.size <= largest) props.chosen({ kind, cycle, file, reason: asksReason ? reason : "" });
              return Upload.LIST_IGNORE;
            }}
            data-testid="import-file"
          >
            <p className="ant-upload-drag-icon">
              <InboxOutlined />
            </p>
            <p className="ant-upload-text">{`点击或拖入“${kind.title}”文件`}</p>
            <p className="ant-upload-hint">.csv 或 .xlsx，不超过 64 MB；先预览，确认后才导入</p>
          </Upload.Dragger>
        </>
      )}
      {tooLarge && (
        <Alert className="import-alert" type="error" showIcon title="文件超过 64 MB" description="请拆分后分别导入。" />
      )}
    </Card>
  );
}

function CycleIsMissing() {
  const me = useMe();
  return (
    <Alert
      type="info"
      showIcon
      title="这类数据属于某个考核周期"
      description={
        maySee("/cycles", me.roles) ? (
          <>
            请先在<Link to="/cycles">考核周期</Link>中建立周期。
          </>
        ) : (
          "请等待街镇管理员建立考核周期。"
        )
      }
    />
  );
}
