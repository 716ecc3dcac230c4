import { App, Button, Card, Empty, Popconfirm, Skeleton, Table, Tag } from "antd";
import type { SessionLine } from "../api/shapes";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { useProblem } from "../display/useProblem";
import { browserName } from "./browserName";
import { useEndOtherSessions, useEndSession, useOwnSessions } from "./queries";
import { kindWords } from "./words";

/** 已登录的设备 */
export function SessionsCard() {
  const { message } = App.useApp();
  const problem = useProblem();
  const sessions = useOwnSessions();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const others = sessions.data?.some((session) => !session.own) ?? false;
  return (
    <Card
      title="已登录的设备"
      extra={
        others && (
          <Popconfirm
            title="退出其他全部设备？"
            description="这些设备须重新登录；本设备不受影响。"
            okText="全部退出"
            onConfirm={() =>
              void endOthers.mutateAsync().then(() => void message.success("其他设备已全部退出"), problem.showMessage)
            }
          >
            <Button danger size="small" loading={endOthers.isPending} data-testid="end-other-sessions">
              退出其他设备
            </Button>
          </Popconfirm>
        )
      }
    >
      {sessions.isPending && <Skeleton active />}
      {sessions.isError && <LoadFailure error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data && (
        <Table<SessionLine>
          rowKey="id"
          size="middle"
          data-testid="sessions-table"
          dataSource={sessions.data}
          scroll={{ x: "max-content" }}
          pagination={paged(10)}
          locale={{ emptyText: <Empty description="没有其他设备登录。" /> }}
          columns={[
            {
              title: "设备",
              dataIndex: "browser",
              render: (browser: string | null, session) => (
                <span title={browser ?? ""}>
                  {browserName(browser)} {session.own && <Tag color="processing">本设备</Tag>}
                </span>
              ),
            },
            { title: "方式", dataIndex: "kind", render: (kind: SessionLine["kind"]) => kindWords[kind] },
            { title: "网络地址", dataIndex: "address", render: (address: string | null) => address ?? none },
            { title: "登录时间", dataIndex: "createdAt", render: moment },
            { title: "最近使用", dataIndex: "seenAt", render: moment },
            {
              title: "操作",
              key: "end",
              render: (_, session) =>
                !session.own && (
                  <Button
                    size="small"
                    loading={end.isPending && end.variables === session.id}
                    onClick={() =>
                      end.mutate(session.id, { onSuccess: () => void message.success("该设备已退出"), onError: problem.showMessage })
                    }
                    data-testid="end-session"
                  >
                    退出
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
