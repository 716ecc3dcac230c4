import { Badge, Button, Checkbox, Empty, Flex, Input, Select, Table, Tabs, Tag } from "antd";
import { useState } from "react";
import type { CycleRates, Ticket } from "../api/shapes";
import { none } from "../display/numbers";
import { pagedByService } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { pageIn, useAddress } from "../display/useAddress";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { pageSize, useTickets } from "./queries";
import { isState, stateColours, stateOf, states, stateTitles, type TicketState } from "./states";
import { TicketDrawer } from "./TicketDrawer";

/** The tickets a page at a time, those that wait for a person first. */
export function TicketList({ cycle, rates }: { cycle: string; rates: CycleRates }) {
  const [search, change] = useAddress();
  const [shown, setShown] = useState<string | null>(null);
  // Where one starts stays where one is, also when the last waiting ticket has its area.
  const [start] = useState<TicketState | "all">(rates.unattributed > 0 ? "unattributed" : "all");
  const wanted = search.get("state") ?? start;
  const state = isState(wanted) ? wanted : undefined;
  const area = search.get("area") ?? undefined;
  const review = search.get("review") === "true";
  const page = pageIn(search);
  const tickets = useTickets(cycle, { state, area, review, page });
  const names = new Map(rates.areas.map((line) => [line.area, line.name]));
  return (
    <>
      <Tabs
        type="card"
        size="small"
        activeKey={state ?? "all"}
        onChange={(key) => change({ state: key, page: undefined })}
        items={[
          ...states.map((name) => ({ key: name, label: <StateLabel state={name} count={rates[name]} /> })),
          { key: "all", label: <span data-testid="tickets-state-all">全部</span> },
        ]}
      />
      <Flex gap="small" wrap align="center" className="table-tools">
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder="全部居民区"
          aria-label="居民区"
          data-testid="tickets-area"
          value={area ?? null}
          onChange={(id: string | null) => change({ area: id ?? undefined, page: undefined })}
          options={rates.areas.map((line) => ({ value: line.area, label: line.name }))}
          style={{ width: 200 }}
        />
        <Input.Search
          placeholder="按工单编号查看"
          aria-label="按工单编号查看"
          data-testid="tickets-number"
          onSearch={(number) => number.trim() && setShown(number.trim())}
          style={{ maxWidth: 240 }}
        />
        <Checkbox
          checked={review}
          data-testid="tickets-review"
          onChange={(event) => change({ review: event.target.checked ? "true" : undefined, page: undefined })}
        >
          只看剔除待审核
        </Checkbox>
      </Flex>
      {tickets.isError ? (
        <LoadFailure error={tickets.error} retry={() => void tickets.refetch()} />
      ) : (
        <Table<Ticket>
          rowKey="number"
          size="middle"
          data-testid="tickets-table"
          loading={tickets.isPending || tickets.isPlaceholderData}
          dataSource={tickets.data?.items ?? []}
          scroll={{ x: "max-content" }}
          pagination={pagedByService({
            page,
            pageSize,
            total: tickets.data?.total ?? 0,
            unit: "件",
            turn: (next) => change({ page: String(next) }),
          })}
          locale={{ emptyText: <Empty description={emptyText(state, area, review)} /> }}
          onRow={(ticket) =>
            rowLink(() => setShown(ticket.number), { "data-testid": `ticket-row-${ticket.number}` })
          }
          columns={[
            {
              title: "工单编号",
              dataIndex: "number",
              fixed: "left",
              render: (number: string) => (
                <Button type="link" className="cell-link code">
                  {number}
                </Button>
              ),
            },
            { title: "来源", dataIndex: "source" },
            { title: "受理时间", dataIndex: "receivedAt", render: moment },
            { title: "诉求分类", dataIndex: "kind", render: (kind: string | null) => kind ?? none },
            {
              title: "标题",
              dataIndex: "title",
              render: (title: string | null) => <div className="ticket-title">{title ?? none}</div>,
            },
            {
              title: "居民区",
              dataIndex: "area",
              render: (id: string | null, ticket) =>
                id ? (names.get(id) ?? id) : <span className="quiet">{ticket.namedArea || "未注明"}</span>,
            },
            {
              title: "办结",
              key: "disposed",
              render: (_, ticket) => <Disposal ticket={ticket} />,
            },
            { title: "解决", dataIndex: "solved", render: (solved: boolean) => (solved ? "是" : "否") },
            { title: "满意度", dataIndex: "satisfaction" },
            {
              title: "计入情况",
              key: "state",
              render: (_, ticket) => {
                const is = stateOf(ticket, rates);
                return (
                  <>
                    <Tag color={stateColours[is]}>{stateTitles[is]}</Tag>
                    {ticket.exclusion === "申请" && <Tag color="gold">剔除待审核</Tag>}
                  </>
                );
              },
            },
          ]}
        />
      )}
      <TicketDrawer number={shown} rates={rates} close={() => setShown(null)} />
    </>
  );
}

function StateLabel({ state, count }: { state: TicketState; count: number }) {
  return (
    <span data-testid={`tickets-state-${state}`}>
      {stateTitles[state]}
      {state === "unattributed" && <Badge count={count} overflowCount={9999} className="tab-badge" />}
    </span>
  );
}

function Disposal({ ticket }: { ticket: Ticket }) {
  if (ticket.finishedAt === null) return <Tag color="error">未办结</Tag>;
  return Date.parse(ticket.finishedAt) <= Date.parse(ticket.dueAt) ? <>按时</> : <Tag color="gold">超时</Tag>;
}

function emptyText(state: TicketState | undefined, area: string | undefined, review: boolean): string {
  if (review) return "没有剔除待审核的工单";
  if (area) return "没有符合条件的工单";
  if (state === "unattributed") return "没有待归属的工单";
  return state ? "没有这类工单" : "还没有工单，请先在“数据导入”中导入。";
}
