import { ArrowLeftOutlined } from "@ant-design/icons";
import { Card, Skeleton } from "antd";
import { useEffect } from "react";
import { Link, useParams } from "react-router";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { moment } from "../display/times";
import { MovesTable } from "../procedure/MovesTable";
import { CalculatedResults } from "./CalculatedResults";
import { useMoves, useVersion, useVersions } from "./queries";
import { causeWords, isFirst, standsAs } from "./versions";

/** One of the results from the pinned one on, as it was, and who moved against the one before. */
export default function VersionPage() {
  const { cycle = "", version = "" } = useParams();
  const number = Number(version);
  const versions = useVersions(cycle, true);
  const line = versions.data?.find((one) => one.number === number);
  const compared = line !== undefined && !isFirst(number, versions.data ?? []);
  const results = useVersion(cycle, number);
  // It is opened from the foot of the results.
  useEffect(() => window.scrollTo(0, 0), []);
  const stands = line && standsAs(line, versions.data ?? []);
  return (
    <>
      <Link to={`/results/${cycle}`} className="back">
        <ArrowLeftOutlined /> 考核结果
      </Link>
      <PageHead
        title={`第 ${number} 次结果`}
        about={
          line &&
          [causeWords[line.cause], stands?.title ?? "未曾生效", moment(line.at), line.reason].filter(Boolean).join("；")
        }
      />
      <div className="stack">
        {compared && (
          <Card title="与前一次结果的对照">
            <Moves cycle={cycle} number={number} />
          </Card>
        )}
        <CalculatedResults cycle={cycle} results={results} compared explained={false} />
      </div>
    </>
  );
}

function Moves({ cycle, number }: { cycle: string; number: number }) {
  const moves = useMoves(cycle, number);
  if (moves.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (moves.isError) return <LoadFailure error={moves.error} retry={() => void moves.refetch()} />;
  return <MovesTable moved={moves.data} />;
}
