import { Skeleton, Table } from "antd";
import { useAreaNames } from "../cycles/queries";
import { LoadFailure } from "../display/LoadFailure";
import { rangeWords, type ScoreRange } from "./entry";
import { useScores } from "./queries";
import { ScoreEntry } from "./ScoreEntry";
import { type Cell, emptyCell } from "./sheet";

interface Line {
  area: string;
  name: string;
  cell: Cell;
}

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
  const lines = [...areas.data].map(([area, name]): Line => ({ area, name, cell: scores.data.get(area) ?? emptyCell }));
  return (
    <Table<Line>
      rowKey="area"
      size="middle"
      data-testid="score-sheet"
      dataSource={lines}
      pagination={false}
      columns={[
        { title: "居民区", dataIndex: "name", className: "score-area" },
        {
          title: `评分（${rangeWords(props.range)}）与理由`,
          key: "entry",
          render: (_, line) => <ScoreEntry {...props} {...line} />,
        },
      ]}
    />
  );
}
