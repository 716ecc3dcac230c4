import { ArrowLeftOutlined } from "@ant-design/icons";
import { Alert, Button, Card, Empty, Skeleton } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { CycleView } from "../api/shapes";
import { WithCycle } from "../cycles/CyclePicker";
import { cycleTitle } from "../cycles/cycleTitle";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { NotYourPage } from "../layout/NotYourPage";
import { useMe } from "../session/session";
import { AdjustmentCard } from "./AdjustmentCard";
import { admitsAdjustments, mayPropose, maySeeAdjustments } from "./duties";
import { ProposeDialog } from "./ProposeDialog";
import { useAdjustments } from "./queries";
import { useSubjects } from "./subjects";
import { useIndicators } from "./useIndicators";
import { inOrderOfWork } from "./words";
import "./adjustments.css";

export default function AdjustmentsPage() {
  const { cycle = "" } = useParams();
  const me = useMe();
  if (!maySeeAdjustments(me.roles)) return <NotYourPage />;
  return (
    <>
      <Link to={`/cycles/${cycle}`} className="back">
        <ArrowLeftOutlined /> 返回考核周期
      </Link>
      <WithCycle wanted={cycle}>{(one) => <AdjustmentsOf key={one.id} cycle={one} />}</WithCycle>
    </>
  );
}

/** 不可抗力调整: proposed by the office, approved or refused after the meeting, before the freezing. */
function AdjustmentsOf({ cycle }: { cycle: CycleView }) {
  const me = useMe();
  const [proposing, setProposing] = useState(false);
  const adjustments = useAdjustments(cycle.id);
  const subjects = useSubjects();
  const list = inOrderOfWork(adjustments.data ?? []);
  const indicators = useIndicators(
    cycle,
    list.flatMap((one) => one.values.map((value) => value.subject)),
    subjects.isArea,
  );
  const proposes = mayPropose(cycle, me);
  return (
    <>
      <PageHead
        title="不可抗力调整"
        about={`${cycleTitle(cycle)}：遇不可抗力因素的，考核办公室提出调整意见，报会议审定`}
        actions={
          proposes && (
            <Button type="primary" onClick={() => setProposing(true)} data-testid="propose-adjustment">
              提出调整意见
            </Button>
          )
        }
      />
      {adjustments.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {adjustments.isError && (
        <LoadFailure error={adjustments.error} retry={() => void adjustments.refetch()} />
      )}
      {adjustments.data && (
        <div className="stack" data-testid="adjustments">
          {!admitsAdjustments(cycle) && (
            <Alert
              type="info"
              showIcon
              data-testid="adjustments-closed"
              title={
                cycle.state === "cancelled" ? "本次考核已撤销，不再调整。" : "结果已定稿，不再提出、审定调整；以下仅供查阅。"
              }
            />
          )}
          {admitsAdjustments(cycle) && indicators.outdated && list.some((one) => one.state === "approved") && (
            <Alert
              type="warning"
              showIcon
              data-testid="adjustments-outdated"
              title="数据在最近一次核算以后有变动，重新核算后结果才包括已审定的调整。"
              action={<Link to={`/cycles/${cycle.id}`}>考核周期</Link>}
            />
          )}
          {list.length === 0 ? (
            <Card>
              <Empty
                data-testid="no-adjustments"
                description={
                  proposes ? "没有调整意见。遇不可抗力、对指标完成有重大影响的，可以在此提出。" : "没有调整意见。"
                }
              />
            </Card>
          ) : (
            list.map((one) => (
              <AdjustmentCard
                key={one.number}
                cycle={cycle}
                adjustment={one}
                nameOf={subjects.nameOf}
                indicatorsOf={indicators.of}
              />
            ))
          )}
        </div>
      )}
      {proposes && <ProposeDialog cycle={cycle} open={proposing} close={() => setProposing(false)} />}
    </>
  );
}
