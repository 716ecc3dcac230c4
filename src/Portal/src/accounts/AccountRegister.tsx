import { PlusOutlined } from "@ant-design/icons";
import { App, Button, Card, Empty, Flex, Input, Popconfirm, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { AccountLine, InvitationLink } from "../api/shapes";
import { compareTexts } from "../display/compare";
import { Trouble } from "../display/Trouble";
import { roleName, roleNames } from "../session/roles";
import { useMe } from "../session/session";
import { NewAccountDialog } from "./NewAccountDialog";
import { LinkShownOnce } from "./LinkShownOnce";
import { useAccounts, useInviteAgain, useTownships } from "./queries";

export function AccountRegister() {
  const me = useMe();
  const district = me.roles.includes("district");
  const { message } = App.useApp();
  const accounts = useAccounts();
  const townships = useTownships(district);
  const [search, setSearch] = useState("");
  const [opening, setOpening] = useState(false);
  const [shown, setShown] = useState<InvitationLink | null>(null);
  const reset = useInviteAgain();
  if (accounts.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (accounts.isError) return <Trouble error={accounts.error} retry={() => void accounts.refetch()} />;

  const townshipName = (id: string | null) =>
    id === null ? "—" : (townships.data?.find((township) => township.id === id)?.name ?? me.township?.name ?? id);
  const found = accounts.data.filter((account) =>
    `${account.userName} ${account.displayName}`.toLowerCase().includes(search.trim().toLowerCase()),
  );

  return (
    <Card>
      <Flex justify="space-between" gap="small" wrap className="table-tools">
        <Input.Search
          allowClear
          placeholder="按用户名或名称查找"
          aria-label="按用户名或名称查找"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          style={{ maxWidth: 280 }}
        />
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setOpening(true)}
          data-testid="open-account"
        >
          开立账号
        </Button>
      </Flex>
      <Table<AccountLine>
        rowKey="userName"
        dataSource={found}
        size="middle"
        scroll={{ x: "max-content" }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty description={search ? "没有符合条件的账号" : "还没有账号，请先开立。"} /> }}
        onRow={(account) => ({ "data-testid": `account-row-${account.userName}` }) as object}
        columns={[
          {
            title: "用户名",
            dataIndex: "userName",
            sorter: (a, b) => compareTexts(a.userName, b.userName),
            render: (name: string, account) => (
              <>
                {name} {account.locked && <Tag color="error">已锁定</Tag>}
              </>
            ),
          },
          { title: "名称", dataIndex: "displayName" },
          {
            title: "角色",
            dataIndex: "role",
            render: roleName,
            filters: Object.entries(roleNames).map(([value, text]) => ({ value, text })),
            onFilter: (role, account) => account.role === role,
          },
          ...(district
            ? [
                {
                  title: "街镇",
                  dataIndex: "township",
                  render: townshipName,
                  filters: (townships.data ?? []).map((township) => ({ value: township.id, text: township.name })),
                  onFilter: (township: unknown, account: AccountLine) => account.township === township,
                },
              ]
            : []),
          {
            title: "部门 / 居民区",
            key: "duty",
            render: (_, account) => account.departments.join("、") || account.area || "—",
          },
          {
            title: "操作",
            key: "actions",
            render: (_, account) => (
              <Popconfirm
                title={`重新邀请“${account.displayName}”？`}
                description="原密码和原链接立即失效，已登录的设备须重新登录。"
                okText="重新邀请"
                onConfirm={() =>
                  reset.mutateAsync(account.userName).then(setShown, (error: unknown) => {
                    message.error(asProblem(error).detail);
                  })
                }
              >
                <Button
                  size="small"
                  disabled={
                    account.userName === me.userName || account.role === "feed" || (!district && account.role === "townshipAdministrator")
                  }
                  data-testid={`invite-again-${account.userName}`}
                >
                  重新邀请
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
      <NewAccountDialog
        open={opening}
        close={() => setOpening(false)}
        opened={(link) => {
          setOpening(false);
          setShown(link);
        }}
        townships={townships.data ?? []}
      />
      <LinkShownOnce link={shown} close={() => setShown(null)} />
    </Card>
  );
}
