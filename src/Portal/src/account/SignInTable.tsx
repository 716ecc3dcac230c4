import type { UseQueryResult } from "@tanstack/react-query";
import { Empty, Skeleton, Table, Tag } from "antd";
import type { SignInLine } from "../api/shapes";
import { none } from "../display/numbers";
import { pagedByService } from "../display/paging";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { kindWords, outcomeColour, outcomeWords } from "./words";

/** 登录记录, a page of them. */
export function SignInTable(props: {
  lines: UseQueryResult<{ total: number; pageSize: number; items: SignInLine[] }>;
  page: number;
  turn: (page: number) => void;
}) {
  const { data, isPending, isError, error, refetch, isPlaceholderData } = props.lines;
  if (isPending) return <Skeleton active />;
  if (isError) return <LoadFailure error={error} retry={() => void refetch()} />;
  return (
    <Table<SignInLine>
      rowKey={(line) => `${line.at} ${line.outcome}`}
      size="middle"
      data-testid="sign-ins-table"
      dataSource={data.items}
      loading={isPlaceholderData}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Empty description="还没有登录记录。" /> }}
      pagination={pagedByService({ ...data, page: props.page, unit: "条", turn: props.turn })}
      columns={[
        { title: "时间", dataIndex: "at", render: moment },
        {
          title: "结果",
          dataIndex: "outcome",
          render: (outcome: SignInLine["outcome"]) => <Tag color={outcomeColour(outcome)}>{outcomeWords[outcome]}</Tag>,
        },
        { title: "方式", dataIndex: "kind", render: (kind: SignInLine["kind"]) => kindWords[kind] },
        { title: "网络地址", dataIndex: "address", render: (address: string | null) => address ?? none },
      ]}
    />
  );
}
