import { fullName } from "../display/itemName";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { CellFiles } from "./CellFiles";
import { get, isScored, needsReason, says, type SheetColumn } from "./cells";
import { draftProblem, isOvertaken } from "./edits";
import { rangeWords } from "./range";
import { numberText } from "./readNumber";
import type { ParticipantCell, SheetSubject } from "./shapes";
import type { SheetEdits } from "./useSheetEdits";

/** What the active cell is about, above the grid: whose, which line and by which clause, who entered it, what is wrong. */
export function CellAbout(props: {
  cycle: string;
  subject: SheetSubject;
  column: SheetColumn;
  edits: SheetEdits;
  readOnly: boolean;
  participant: ParticipantCell | undefined;
}) {
  const { subject, column, edits } = props;
  const { item: line } = column;
  const name = { subject: subject.id, item: line.item };
  const cell = get(edits.saved, name);
  const draft = column.kind === "own" ? get(edits.drafts, name) : undefined;
  const problem = draft ? draftProblem(draft, line, get(edits.refusals, name)) : null;
  const said = [
    line.range && rangeWords({ ...line.range, step: line.step }),
    !line.decides && "本科室的分值只记录，不计入",
    line.others.length > 0 && `同时评分的科室：${line.others.join("、")}`,
  ].filter(Boolean);
  return (
    <div className="cell-about" data-testid="cell-about">
      <div className="cell-about-name">
        <b>
          {subject.name}
          {subject.area && <span className="quiet">（{subject.area}）</span>}
        </b>
        <span>
          {fullName({ id: line.item, title: line.title })}
          {column.kind === "other" && `，${column.department}`}
        </span>
        {isScored(subject, line) && <span className="quiet">{said.join("；")}</span>}
      </div>
      {(line.clause ?? line.quote) && (
        <div className="cell-about-clause" title={line.quote ?? undefined}>
          {line.clause}
          {line.quote && `：“${line.quote}”`}
        </div>
      )}
      <div className="cell-about-state">
        {!isScored(subject, line) ? (
          "此项不对该对象评分。"
        ) : column.kind === "other" ? (
          `${column.department}填 ${numberText(props.participant?.value) || none}${column.counts ? "" : "，只记录，不计入"}`
        ) : problem !== null ? (
          <span className="unmet">{problem}</span>
        ) : (
          <>
            {draft && (
              <>
                {isOvertaken(draft, cell) ? <span className="unmet">他人已先作更改</span> : "未保存"}
                {says(draft.text, cell) ? (
                  "，只更改了佐证文件。"
                ) : (
                  <>
                    ，原为 <b className="numbers">{numberText(cell?.value) || none}</b>。
                  </>
                )}
              </>
            )}
            {cell?.enteredBy ? `${cell.enteredBy}，${moment(cell.enteredAt)}` : !draft && "尚未填报"}
            {cell && needsReason(cell) && `；已签批的分值为 ${numberText(cell.counted)}`}
            {(draft?.reason ?? cell?.reason) && `；理由：${draft?.reason ?? cell?.reason}`}
          </>
        )}
      </div>
      <div className="cell-about-files">
        {column.kind === "own" && isScored(subject, line) && (
          <CellFiles
            cycle={props.cycle}
            cell={name}
            label={`${subject.name} ${fullName({ id: line.item, title: line.title })}`}
            edits={edits}
            readOnly={props.readOnly}
          />
        )}
      </div>
    </div>
  );
}
