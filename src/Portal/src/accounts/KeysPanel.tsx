import { App, Button, Empty, Flex, InputNumber, Popconfirm, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import type { AccountLine, KeyLine, NewKey } from "../api/shapes";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { useProblem } from "../display/useProblem";
import { KeyShownOnce } from "./KeyShownOnce";
import { useIssueKey, useKeys, useRevokeKey } from "./queries";
import { keyStateOf, keyStateWords } from "./state";

const mostDays = 365;

/** 接口密钥 of a feed's account. */
export function KeysPanel({ account, kept }: { account: AccountLine; kept: boolean }) {
  const { message } = App.useApp();
  const problem = useProblem();
  const keys = useKeys(account.userName);
  const issue = useIssueKey(account.userName);
  const revoke = useRevokeKey(account.userName);
  const [days, setDays] = useState(mostDays);
  const [shown, setShown] = useState<NewKey | null>(null);
  if (keys.isPending) return <Skeleton active />;
  if (keys.isError) return <LoadFailure error={keys.error} retry={() => void keys.refetch()} />;
  const now = new Date();
  return (
    <div className="stack">
      {issue.isError && <LoadFailure error={issue.error} title="未能签发" />}
      {kept && account.disabledAt === null && (
        <Flex gap="small" wrap align="center">
          <InputNumber
            aria-label="有效天数"
            prefix="有效"
            suffix="天"
            min={1}
            max={mostDays}
            precision={0}
            value={days}
            onChange={(value) => setDays(value ?? mostDays)}
            style={{ width: 140 }}
            data-testid="key-days"
          />
          <Button
            type="primary"
            loading={issue.isPending}
            onClick={() => issue.mutate(days, { onSuccess: setShown })}
            data-testid="issue-key"
          >
            签发密钥
          </Button>
        </Flex>
      )}
      <Table<KeyLine>
        rowKey="id"
        size="middle"
        data-testid="keys-table"
        dataSource={keys.data}
        scroll={{ x: "max-content" }}
        pagination={paged(10)}
        locale={{ emptyText: <Empty description="还没有密钥；程序须凭密钥报送数据。" /> }}
        columns={[
          { title: "末四位", dataIndex: "last4", render: (last: string) => <span className="code">…{last}</span> },
          {
            title: "状态",
            key: "state",
            render: (_, key) => {
              const { title, colour } = keyStateWords[keyStateOf(key, now)];
              return <Tag color={colour}>{title}</Tag>;
            },
          },
          { title: "签发", dataIndex: "createdAt", render: moment },
          { title: "到期", dataIndex: "expiresAt", render: moment },
          { title: "最近使用", dataIndex: "lastUsedAt", render: (at: string | null) => (at ? moment(at) : none) },
          {
            title: "操作",
            key: "revoke",
            render: (_, key) =>
              kept &&
              keyStateOf(key, now) === "valid" && (
                <Popconfirm
                  title="撤销密钥？"
                  description="使用它的程序立即不能再报送数据，不能恢复。"
                  okText="撤销"
                  okButtonProps={{ danger: true, "data-testid": "revoke-key-confirm" }}
                  onConfirm={() =>
                    void revoke.mutateAsync(key.id).then(
                      () => void message.success("密钥已撤销"),
                      problem.showMessage,
                    )
                  }
                >
                  <Button
                    size="small"
                    loading={revoke.isPending && revoke.variables === key.id}
                    data-testid="revoke-key"
                  >
                    撤销
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      <KeyShownOnce made={shown} close={() => setShown(null)} />
    </div>
  );
}
