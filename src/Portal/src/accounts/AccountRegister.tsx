import { PlusOutlined } from "@ant-design/icons";
import { Button, Card, Empty, Flex, Input, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { AccountLine, InvitationLink } from "../api/shapes";
import { compareTexts } from "../display/compare";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { LoadFailure } from "../display/LoadFailure";
import { roleNames } from "../session/roles";
import { useMe } from "../session/session";
import { AccountDrawer } from "./AccountDrawer";
import { dutyText, isProgram } from "./duty";
import { LinkShownOnce } from "./LinkShownOnce";
import { NewAccountDialog } from "./NewAccountDialog";
import { useAccounts, useTownships } from "./queries";
import { stateOf, stateWords } from "./state";

/** 账号名册 */
export function AccountRegister() {
  const me = useMe();
  const district = me.roles.includes("district");
  const accounts = useAccounts();
  const townships = useTownships(district);
  const [address, setAddress] = useSearchParams();
  const [search, setSearch] = useState("");
  const [opening, setOpening] = useState(false);
  const [link, setLink] = useState<InvitationLink | null>(null);
  if (accounts.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (accounts.isError) return <LoadFailure error={accounts.error} retry={() => void accounts.refetch()} />;

  const show = (userName: string | null) => setAddress(userName ? { account: userName } : {}, { replace: true });
  const shown = accounts.data.find((account) => account.userName === address.get("account"));
  const townshipName = (id: string | null) =>
    id === null ? none : (townships.data?.find((township) => township.id === id)?.name ?? me.township?.name ?? id);
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
        pagination={paged(20)}
        locale={{ emptyText: <Empty description={search ? "没有符合条件的账号" : "还没有账号，请先开立。"} /> }}
        onRow={(account) =>
          rowLink(() => show(account.userName), {
            "data-testid": `account-row-${account.userName}`,
            "data-state": stateOf(account),
          })
        }
        columns={[
          {
            title: "用户名",
            dataIndex: "userName",
            sorter: (a, b) => compareTexts(a.userName, b.userName),
            render: (userName: string) => (
              <Button type="link" className="cell-link" data-testid={`account-${userName}`}>
                {userName}
              </Button>
            ),
          },
          { title: "名称", dataIndex: "displayName" },
          {
            title: "状态",
            key: "state",
            filters: Object.entries(stateWords).map(([value, { title }]) => ({ value, text: title })),
            onFilter: (state, account) => stateOf(account) === state,
            render: (_, account) => {
              const { title, colour } = stateWords[stateOf(account)];
              return <Tag color={colour}>{title}</Tag>;
            },
          },
          {
            title: "职责",
            key: "duties",
            render: (_, account) => account.duties.map((duty) => <div key={duty.role}>{dutyText(duty)}</div>),
            filters: Object.entries(roleNames).map(([value, text]) => ({ value, text })),
            onFilter: (role, account) => account.duties.some((duty) => duty.role === role),
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
            title: "动态口令",
            dataIndex: "secondFactor",
            render: (enrolled: boolean, account) => (isProgram(account) ? none : enrolled ? "已绑定" : "未绑定"),
          },
        ]}
      />
      <NewAccountDialog
        open={opening}
        close={() => setOpening(false)}
        opened={(userName, invitation) => {
          setOpening(false);
          setLink(invitation);
          // A program has no link; its keys are made where it is shown.
          if (!invitation) show(userName);
        }}
        townships={townships.data ?? []}
      />
      {shown && (
        <AccountDrawer
          key={shown.userName}
          account={shown}
          townshipName={townshipName}
          invited={setLink}
          close={() => show(null)}
        />
      )}
      <LinkShownOnce link={link} close={() => setLink(null)} />
    </Card>
  );
}
