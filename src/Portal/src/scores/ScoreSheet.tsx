import { App, Button, Input, InputNumber, Skeleton, Space, Table, Typography } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import { useAreaNames } from "../cycles/queries";
import { LoadFailure } from "../display/LoadFailure";
import { FilePicker } from "../files/FilePicker";
import { sameFiles } from "../files/files";
import { problemOf, rangeWords, type ScoreRange } from "./entry";
import { useGiveScore, useScores } from "./queries";
import { WithdrawScore } from "./WithdrawScore";

interface Line {
  area: string;
  name: string;
  score: number | null;
  reason: string | null;
  files: readonly string[];
}

const none: readonly string[] = [];

export function ScoreSheet(props: {
  cycle: string;
  item: string;
  department: string;
  /** 期次; null where the line is scored once a year. */
  period: string | null;
  range: ScoreRange;
  closed: boolean;
}) {
  const areas = useAreaNames();
  const scores = useScores(props.cycle, props.item, props.department, props.period);
  if (areas.isPending || scores.isPending) return <Skeleton active />;
  if (areas.isError) return <LoadFailure error={areas.error} retry={() => void areas.refetch()} />;
  if (scores.isError) return <LoadFailure error={scores.error} retry={() => void scores.refetch()} />;
  const lines = [...areas.data].map(([area, name]): Line => {
    const given = scores.data.get(area);
    return { area, name, score: given?.score ?? null, reason: given?.reason ?? null, files: given?.files ?? none };
  });
  return (
    <Table<Line>
      rowKey="area"
      size="middle"
      data-testid="score-sheet"
      dataSource={lines}
      pagination={false}
      columns={[
        { title: "居民区", dataIndex: "name" },
        {
          title: `评分（${rangeWords(props.range)}）与理由`,
          key: "entry",
          render: (_, line) => (
            <ScoreEntry
              // What the ledger holds is the entry's start; a changed ledger starts it again.
              key={`${line.score}|${line.reason}|${line.files.join()}`}
              line={line}
              cycle={props.cycle}
              item={props.item}
              department={props.department}
              period={props.period}
              range={props.range}
              closed={props.closed}
            />
          ),
        },
      ]}
    />
  );
}

function ScoreEntry(props: {
  line: Line;
  cycle: string;
  item: string;
  department: string;
  period: string | null;
  range: ScoreRange;
  closed: boolean;
}) {
  const { line, item, department, period } = props;
  const { message } = App.useApp();
  const [score, setScore] = useState(line.score);
  const [reason, setReason] = useState(line.reason ?? "");
  const [files, setFiles] = useState(line.files);
  const give = useGiveScore(props.cycle);
  const before = { score: line.score, reason: line.reason ?? "" };
  const changed = score !== before.score || reason !== before.reason || !sameFiles(files, line.files);
  const problem = problemOf({ score, reason }, before, props.range);
  const shown = changed && score !== null ? problem : null;
  const save = () => {
    if (score === null || problem !== null || !changed) return;
    give.mutate(
      { area: line.area, item, department, period, score, reason: reason.trim() || null, files },
      {
        onSuccess: () => void message.success(`${line.name}：已保存`),
        onError: (error) => {
          const refused = asProblem(error);
          message.error(refused.places[0]?.message ?? refused.detail);
        },
      },
    );
  };
  return (
    <>
      <Space wrap>
        <InputNumber
          aria-label={`${line.name}评分`}
          data-testid={`score-${line.area}`}
          value={score}
          step={props.range.step ?? 1}
          status={shown ? "error" : ""}
          disabled={props.closed}
          onChange={setScore}
          onPressEnter={save}
          style={{ width: 96 }}
        />
        <Input
          aria-label={`${line.name}理由`}
          data-testid={`reason-${line.area}`}
          placeholder={line.score === null ? "理由" : "理由（改分必填）"}
          value={reason}
          disabled={props.closed}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={save}
          style={{ width: "min(320px, 40vw)" }}
        />
        <Button
          disabled={props.closed || !changed || problem !== null}
          loading={give.isPending}
          onClick={save}
          data-testid={`save-score-${line.area}`}
        >
          保存
        </Button>
        {line.score !== null && !props.closed && (
          <WithdrawScore
            cycle={props.cycle}
            area={line.area}
            name={line.name}
            item={item}
            department={department}
            period={period}
          />
        )}
      </Space>
      <FilePicker
        cycle={props.cycle}
        label={line.name}
        value={files}
        saved={line.files}
        disabled={props.closed}
        onChange={setFiles}
        testId={`files-${line.area}`}
      />
      {shown && (
        <Typography.Text type="danger" role="alert" style={{ display: "block" }} data-testid={`problem-${line.area}`}>
          {shown}
        </Typography.Text>
      )}
    </>
  );
}
