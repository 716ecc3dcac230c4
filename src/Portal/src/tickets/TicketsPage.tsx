import { Alert, Card, Flex, Skeleton, Statistic, Tabs } from "antd";
import { useNavigate, useParams } from "react-router";
import type { CycleRates, CycleView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { isPinned } from "../cycles/states";
import { PageHead } from "../display/PageHead";
import { LoadFailure } from "../display/LoadFailure";
import { useRates } from "./queries";
import { RatesTable } from "./RatesTable";
import { stateTitles } from "./states";
import { TicketList } from "./TicketList";
import "./tickets.css";

export default function TicketsPage() {
  return (
    <WithCycle wanted={useParams()["cycle"]}>{(cycle) => <TicketsOf key={cycle.id} cycle={cycle} />}</WithCycle>
  );
}

function TicketsOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const rates = useRates(cycle.id);
  return (
    <>
      <PageHead
        title="热线工单"
        about={rates.data && windowOf(rates.data)}
        actions={<CyclePicker value={cycle.id} onChange={(id) => void go(`/tickets/${id}`)} />}
      />
      {rates.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {rates.isError && <LoadFailure error={rates.error} retry={() => void rates.refetch()} />}
      {rates.data && (
        <div className="stack">
          {isPinned(cycle.state) && (
            <Alert type="info" showIcon title="本周期结果已定稿，此后的归属和剔除不再影响本周期的结果。" />
          )}
          <Card>
            <Flex gap="large" wrap className="counts">
              <Statistic title={stateTitles.countable} value={rates.data.countable} suffix="件" />
              <Statistic
                title={stateTitles.unattributed}
                value={rates.data.unattributed}
                suffix="件"
                data-testid="unattributed-count"
              />
              <Statistic title={stateTitles.excluded} value={rates.data.excluded} suffix="件" />
              <Statistic title={stateTitles.outsideWindow} value={rates.data.outsideWindow} suffix="件" />
            </Flex>
          </Card>
          <Card>
            <Tabs
              items={[
                { key: "tickets", label: "工单", children: <TicketList cycle={cycle.id} rates={rates.data} /> },
                {
                  key: "rates",
                  label: <span data-testid="rates-tab">各居民区指标</span>,
                  children: <RatesTable areas={rates.data.areas} />,
                },
              ]}
            />
          </Card>
        </div>
      )}
    </>
  );
}

const windowOf = (rates: CycleRates): string =>
  rates.from === null || rates.to === null
    ? "本周期的方案不统计热线工单。"
    : `统计 ${rates.from} 至 ${rates.to} 受理的 ${rates.sources.join("、")}工单。`;
