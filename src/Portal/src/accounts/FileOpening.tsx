import { InboxOutlined } from "@ant-design/icons";
import { Alert, App, Button, Card, Flex, Form, Select, Table, Upload } from "antd";
import { useState } from "react";
import type { AccountFilePreview, InvitationSlip, PlannedAccount } from "../api/shapes";
import { DownloadButton } from "../display/DownloadButton";
import { LoadFailure } from "../display/LoadFailure";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { useProblem } from "../display/useProblem";
import { useMe } from "../session/session";
import { dutiesText } from "./duty";
import { InvitationsShownOnce } from "./InvitationsShownOnce";
import { useCheckFile, useOpenFile, useTownships } from "./queries";

/** 批量开户: a file is looked at first, and opens its accounts all at once when that is confirmed. */
export function FileOpening() {
  const me = useMe();
  const district = me.township === null;
  const townships = useTownships(district);
  const { modal } = App.useApp();
  const problem = useProblem();
  const [township, setTownship] = useState<string>();
  const [file, setFile] = useState<File | null>(null);
  const [slips, setSlips] = useState<readonly InvitationSlip[] | null>(null);
  const check = useCheckFile();
  const open = useOpenFile();
  const preview = check.data;

  const askToOpen = (planned: AccountFilePreview, chosen: File) =>
    void modal.confirm({
      title: `开立 ${planned.accounts.length} 个账号？`,
      content: "全部账号一次开立。每人的邀请链接随后只显示一次，请备好打印机，当场打印、分发。",
      okText: "开立",
      okButtonProps: { "data-testid": "open-file-confirm" },
      onOk: () =>
        open.mutateAsync({ file: chosen, township, digest: planned.digest }).then((opened) => {
          setSlips(opened);
          setFile(null);
          check.reset();
        }, problem.showDialog),
    });

  return (
    <Card>
      <div className="stack">
        <Flex gap="middle" wrap align="flex-end" justify="space-between">
          <div>一行一项职责，同一用户名可以有多行；先核对，有一行有误则都不开立。一个文件至多 500 个账号。</div>
          <DownloadButton
            address="/api/accounts/files/template.xlsx"
            fileName="批量开户模板.xlsx"
            testId="account-file-template"
          >
            下载模板
          </DownloadButton>
        </Flex>
        {district && (
          <Form.Item label="街镇">
            <Select
              aria-label="街镇"
              data-testid="account-file-township"
              placeholder="账号所属的街镇"
              value={township}
              onChange={(value: string) => {
                setTownship(value);
                check.reset();
              }}
              options={(townships.data ?? []).map((known) => ({ value: known.id, label: known.name }))}
            />
          </Form.Item>
        )}
        <Upload.Dragger
          accept=".csv,.xlsx"
          maxCount={1}
          showUploadList={false}
          disabled={check.isPending || (district && !township)}
          beforeUpload={(chosen) => {
            setFile(chosen);
            check.mutate({ file: chosen, township });
            return false;
          }}
          data-testid="account-file"
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">点击或拖入 XLSX、CSV 文件，先行核对</p>
        </Upload.Dragger>
        {check.isError && <LoadFailure error={check.error} title="文件未能核对" />}
        {preview && file && (
          <Preview preview={preview} fileName={file.name} opening={open.isPending} open={() => askToOpen(preview, file)} />
        )}
      </div>
      {slips && <InvitationsShownOnce slips={slips} close={() => setSlips(null)} />}
    </Card>
  );
}

function Preview(props: { preview: AccountFilePreview; fileName: string; opening: boolean; open: () => void }) {
  const { accounts, problems } = props.preview;
  return (
    <>
      {problems.length > 0 ? (
        <Alert
          type="error"
          showIcon
          data-testid="account-file-problems"
          title={`${props.fileName}：${problems.length} 处有误，请改正后重新上传`}
          description={
            <ul className="places">
              {problems.map((place, at) => (
                <li key={at}>
                  第 {place.line} 行{place.column ? `「${place.column}」` : ""} {place.message}
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Flex gap="middle" wrap align="center" justify="space-between">
          <div>
            {props.fileName}：将开立 {accounts.length} 个账号。
          </div>
          <Button type="primary" loading={props.opening} onClick={props.open} data-testid="open-file">
            开立 {accounts.length} 个账号
          </Button>
        </Flex>
      )}
      <Table<PlannedAccount>
        rowKey="line"
        size="middle"
        data-testid="account-file-preview"
        dataSource={[...accounts]}
        scroll={{ x: "max-content" }}
        pagination={paged(20)}
        columns={[
          { title: "行", dataIndex: "line" },
          { title: "用户名", dataIndex: "userName" },
          { title: "名称", dataIndex: "displayName" },
          { title: "职责", key: "duties", render: (_, account) => dutiesText(account.duties) },
          { title: "工作人员编号", dataIndex: "staff", render: (staff: string | null) => staff ?? none },
        ]}
      />
    </>
  );
}
