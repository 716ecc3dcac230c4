import { Alert, Button, Flex } from "antd";
import { useEffect, useRef } from "react";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { sameFiles } from "../files/files";
import { type CellName, filesIn, filesWords, get } from "./cells";
import { filesOf } from "./edits";
import { numberText } from "./readNumber";
import type { SheetEdits } from "./useSheetEdits";

/** 他人已先作更改: for each cell, one's own value and theirs, of which one is chosen. */
export function ConflictList(props: {
  edits: SheetEdits;
  wordsOf: (cell: CellName) => string;
  goTo: (cell: CellName) => void;
}) {
  const { overtaken, toldToChoose, saved, choose } = props.edits;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only whoever has tried to save is led here; nobody is interrupted while typing.
    if (toldToChoose === 0) return;
    list.current?.scrollIntoView({ block: "center" });
    list.current?.focus({ preventScroll: true });
  }, [toldToChoose]);
  if (overtaken.length === 0) return null;
  return (
    <div ref={list} tabIndex={-1} className="cell-conflicts-box">
      <Alert
        type="warning"
        showIcon
        role="alert"
        data-testid="cell-conflicts"
        title={`${overtaken.length} 格在您填写之后已由他人更改，请逐格选定：`}
        description={
          <>
            {overtaken.length > 1 && (
              <Flex gap="small" wrap className="conflict-all">
                <Button size="small" onClick={() => choose(overtaken, "theirs")} data-testid="all-theirs">
                  全部用对方的
                </Button>
                <Button size="small" onClick={() => choose(overtaken, "mine")} data-testid="all-mine">
                  全部用我的
                </Button>
              </Flex>
            )}
            <ul className="cell-conflicts">
              {overtaken.map((draft) => {
                const theirs = get(saved, draft);
                const [files, theirFiles] = [filesOf(draft, theirs), filesIn(theirs)];
                const filesDiffer = !sameFiles(files, theirFiles);
                const words = props.wordsOf(draft);
                return (
                  <li key={words} data-testid={`conflict-${draft.subject}-${draft.item}`}>
                    <button type="button" className="jump" onClick={() => props.goTo(draft)}>
                      {words}
                    </button>
                    <span>
                      我的 <b className="numbers">{draft.text || none}</b>
                      {filesDiffer && `，${filesWords(files.length) ?? "没有佐证文件"}`}
                    </span>
                    <span>
                      对方 <b className="numbers">{numberText(theirs?.value) || none}</b>
                      {filesDiffer && `，${filesWords(theirFiles.length) ?? "没有佐证文件"}`}
                      {theirs?.enteredBy && (
                        <span className="cell-conflict-by">
                          （{theirs.enteredBy}，{moment(theirs.enteredAt)}）
                        </span>
                      )}
                    </span>
                    <Flex gap="small">
                      <Button size="small" onClick={() => choose([draft], "theirs")} aria-label={`${words}用对方的`}>
                        用对方的
                      </Button>
                      <Button size="small" onClick={() => choose([draft], "mine")} aria-label={`${words}用我的`}>
                        用我的
                      </Button>
                    </Flex>
                  </li>
                );
              })}
            </ul>
          </>
        }
      />
    </div>
  );
}
