import { Alert, Button, Card, Empty, Skeleton } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import type { CycleView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { cycleTitle } from "../cycles/cycleTitle";
import { isCalculated } from "../cycles/states";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { CorrectionBanner } from "./CorrectionBanner";
import { CorrectionPanel } from "./CorrectionPanel";
import { DueStep } from "./DueStep";
import { useProcedure } from "./queries";
import { StandingsCard } from "./StandingsCard";
import { StepList } from "./StepList";
import "./procedure.css";

export default function ProcedurePage() {
  return (
    <WithCycle wanted={useParams()["cycle"]} fits={(cycle) => isCalculated(cycle.state)}>
      {(cycle) => <ProcedureOf cycle={cycle} />}
    </WithCycle>
  );
}

/** 办理程序: from the calculated to the final result, by the scheme's own steps. */
function ProcedureOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const me = useMe();
  const procedure = useProcedure(cycle.id);
  const calculated = isCalculated(cycle.state);
  return (
    <>
      <PageHead
        title="办理程序"
        about="从计算结果到生效：每一步由谁办理、依据哪一条，都按方案"
        actions={
          <>
            <CyclePicker value={cycle.id} onChange={(id) => void go(`/procedure/${id}`)} />
            {procedure.data && procedure.data.result !== null && maySee("/objections", me.roles, me.staff) && (
              <Link to={`/objections/${cycle.id}`}>
                <Button data-testid="to-objections">
                  {procedure.data.openObjections > 0 ? `异议（待认定 ${procedure.data.openObjections}）` : "异议"}
                </Button>
              </Link>
            )}
          </>
        }
      />
      {procedure.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {procedure.isError && <LoadFailure error={procedure.error} retry={() => void procedure.refetch()} />}
      {procedure.data && (
        <div className="procedure">
          <Card title={cycleTitle(cycle)} data-testid="procedure-steps">
            <StepList procedure={procedure.data} />
          </Card>
          <div className="stack">
            <CorrectionBanner cycle={cycle} linked={false} />
            {procedure.data.isFinal && procedure.data.correction === null && (
              <Alert type="success" showIcon data-testid="procedure-final" title="考核结果已经生效。" />
            )}
            {calculated ? (
              <DueStep cycle={cycle.id} procedure={procedure.data} roles={me.roles} area={me.duties.find((duty) => duty.role === "area")?.area ?? null} />
            ) : (
              <Card>
                <Empty description="成绩还没有算出，算出以后才能定稿。">
                  {maySee("/cycles", me.roles) && <Link to={`/cycles/${cycle.id}`}>查看进度</Link>}
                </Empty>
              </Card>
            )}
            {me.roles.includes("townshipAdministrator") && (
              // What was typed for one correction is nothing for the next.
              <CorrectionPanel key={procedure.data.version} cycle={cycle.id} procedure={procedure.data} />
            )}
            {procedure.data.result !== null && <StandingsCard cycle={cycle.id} />}
          </div>
        </div>
      )}
    </>
  );
}
