import { ArrowLeftOutlined } from "@ant-design/icons";
import { Card, Skeleton, Steps } from "antd";
import { Link, useParams } from "react-router";
import { PageHead } from "../display/PageHead";
import { LoadFailure } from "../display/LoadFailure";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { CorrectionBanner } from "../procedure/CorrectionBanner";
import { CalculationNotice } from "./CalculationNotice";
import { CycleActions } from "./CycleActions";
import { CycleSources } from "./CycleSources";
import { cycleTitle } from "./cycleTitle";
import { CycleEnding } from "./CycleEnding";
import { isCancelled, stateAbout, stepOf, steps } from "./states";
import { useCycleProgress } from "./queries";
import { TakenOver } from "./TakenOver";

export default function CyclePage() {
  const { cycle = "" } = useParams();
  const progress = useCycleProgress(cycle);
  const me = useMe();
  return (
    <>
      <Link to="/cycles" className="back">
        <ArrowLeftOutlined /> 考核周期
      </Link>
      {progress.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {progress.isError && <LoadFailure error={progress.error} retry={() => void progress.refetch()} />}
      {progress.data && (
        <>
          <PageHead
            title={cycleTitle(progress.data)}
            about={stateAbout(progress.data.state)}
            actions={<CycleActions progress={progress.data} roles={me.roles} />}
          />
          <CorrectionBanner cycle={progress.data} />
          <div className="stack">
            <CycleEnding progress={progress.data} roles={me.roles} />
            {!isCancelled(progress.data.state) && (
              <Card data-testid="cycle-steps" data-state={progress.data.state}>
                <Steps
                  current={stepOf(progress.data.state)}
                  responsive
                  items={steps.map((step, at) => ({
                    title: <span data-testid={`cycle-step-${step.state}`}>{step.title}</span>,
                    content: step.about,
                    status: statusOf(at, stepOf(progress.data.state)),
                  }))}
                />
              </Card>
            )}
            <CalculationNotice progress={progress.data} />
            <CycleSources progress={progress.data} />
            {maySee("/registers", me.roles) && <TakenOver progress={progress.data} />}
          </div>
        </>
      )}
    </>
  );
}

/** The last step, once reached, is done: nothing follows. */
const statusOf = (at: number, reached: number) =>
  at < reached || (at === reached && at === steps.length - 1) ? "finish" : at === reached ? "process" : "wait";
