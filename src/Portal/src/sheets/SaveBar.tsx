import { Button, Flex } from "antd";
import type { CellName } from "./cells";
import type { SheetEdits } from "./useSheetEdits";

/** What is not saved yet, and the way to save it, always in sight. */
export function SaveBar(props: { edits: SheetEdits; save: () => void; goTo: (cell: CellName) => void }) {
  const { edits, save } = props;
  const { unsaved, problems, overtaken } = edits;
  return (
    <Flex className="save-bar" gap="small" wrap justify="space-between" align="center" data-testid="save-bar">
      <span role="status" data-testid="unsaved">
        {unsaved.length === 0 ? (
          <span className="quiet">全部已保存</span>
        ) : (
          <>
            未保存 <b className="numbers">{unsaved.length}</b> 格
            {problems.length > 0 && (
              <>
                ，
                <button type="button" className="jump unmet" onClick={() => props.goTo(problems[0]!)}>
                  {problems.length} 格不符合要求
                </button>
              </>
            )}
            {overtaken.length > 0 && <span className="unmet">，{overtaken.length} 格待选定</span>}
          </>
        )}
      </span>
      <Flex gap="small" wrap>
        <Button onClick={edits.undo} disabled={!edits.canUndo} data-testid="undo">
          撤销一步
        </Button>
        <Button onClick={edits.giveUp} disabled={unsaved.length === 0} data-testid="give-up">
          放弃全部
        </Button>
        <Button type="primary" onClick={save} disabled={unsaved.length === 0} loading={edits.saving} data-testid="save-all">
          全部保存
        </Button>
      </Flex>
    </Flex>
  );
}
