import { PaperClipOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import { fullName } from "../display/itemName";
import { none } from "../display/numbers";
import { CellFiles } from "./CellFiles";
import { cellProblem, type CellName, filesWords, isScored, participantCells, participants, rowsOf } from "./cells";
import type { CellsProps } from "./cellsProps";
import { type Draft, draftProblem, filesOf, isOvertaken, type Refusal, textOf } from "./edits";
import { rangeWords } from "./range";
import { numberText } from "./readNumber";
import type { SheetCell, SheetItem, SheetSubject } from "./shapes";
import type { SheetEdits } from "./useSheetEdits";

const fieldId = ({ subject, item }: CellName): string => `value-${subject}-${item}`;

/** On a phone: one line at a time, its subjects below each other. */
export function SheetByItem({ cycle, view, edits, readOnly, ref }: CellsProps) {
  const [chosen, choose] = useState(view.items[0]!.item);
  const wanted = useRef<CellName>(null);
  const list = useRef<HTMLOListElement>(null);
  const line = view.items.find((one) => one.item === chosen) ?? view.items[0]!;
  const rows = useMemo(() => rowsOf(view.subjects).filter((one) => isScored(one, line)), [view.subjects, line]);
  const others = useMemo(() => participantCells(view.lead), [view.lead]);
  const departments = useMemo(() => participants(view.lead).get(line.item) ?? [], [view.lead, line.item]);
  const { enter } = edits;
  const show = (cell: CellName) => {
    const field = document.getElementById(fieldId(cell));
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  };
  useEffect(() => {
    // The line of a cell that one is led to is drawn by now.
    if (wanted.current?.item === line.item) show(wanted.current);
    wanted.current = null;
  }, [line.item]);
  useImperativeHandle(ref, () => ({
    goTo: (cell) => {
      if (cell.item === line.item) return show(cell);
      wanted.current = cell;
      choose(cell.item);
    },
  }));
  const filledOf = (item: SheetItem): string => {
    const scored = view.subjects.filter((one) => isScored(one, item));
    const filled = scored.filter(
      (one) => textOf(edits.drafts.get(one.id)?.get(item.item), edits.saved.get(one.id)?.get(item.item)) !== "",
    );
    return `${filled.length} / ${scored.length}`;
  };
  // The next subject's field, as Enter does in the grid.
  const next = (row: number) => list.current?.querySelectorAll("input")[row + 1]?.focus();
  return (
    <div data-testid="sheet-by-item">
      <Select
        aria-label="评分项目"
        className="sheet-item"
        data-testid="sheet-item"
        value={line.item}
        onChange={choose}
        options={view.items.map((one) => ({
          value: one.item,
          label: `${fullName({ id: one.item, title: one.title })}（${filledOf(one)}）`,
        }))}
      />
      <p className="quiet">
        {[
          line.range && rangeWords({ ...line.range, step: line.step }),
          !line.decides && "本科室的分值只记录，不计入",
          [line.clause, line.quote && `“${line.quote}”`].filter(Boolean).join("："),
        ]
          .filter(Boolean)
          .join("；")}
      </p>
      <ol ref={list} className="sheet-subjects">
        {rows.map((subject, row) => (
          <SubjectRow
            key={subject.id}
            subject={subject}
            line={line}
            cell={edits.saved.get(subject.id)?.get(line.item)}
            draft={edits.drafts.get(subject.id)?.get(line.item)}
            refusal={edits.refusals.get(subject.id)?.get(line.item)}
            readOnly={readOnly}
            beside={departments
              .map((one) => `${one} ${numberText(others.get(`${line.item}|${one}`)?.get(subject.id)?.value) || none}`)
              .join("，")}
            edits={edits}
            cycle={cycle}
            enter={(text) => enter([{ subject: subject.id, item: line.item, text }])}
            next={() => next(row)}
          />
        ))}
      </ol>
    </div>
  );
}

interface SubjectProps {
  subject: SheetSubject;
  line: SheetItem;
  cell: SheetCell | undefined;
  draft: Draft | undefined;
  refusal: Refusal | undefined;
  readOnly: boolean;
  /** What the participants have entered. */
  beside: string;
  edits: SheetEdits;
  cycle: string;
  enter: (text: string) => void;
  next: () => void;
}

/** What the row does is always the same; only what it shows decides whether it is drawn again. */
const sameRow = (one: SubjectProps, other: SubjectProps): boolean =>
  (["subject", "line", "cell", "draft", "refusal", "readOnly", "beside"] as const).every((name) => one[name] === other[name]);

const SubjectRow = memo(function SubjectRow(props: SubjectProps) {
  const { subject, line, cell, draft, refusal, readOnly } = props;
  /** What is being typed; it is an edit when the field is left. */
  const [typed, setTyped] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const count = filesOf(draft, cell).length;
  const text = typed ?? textOf(draft, cell);
  const id = fieldId({ subject: subject.id, item: line.item });
  const problem = typed !== null ? cellProblem(typed, line) : draft ? draftProblem(draft, line, refusal) : null;
  const overtaken = draft !== undefined && isOvertaken(draft, cell);
  const moved = readOnly && cell !== undefined && cell.counted !== null && cell.counted !== cell.value;
  return (
    <li className={draft ? "unsaved" : undefined}>
      <label htmlFor={id} className="sheet-subject">
        {subject.name}
        {subject.area && <span className="sheet-name-area">{subject.area}</span>}
        {props.beside && <span className="sheet-name-area">{props.beside}</span>}
        {moved && <span className="sheet-name-area">上次签批 {numberText(cell.counted)}</span>}
      </label>
      <input
        id={id}
        className={problem === null ? "subject-value" : "subject-value wrong"}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        maxLength={40}
        readOnly={readOnly}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-about`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== null) props.enter(typed.trim());
          setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) props.next();
        }}
        data-testid={id}
      />
      {(!readOnly || count > 0) && (
        <Button
          type="text"
          className="subject-files-switch"
          icon={<PaperClipOutlined />}
          aria-expanded={unfolded}
          aria-label={`${subject.name}：${filesWords(count) ?? "佐证文件"}`}
          onClick={() => setUnfolded(!unfolded)}
          data-testid={`files-switch-${subject.id}-${line.item}`}
        >
          {count > 0 && count}
        </Button>
      )}
      {unfolded && (
        <div className="subject-files">
          <CellFiles
            cycle={props.cycle}
            cell={{ subject: subject.id, item: line.item }}
            label={subject.name}
            edits={props.edits}
            readOnly={readOnly}
          />
        </div>
      )}
      <span id={`${id}-about`} className="subject-about">
        {problem !== null ? (
          <span className="unmet">{problem}</span>
        ) : overtaken ? (
          <span className="unmet">他人已先作更改</span>
        ) : (
          draft && "未保存"
        )}
      </span>
    </li>
  );
}, sameRow);
