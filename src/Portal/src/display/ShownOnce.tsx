import { Alert, Modal } from "antd";
import type { ReactNode } from "react";

/** What nobody can look up later: the dialog stays until somebody says that it is kept. */
export function ShownOnce(props: {
  title: string;
  open: boolean;
  warning: string;
  about: string;
  kept: string;
  keptTestId: string;
  close: () => void;
  width?: number;
  children: ReactNode;
}) {
  return (
    <Modal
      title={props.title}
      open={props.open}
      onOk={props.close}
      okText={props.kept}
      okButtonProps={{ "data-testid": props.keptTestId }}
      cancelButtonProps={{ style: { display: "none" } }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      {...(props.width && { width: props.width })}
    >
      <div className="stack">
        <Alert type="warning" showIcon title={props.warning} description={props.about} />
        {props.children}
      </div>
    </Modal>
  );
}
