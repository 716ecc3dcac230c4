import { Alert, Modal } from "antd";
import { Link } from "react-router";
import { useMutation } from "@tanstack/react-query";
import { LoadFailure } from "../display/LoadFailure";
import { useMe } from "../session/session";
import { CodeForm } from "./CodeForm";
import { showSecondFactor } from "./queries";
import { failureOf, withCode } from "./signing";

/** Asks for a code of the app before something that binds is done, and does it. */
export function ConfirmByCode(props: {
  open: boolean;
  title: string;
  /** What follows. */
  about: string;
  submit: string;
  /** The heading where it could not be done. */
  failed: string;
  run: () => Promise<unknown>;
  done: () => void;
  close: () => void;
}) {
  return (
    <Modal title={props.title} open={props.open} onCancel={props.close} footer={null} destroyOnHidden>
      <Content {...props} />
    </Modal>
  );
}

/** Of its own, so that what was typed and refused is gone with the dialog. */
function Content(props: Parameters<typeof ConfirmByCode>[0]) {
  const { secondFactor } = useMe();
  const act = useMutation({
    gcTime: 0,
    mutationFn: (factor: Parameters<typeof showSecondFactor>[0]) => withCode(showSecondFactor, factor, props.run),
    onSuccess: props.done,
  });
  if (!secondFactor.enrolled) {
    return (
      <Alert
        type="warning"
        showIcon
        data-testid="enrol-first"
        title="请先绑定动态口令"
        description={
          <>
            此项操作须用动态口令确认。请在<Link to="/account">我的账号</Link>中绑定后再来办理。
          </>
        }
      />
    );
  }

  return (
    <div className="stack">
      <p>{props.about}</p>
      {act.isError && <LoadFailure {...failureOf(act.error, props.failed)} />}
      <CodeForm submit={props.submit} pending={act.isPending} onShown={(factor) => act.mutate(factor)} />
    </div>
  );
}
