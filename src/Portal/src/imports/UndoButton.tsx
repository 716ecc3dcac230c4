import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { moment } from "../display/times";
import { useProblem } from "../display/useProblem";
import { useUndo, type ServiceImport } from "./queries";
import { scopeOf, undoText } from "./report";

const longest = 200;

/** 撤销导入: says what will be undone, and asks why. */
export function UndoButton({ report, title, link }: { report: ServiceImport; title: string; link?: boolean }) {
  const { message } = App.useApp();
  const problem = useProblem();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const undo = useUndo(report.service, report.id);
  const close = () => {
    setOpen(false);
    setReason("");
  };
  return (
    <>
      <Button
        danger
        type={link ? "link" : "default"}
        size={link ? "small" : "middle"}
        onClick={() => setOpen(true)}
        data-testid={link ? `undo-listed-${report.kind}` : "undo-import"}
      >
        撤销
      </Button>
      <Modal
        open={open}
        title={`撤销导入：${report.fileName}`}
        okText="撤销导入"
        okButtonProps={{ danger: true, disabled: reason.trim() === "", "data-testid": "undo-confirm" }}
        confirmLoading={undo.isPending}
        cancelText="取消"
        onCancel={close}
        onOk={() =>
          void undo.mutateAsync(reason.trim()).then(() => {
            close();
            void message.success(`已撤销“${report.fileName}”的导入`);
          }, problem.showDialog)
        }
      >
        <p>
          {report.uploadedBy} 于 {moment(report.uploadedAt)} 导入的{title}（{scopeOf(report)}）。{undoText(report)}
        </p>
        <Form layout="vertical">
          <Form.Item label="撤销理由" required>
            <Input
              aria-label="撤销理由"
              data-testid="undo-reason"
              maxLength={longest}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
