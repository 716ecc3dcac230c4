import { Button, Empty } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { asProblem } from "../api/problem";
import type { CycleView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { cycleTitle } from "../cycles/cycleTitle";
import { isCalculated, isFinal, isPinned } from "../cycles/states";
import { DownloadButton } from "../display/DownloadButton";
import { PageHead } from "../display/PageHead";
import { moment } from "../display/times";
import { CorrectionBanner } from "../procedure/CorrectionBanner";
import { maySee, seesAllResults } from "../session/roles";
import { useMe } from "../session/session";
import { CalculatedResults } from "./CalculatedResults";
import { useResults } from "./queries";
import { VersionsCard } from "./VersionsCard";

export default function ResultsPage() {
  return (
    <WithCycle wanted={useParams()["cycle"]} fits={(cycle) => isCalculated(cycle.state)}>
      {(cycle) => <ResultsOf cycle={cycle} />}
    </WithCycle>
  );
}

function ResultsOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const me = useMe();
  // Who is assessed sees the own result only, from when on the scheme says: nothing to compare, nothing to download.
  const seesAll = seesAllResults(me.roles);
  const calculated = isCalculated(cycle.state);
  const decides = ["townshipAdministrator", "leader"].some((role) => me.roles.includes(role));
  const results = useResults(cycle.id, calculated);
  const shown = calculated && !(results.isError && asProblem(results.error).code === "own-result-is-not-fed-back-yet");
  return (
    <>
      <PageHead
        title="考核结果"
        about={
          results.data
            ? `${isFinal(cycle.state) ? "已生效" : "未生效"}，核算于 ${moment(results.data.calculatedAt)}`
            : undefined
        }
        actions={
          <>
            <CyclePicker value={cycle.id} onChange={(id) => void go(`/results/${id}`)} />
            {seesAll && (
              <DownloadButton
                address={`/api/scoring/cycles/${cycle.id}/results.xlsx`}
                fileName={`${cycleTitle(cycle)} 考核结果.xlsx`}
                testId="download-results"
                disabled={!calculated}
              >
                下载表格
              </DownloadButton>
            )}
            {decides && (
              <DownloadButton
                address={`/api/scoring/cycles/${cycle.id}/results/facts.json`}
                fileName={`${cycleTitle(cycle)} 计算依据.json`}
                testId="download-facts"
                disabled={!calculated}
              >
                下载计算依据
              </DownloadButton>
            )}
            {isFinal(cycle.state) && decides && (
              <DownloadButton
                address={`/api/scoring/cycles/${cycle.id}/final-file`}
                fileName={`${cycleTitle(cycle)} 最终结果.zip`}
                testId="download-final-file"
              >
                下载最终结果文件
              </DownloadButton>
            )}
          </>
        }
      />
      <CorrectionBanner cycle={cycle} />
      {shown ? (
        <CalculatedResults
          cycle={cycle.id}
          results={results}
          compared={seesAll}
          explained={!seesAll || ["townshipAdministrator", "leader", "area"].some((role) => me.roles.includes(role))}
        />
      ) : (
        <Empty description={seesAll ? "这个周期还没有核算。" : "考核结果按方案公示或者反馈以后可在此查看。"}>
          {maySee("/cycles", me.roles) && (
            <Link to={`/cycles/${cycle.id}`}>
              <Button type="primary">查看进度</Button>
            </Link>
          )}
        </Empty>
      )}
      {isPinned(cycle.state) && decides && <VersionsCard cycle={cycle.id} />}
    </>
  );
}
