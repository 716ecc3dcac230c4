import { Descriptions, Drawer, Empty, Skeleton, Tag, Timeline, Typography } from "antd";
import { useState } from "react";
import type { CycleRates, Ticket, TicketWithHistory } from "../api/shapes";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { Attribution } from "./Attribution";
import { exclusionTitle } from "./exclusion";
import { ExclusionReview } from "./ExclusionReview";
import { useTicket } from "./queries";
import { stateColours, stateOf, stateTitles } from "./states";

/** One ticket with its texts, what people decided about it, and what can be decided next. */
export function TicketDrawer(props: { number: string | null; rates: CycleRates; close: () => void }) {
  return (
    <Drawer
      title={props.number ? `工单 ${props.number}` : ""}
      open={props.number !== null}
      onClose={props.close}
      size="min(640px, 100vw)"
      destroyOnHidden
    >
      {props.number && <TicketDetails number={props.number} rates={props.rates} />}
    </Drawer>
  );
}

function TicketDetails({ number, rates }: { number: string; rates: CycleRates }) {
  const ticket = useTicket(number);
  // One's own opinion, once given, starts the form again; what somebody else does leaves what was written in it.
  const [opinions, setOpinions] = useState(0);
  if (ticket.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (ticket.isError) return <LoadFailure error={ticket.error} retry={() => void ticket.refetch()} />;
  return (
    <div className="stack" data-testid="ticket-shown">
      <Facts ticket={ticket.data.ticket} rates={rates} />
      <Attribution of={ticket.data} areas={rates.areas} />
      <ExclusionReview
        key={opinions}
        of={ticket.data}
        areas={rates.areas}
        decided={() => setOpinions((before) => before + 1)}
      />
      <History of={ticket.data} rates={rates} />
    </div>
  );
}

const attributedBy: Record<Ticket["attributedBy"], string> = {
  nobody: "待人工归属",
  file: "按文件所列居民区",
  address: "按地址识别",
  person: "人工归属",
};

const nameOf = (rates: CycleRates, area: string): string =>
  rates.areas.find((line) => line.area === area)?.name ?? area;

function Facts({ ticket, rates }: { ticket: Ticket; rates: CycleRates }) {
  const state = stateOf(ticket, rates);
  const item = (label: string, children: React.ReactNode) => ({ key: label, label, children: children || none });
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={[
        item("计入情况", <Tag color={stateColours[state]}>{stateTitles[state]}</Tag>),
        item("标题", ticket.title),
        item("内容", <div className="ticket-content">{ticket.content ?? none}</div>),
        item("地址", ticket.address),
        item("诉求分类", ticket.kind),
        item("来源", ticket.source),
        item("受理时间", moment(ticket.receivedAt)),
        item("办结时限", moment(ticket.dueAt)),
        item("办结时间", moment(ticket.finishedAt)),
        item("是否解决", ticket.solved ? "是" : "否"),
        item("满意度", ticket.satisfaction),
        item("文件所列居民区", ticket.namedArea),
        item(
          "归属居民区",
          ticket.area ? `${nameOf(rates, ticket.area)}（${attributedBy[ticket.attributedBy]}）` : attributedBy.nobody,
        ),
        item("剔除", exclusionTitle(ticket)),
      ]}
    />
  );
}

function History({ of, rates }: { of: TicketWithHistory; rates: CycleRates }) {
  const steps = [
    ...of.attributions.map((step) => ({ at: step.at, by: step.by, what: `归属到${nameOf(rates, step.area)}`, note: null })),
    ...of.exclusions.map((step) => ({
      at: step.at,
      by: step.by,
      what: `剔除${step.state}（${step.reason}）`,
      note: step.note,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <section>
      <Typography.Title level={2}>办理记录</Typography.Title>
      {steps.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有人工归属或剔除审核的记录" />
      ) : (
        <Timeline
          data-testid="ticket-history"
          items={steps.map((step) => ({
            content: (
              <>
                <div>{step.what}</div>
                {step.note && <div>{step.note}</div>}
                <div className="quiet">
                  {moment(step.at)} {step.by}
                </div>
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
