import { App, Button, Input, InputNumber, Space, Typography } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { LedgerEntry } from "../api/shapes";
import { Conflict } from "../edits/Conflict";
import { FilePicker } from "../files/FilePicker";
import { useFiles } from "../files/queries";
import { problemOf, type ScoreRange } from "./entry";
import { useGiveScore } from "./queries";
import { type Cell, cellOf, columnsOf, conflictText, draftOf, type Entry, isChanged, meet } from "./sheet";
import { WithdrawScore } from "./WithdrawScore";

/** One area's score, its reason and evidence. Whoever is the later of two sees both and chooses, in the row. */
export function ScoreEntry(props: {
  cycle: string;
  item: string;
  department: string;
  period: string | null;
  range: ScoreRange;
  closed: boolean;
  area: string;
  name: string;
  cell: Cell;
}) {
  const { item, department, period, area, name } = props;
  const { message } = App.useApp();
  const files = useFiles(props.cycle);
  const [draft, setDraft] = useState(() => draftOf(props.cell));
  const [refusal, setRefusal] = useState<string | null>(null);
  const give = useGiveScore(props.cycle);
  const met = meet(draft, props.cell);
  if (met !== draft) setDraft(met);
  const { base, now, mine } = met;
  const before = { score: base.entry.score, reason: base.entry.reason };
  const changed = isChanged(met);
  const problem = problemOf(now, before, props.range);
  const mistake = changed && now.score !== null ? problem : null;
  const shown = mistake ?? refusal;
  const type = (part: Partial<Entry>) => {
    setRefusal(null);
    setDraft((old) => ({ ...old, now: { ...old.now, ...part } }));
  };
  const saved = (cell: Cell) => {
    setRefusal(null);
    setDraft(draftOf(cell));
  };
  /** The score that somebody else has given meanwhile; without it, the refusal is said in the row. */
  const refused = (error: unknown, told: (cell: Cell) => string | null) => {
    const { status, current, detail, places } = asProblem(error);
    const cell = status === 412 && current ? cellOf(current as LedgerEntry) : null;
    setRefusal(cell ? told(cell) : (places[0]?.message ?? detail));
    if (cell) setDraft((old) => meet(old, cell));
  };
  const save = () => {
    if (now.score === null || problem !== null || !changed) return;
    const { score, reason } = now;
    give.mutate(
      { area, item, department, period, score, reason: reason.trim() || null, files: now.files, seen: base.id },
      {
        onSuccess: (id) => {
          saved({ ...base, id, entry: { ...now, reason: reason.trim() }, withdrawn: false });
          void message.success(`${name}：已保存`);
        },
        onError: (error) => refused(error, () => null),
      },
    );
  };
  return (
    <>
      {mine && (
        <Conflict
          // Another score once more is another choice.
          key={base.id}
          about={conflictText(base)}
          by={base.by}
          at={base.at}
          columns={columnsOf((id) => files.data?.get(id)?.fileName ?? "佐证文件")}
          mine={mine}
          theirs={base.entry}
          now={now}
          choose={type}
          testId={`conflict-${area}`}
        />
      )}
      <Space wrap>
        <InputNumber
          aria-label={`${name}评分`}
          data-testid={`score-${area}`}
          value={now.score}
          step={props.range.step ?? 1}
          status={mistake ? "error" : ""}
          disabled={props.closed}
          onChange={(score) => type({ score })}
          onPressEnter={save}
          style={{ width: 96 }}
        />
        <Input
          aria-label={`${name}理由`}
          data-testid={`reason-${area}`}
          placeholder={base.id === 0 ? "理由" : "理由（改分必填）"}
          value={now.reason}
          disabled={props.closed}
          maxLength={500}
          onChange={(event) => type({ reason: event.target.value })}
          onPressEnter={save}
          style={{ width: "min(320px, 40vw)" }}
        />
        <Button
          type={mine ? "primary" : "default"}
          disabled={props.closed || !changed || problem !== null}
          loading={give.isPending}
          onClick={save}
          data-testid={`save-score-${area}`}
        >
          {mine ? "按所选保存" : "保存"}
        </Button>
        {mine && (
          <Button onClick={() => saved(base)} data-testid={`leave-score-${area}`}>
            放弃我的更改
          </Button>
        )}
        {base.entry.score !== null && !mine && !props.closed && (
          <WithdrawScore
            cycle={props.cycle}
            area={area}
            name={name}
            item={item}
            department={department}
            period={period}
            seen={base.id}
            withdrawn={(id) => saved({ ...base, id, entry: { score: null, reason: "", files: [] }, withdrawn: true })}
            refused={(error) =>
              refused(error, (cell) =>
                cell.withdrawn
                  ? `这项评分已由 ${cell.by} 撤回。`
                  : `未撤回：这项评分已由 ${cell.by} 改为 ${cell.entry.score}，请核对后再决定。`,
              )
            }
          />
        )}
      </Space>
      <FilePicker
        cycle={props.cycle}
        label={name}
        value={now.files}
        saved={base.entry.files}
        disabled={props.closed}
        onChange={(change) => setDraft((old) => ({ ...old, now: { ...old.now, files: change(old.now.files) } }))}
        testId={`files-${area}`}
      />
      {shown && (
        <Typography.Text type="danger" role="alert" style={{ display: "block" }} data-testid={`problem-${area}`}>
          {shown}
        </Typography.Text>
      )}
    </>
  );
}
