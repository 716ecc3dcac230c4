import { Button, Card, Empty, Segmented, Skeleton, Tabs } from "antd";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { CycleView, EventForm, EventStage, EventView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { useAddress } from "../display/useAddress";
import { ApplyDialog } from "./ApplyDialog";
import { admitsEvents, hasWaivers, inOrderOfWork, rulesToApplyFor } from "./duties";
import { EventDrawer } from "./EventDrawer";
import { EventTable } from "./EventTable";
import { useEventForm, useEvents } from "./queries";
import { RiskTab } from "./RiskTab";
import { WaitingCard } from "./WaitingCard";
import { stageWords } from "./words";
import "./events.css";

export default function EventsPage() {
  return <WithCycle wanted={useParams()["cycle"]}>{(cycle) => <EventsOf key={cycle.id} cycle={cycle} />}</WithCycle>;
}

/** 加减分事项: applied for, checked, approved; what waits for the signed-in person is on top. */
function EventsOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const [search, change] = useAddress();
  const [applying, setApplying] = useState(false);
  const events = useEvents(cycle.id);
  const form = useEventForm(cycle.id);
  const mayApply = form.data !== undefined && admitsEvents(cycle) && rulesToApplyFor(form.data).length > 0;
  const failure = events.error ?? form.error;
  const tab = search.get("tab") === "risks" ? "risks" : "events";
  return (
    <>
      <PageHead
        title="加减分事项"
        about="申报、核实、核准三道手续，核准的计入成绩"
        actions={
          <>
            <CyclePicker value={cycle.id} onChange={(id) => void go(`/events/${id}`)} />
            {mayApply && (
              <Button type="primary" onClick={() => setApplying(true)} data-testid="apply-event">
                申报事项
              </Button>
            )}
          </>
        }
      />
      {(events.isPending || form.isPending) && !failure && <Skeleton active paragraph={{ rows: 8 }} />}
      {failure && (
        <LoadFailure
          error={failure}
          retry={() => {
            void events.refetch();
            void form.refetch();
          }}
        />
      )}
      {events.data && form.data && (
        <>
          {hasWaivers(form.data) ? (
            <Tabs
              activeKey={tab}
              onChange={(key) => change({ tab: key === "risks" ? key : null })}
              items={[
                { key: "events", label: "事项", children: <Lists cycle={cycle} form={form.data} events={events.data} /> },
                { key: "risks", label: "改革风险备案", children: <RiskTab cycle={cycle} form={form.data} /> },
              ]}
            />
          ) : (
            <Lists cycle={cycle} form={form.data} events={events.data} />
          )}
          <ApplyDialog cycle={cycle.id} form={form.data} open={applying} close={() => setApplying(false)} />
        </>
      )}
    </>
  );
}

function Lists({ cycle, form, events }: { cycle: CycleView; form: EventForm; events: readonly EventView[] }) {
  const [search, change] = useAddress();
  const stage = search.get("stage");
  const shown = events.find((one) => one.id === search.get("event"));
  const open = (number: string) => change({ event: number });
  const listed = inOrderOfWork(events).filter((one) => stage === null || one.stage === stage);
  return (
    <div className="stack">
      <WaitingCard cycle={cycle.id} form={form} hand="check" events={events} open={open} />
      <WaitingCard cycle={cycle.id} form={form} hand="approve" events={events} open={open} />
      <Card title="全部事项">
        {events.length === 0 ? (
          <Empty
            data-testid="no-events"
            description={
              rulesToApplyFor(form).length > 0
                ? "还没有事项。有表彰或应当扣分的，点“申报事项”。"
                : "没有与您有关的加减分事项。"
            }
          />
        ) : (
          <>
            <div className="event-stages">
              <Segmented
                aria-label="办理环节"
                value={stage ?? ""}
                onChange={(value) => change({ stage: value || null })}
                options={[
                  { value: "", label: `全部 ${events.length}` },
                  ...(Object.keys(stageWords) as EventStage[]).map((one) => ({
                    value: one,
                    label: `${stageWords[one].title} ${events.filter((event) => event.stage === one).length}`,
                  })),
                ]}
              />
            </div>
            <EventTable events={listed} form={form} open={open} testId="events-table" />
          </>
        )}
      </Card>
      <EventDrawer cycle={cycle.id} form={form} event={shown} close={() => change({ event: null })} />
    </div>
  );
}
