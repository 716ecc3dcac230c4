import { App, Button, Input, InputNumber, Skeleton, Space, Table } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import { useAreaNames } from "../cycles/queries";
import { Trouble } from "../display/Trouble";
import { useGiveScore, useScores } from "./queries";

interface Line {
  area: string;
  name: string;
  score: number | null;
  reason: string | null;
}

export function ScoreSheet(props: {
  cycle: string;
  item: string;
  department: string;
  /** 期次; null where the line is scored once a year. */
  period: string | null;
  closed: boolean;
}) {
  const areas = useAreaNames();
  const scores = useScores(props.cycle, props.item, props.department, props.period);
  if (areas.isPending || scores.isPending) return <Skeleton active />;
  if (areas.isError) return <Trouble error={areas.error} retry={() => void areas.refetch()} />;
  if (scores.isError) return <Trouble error={scores.error} retry={() => void scores.refetch()} />;
  const lines = [...areas.data].map(([area, name]): Line => {
    const given = scores.data.get(area);
    return { area, name, score: given?.score ?? null, reason: given?.reason ?? null };
  });
  return (
    <Table<Line>
      rowKey="area"
      size="middle"
      data-testid="score-sheet"
      dataSource={lines}
      pagination={false}
      scroll={{ x: "max-content" }}
      columns={[
        { title: "居民区", dataIndex: "name", fixed: "left" },
        {
          title: "评分与理由",
          key: "entry",
          render: (_, line) => (
            <ScoreEntry
              // What the ledger holds is the entry's start; a changed ledger starts it anew.
              key={`${line.score}|${line.reason}`}
              line={line}
              cycle={props.cycle}
              item={props.item}
              period={props.period}
              closed={props.closed}
            />
          ),
        },
      ]}
    />
  );
}

function ScoreEntry(props: { line: Line; cycle: string; item: string; period: string | null; closed: boolean }) {
  const { line } = props;
  const { message } = App.useApp();
  const [score, setScore] = useState(line.score);
  const [reason, setReason] = useState(line.reason ?? "");
  const give = useGiveScore(props.cycle);
  const changed = score !== line.score || reason !== (line.reason ?? "");
  const save = () => {
    if (score === null) return;
    give.mutate(
      { area: line.area, item: props.item, period: props.period, score, reason: reason.trim() || null },
      {
        onSuccess: () => message.success(`${line.name}：已保存`),
        onError: (error) => {
          const problem = asProblem(error);
          message.error(problem.places[0]?.message ?? problem.detail);
        },
      },
    );
  };
  return (
    <Space>
      <InputNumber
        aria-label={`${line.name}评分`}
        data-testid={`score-${line.area}`}
        value={score}
        disabled={props.closed}
        onChange={setScore}
        onPressEnter={save}
        style={{ width: 96 }}
      />
      <Input
        aria-label={`${line.name}理由`}
        placeholder="理由"
        value={reason}
        disabled={props.closed}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={save}
        style={{ width: "min(320px, 40vw)" }}
      />
      <Button
        disabled={props.closed || !changed || score === null}
        loading={give.isPending}
        onClick={save}
        data-testid={`save-score-${line.area}`}
      >
        保存
      </Button>
    </Space>
  );
}
