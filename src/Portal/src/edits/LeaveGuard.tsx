import { Modal } from "antd";
import { useCallback } from "react";
import { useBeforeUnload, useBlocker } from "react-router";

/** Asks before a page is left whose edits are not saved; the browser asks in its own words where the tab is closed. */
export function LeaveGuard(props: { unsaved: boolean; about: string }) {
  const { unsaved } = props;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  );
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (unsaved) event.preventDefault();
      },
      [unsaved],
    ),
  );
  return (
    <Modal
      open={blocker.state === "blocked"}
      title="有未保存的内容"
      okText="留在本页"
      cancelText="不保存，离开"
      cancelButtonProps={{ danger: true, "data-testid": "leave-anyway" }}
      okButtonProps={{ "data-testid": "leave-stay" }}
      closable={false}
      onOk={() => blocker.reset?.()}
      onCancel={(event) => {
        // Esc keeps what was typed.
        if (event.type === "keydown") blocker.reset?.();
        else blocker.proceed?.();
      }}
      mask={{ closable: false }}
      data-testid="leave-dialog"
    >
      <p>{props.about}</p>
    </Modal>
  );
}
