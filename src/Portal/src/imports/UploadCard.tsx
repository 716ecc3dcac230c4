import { InboxOutlined } from "@ant-design/icons";
import { Alert, Card, Flex, Form, Select, Typography, Upload } from "antd";
import { Link } from "react-router";
import { CyclePicker } from "../cycles/CyclePicker";
import { latest } from "../cycles/latest";
import { useCycles } from "../cycles/queries";
import { LoadFailure } from "../display/LoadFailure";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import type { ServiceKind } from "./kinds";
import { useUpload, type ServiceImport } from "./queries";

/** 上传文件: of which kind, for which cycle, and the file. */
export function UploadCard(props: {
  kinds: readonly ServiceKind[];
  kind: ServiceKind;
  cycle: string | null;
  choose: (name: "kind" | "cycle", value: string) => void;
  /** Null where the file could not even be stored. */
  uploaded: (report: ServiceImport | null) => void;
}) {
  const { kinds, kind, choose } = props;
  const cycles = useCycles();
  const cycle = props.cycle ?? latest(cycles.data ?? [])?.id;
  const upload = useUpload();
  return (
    <Card title="上传文件">
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
        <p className="quiet import-about">{kind.about}</p>
      </Form>
      {kind.forCycle && !cycle && !cycles.isPending ? (
        <CycleIsMissing />
      ) : (
        <Upload.Dragger
          accept=".csv,.xlsx"
          maxCount={1}
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutateAsync({ kind, cycle, file }).then(props.uploaded, () => props.uploaded(null));
            return Upload.LIST_IGNORE;
          }}
          data-testid="import-file"
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">{upload.isPending ? "正在上传…" : `点击或拖入“${kind.title}”文件`}</p>
          <p className="ant-upload-hint">.csv 或 .xlsx，不超过 64 MB</p>
        </Upload.Dragger>
      )}
      {upload.isError && (
        <div style={{ marginTop: 16 }}>
          <LoadFailure error={upload.error} />
        </div>
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
