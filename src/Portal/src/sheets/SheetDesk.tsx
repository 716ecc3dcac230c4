import { Alert, App, Button, Card, Empty, Flex } from "antd";
import { useMemo, useRef, useState } from "react";
import { shortName } from "../display/itemName";
import { LoadFailure } from "../display/LoadFailure";
import { useIsNarrow } from "../display/useIsNarrow";
import { LeaveGuard } from "../edits/LeaveGuard";
import { ActButtons } from "./ActButtons";
import { type CellName, movedSinceSigned, rowsOf } from "./cells";
import type { CellsHandle } from "./cellsProps";
import { ConflictList } from "./ConflictList";
import type { Entry } from "./edits";
import { ProblemList } from "./ProblemList";
import { numberText } from "./readNumber";
import { ReasonsDialog } from "./ReasonsDialog";
import { SaveBar } from "./SaveBar";
import type { SheetFileRead, SheetName, SheetView } from "./shapes";
import { SheetByItem } from "./SheetByItem";
import { SheetFile } from "./SheetFile";
import { SheetGrid } from "./SheetGrid";
import { SheetHistory } from "./SheetHistory";
import { SheetStanding } from "./SheetStanding";
import { useSheetEdits } from "./useSheetEdits";

/** Where a sheet is filled in or looked through. */
export function SheetDesk({ cycle, sheet, view }: { cycle: string; sheet: SheetName; view: SheetView }) {
  const { summary } = view;
  const narrow = useIsNarrow();
  const { message } = App.useApp();
  const shown = useRef<CellsHandle>(null);
  const [told, tell] = useState<string | null>(null);
  const [read, setRead] = useState<SheetFileRead>();
  const edits = useSheetEdits(cycle, sheet, view);
  const { unsaved, problems } = edits;
  const rows = useMemo(() => rowsOf(view.subjects), [view.subjects]);
  const names = useMemo(() => new Map(rows.map((one) => [one.id, one.name])), [rows]);
  const titles = useMemo(() => new Map(view.items.map(({ item, title }) => [item, shortName({ id: item, title })])), [view.items]);
  const wordsOf = ({ subject, item }: CellName) => `${names.get(subject) ?? subject} · ${titles.get(item) ?? item}`;
  const goTo = (cell: CellName) => shown.current?.goTo(cell);
  const readOnly = !summary.mayEnter;
  const moved = readOnly ? movedSinceSigned(view.cells) : [];
  const [lookedAt, lookAt] = useState(-1);
  const save = () => {
    if (edits.overtaken.length === 0 && problems.length > 0) {
      goTo(problems[0]!);
      return void message.warning(`有 ${problems.length} 格不符合要求，请改正后再保存。`);
    }
    edits.save();
  };
  const fill = (file: SheetFileRead) => {
    edits.enter(
      file.cells.map(({ subject, item, value, reason, version }): Entry => ({ subject, item, text: numberText(value), reason, version })),
    );
    setRead(file);
  };
  const Cells = narrow ? SheetByItem : SheetGrid;
  return (
    <>
      <LeaveGuard unsaved={unsaved.length > 0} about={`还有 ${unsaved.length} 格没有保存，离开后不再保留。`} />
      <Card size="small">
        <Flex gap="middle" wrap justify="space-between" align="flex-start">
          <SheetStanding summary={summary} />
          <Flex gap="small" wrap align="center">
            <SheetFile cycle={cycle} sheet={sheet} title={summary} readOnly={readOnly} read={fill} />
            <ActButtons
              cycle={cycle}
              sheets={[summary]}
              all={[summary]}
              hindrance={unsaved.length > 0 ? "请先保存或放弃未保存的分值。" : undefined}
            />
          </Flex>
        </Flex>
      </Card>
      {summary.reason && (summary.state === "returned" || summary.state === "reopened") && (
        <Alert
          type="warning"
          showIcon
          title={summary.state === "returned" ? "评分表已退回，请修改后重新提交。" : "评分表已重新开启，修改后须重新提交。"}
          description={`理由：${summary.reason}`}
        />
      )}
      {view.items.length === 0 || rows.length === 0 ? (
        <Card>
          <Empty description={view.items.length === 0 ? "本期没有由本科室评分的项目。" : "名册中还没有评分对象，请联系街镇管理员。"} />
        </Card>
      ) : (
        <Card className="sheet-card">
          {readOnly && unsaved.length > 0 && (
            <Alert
              type="warning"
              showIcon
              data-testid="locked-meanwhile"
              title={`评分表在您填写时已锁定，${unsaved.length} 格不能保存。确需修改的，请分管领导退回或重新开启。`}
              action={
                <Button size="small" onClick={edits.giveUp}>
                  放弃这些分值
                </Button>
              }
            />
          )}
          {edits.failure !== null && <LoadFailure title="没有保存" error={edits.failure} />}
          <ConflictList edits={edits} wordsOf={wordsOf} goTo={goTo} />
          {read && (
            <ProblemList
              title={`读入 ${read.cells.length} 格${emptied(read)}，尚未保存。${read.problems.length > 0 ? `另有 ${read.problems.length} 处没有读入：` : ""}`}
              type={read.problems.length > 0 ? "warning" : "info"}
              problems={read.problems.map((one) => ({
                message: [one.line ? `第 ${one.line} 行` : "", one.message].filter(Boolean).join("，"),
                ...edits.cellNamed(one.column),
              }))}
              wordsOf={wordsOf}
              goTo={goTo}
              close={() => setRead(undefined)}
              testId="file-problems"
            />
          )}
          {told && <Alert type="warning" showIcon closable title={told} afterClose={() => tell(null)} data-testid="left-out" />}
          {moved.length > 0 && (
            <Alert
              type="info"
              showIcon
              title={`${moved.length} 格与上次签批的分值不同，已在表中标出（划去的为上次签批的分值）。`}
              data-testid="moved-since-signed"
              action={
                <button
                  type="button"
                  className="jump"
                  onClick={() => {
                    const next = (lookedAt + 1) % moved.length;
                    lookAt(next);
                    goTo(moved[next]!);
                  }}
                >
                  逐处查看
                </button>
              }
            />
          )}
          <Cells
            ref={shown}
            cycle={cycle}
            view={view}
            edits={edits}
            readOnly={readOnly}
            tell={tell}
          />
          {/* Below the cells, which do not move while one types. */}
          {problems.length > 0 && (
            <ProblemList
              title={`${problems.length} 格不符合要求，改正后才能保存：`}
              type="error"
              problems={problems}
              wordsOf={wordsOf}
              goTo={goTo}
              testId="cell-problems"
            />
          )}
          {!readOnly && <SaveBar edits={edits} save={save} goTo={goTo} />}
        </Card>
      )}
      <SheetHistory acts={view.acts} />
      {edits.asking && (
        <ReasonsDialog drafts={edits.asking} saved={edits.saved} wordsOf={wordsOf} done={edits.explain} close={edits.stopAsking} />
      )}
    </>
  );
}

const emptied = ({ cells }: SheetFileRead): string => {
  const count = cells.filter((cell) => cell.value === null).length;
  return count > 0 ? `（其中 ${count} 格为空）` : "";
};
