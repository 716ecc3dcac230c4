import { ArrowLeftOutlined } from "@ant-design/icons";
import { Card, Flex, Segmented, Skeleton, Statistic, Tag } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { PageHead } from "../display/PageHead";
import { none, points, rank } from "../display/numbers";
import { LoadFailure } from "../display/LoadFailure";
import { gradeColour } from "../theme";
import { ExplanationTree } from "./ExplanationTree";
import { useExplanation, useResults } from "./queries";
import { flagsOf } from "./rows";
import "./explanationPage.css";

export default function ExplanationPage() {
  const { cycle = "", subject = "" } = useParams();
  const results = useResults(cycle, true);
  const explanation = useExplanation(cycle, subject);
  const [detail, setDetail] = useState<"brief" | "all">("brief");
  const area = results.data?.areas.find((one) => one.id === subject);
  const person = results.data?.staff.find((one) => one.id === subject);
  const own = results.data?.classes.find((one) => one.id === person?.class);
  const line = area ?? person;
  const flags = person ? flagsOf(person, own) : [];
  const findings = (results.data?.findings ?? []).filter((finding) => finding.subject === subject);
  return (
    <>
      <Link to={`/results/${cycle}`} className="back">
        <ArrowLeftOutlined /> 考核结果
      </Link>
      <PageHead title={line?.name ?? subject} about="得分由来：逐项列出计算、方案原文与依据。" />
      <div className="stack">
        {line && (
          <Card>
            <Flex gap="large" wrap className="counts" data-testid="subject-summary">
              <Statistic title="总分" value={points(line.total)} />
              <Statistic title="名次" value={rank(line.rank)} />
              {(results.data?.columns?.grade || own?.hasGrades) && (
                <div>
                  <div className="figure-title">等次</div>
                  {line.grade ? (
                    <Tag variant="outlined" color={gradeColour(line.grade)} className="figure-tag">
                      {line.grade}
                    </Tag>
                  ) : (
                    none
                  )}
                </div>
              )}
              {area?.tier && <Statistic title="档次" value={area.tier} />}
              {person?.band && <Statistic title="档次" value={person.band} />}
              {area?.category && <Statistic title="类别" value={area.category} />}
              {person && <Statistic title="单位" value={person.areaName} />}
              {person && <Statistic title="职务" value={person.postTitle ?? person.post} />}
            </Flex>
            {findings.length + flags.length > 0 && (
              <ul className="places">
                {flags.map((flag) => (
                  <li key={flag}>{flag}</li>
                ))}
                {findings.map((finding, at) => (
                  <li key={at}>{finding.message || `${finding.code} ${finding.detail ?? ""}`}</li>
                ))}
              </ul>
            )}
          </Card>
        )}
        <Card
          title="得分说明"
          extra={
            <Segmented
              aria-label="展开程度"
              value={detail}
              onChange={setDetail}
              options={[
                { value: "brief", label: "概要" },
                { value: "all", label: "全部展开" },
              ]}
              data-testid="explanation-depth"
            />
          }
        >
          {explanation.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
          {explanation.isError && <LoadFailure error={explanation.error} retry={() => void explanation.refetch()} />}
          {explanation.data && (
            <ExplanationTree key={detail} root={explanation.data} openDepth={detail === "all" ? 99 : 1} />
          )}
        </Card>
      </div>
    </>
  );
}
