import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { downloadFile } from "./download";
import { useProblem } from "./useProblem";

export function DownloadButton(props: {
  address: string;
  fileName: string;
  testId: string;
  disabled?: boolean;
  children: string;
}) {
  const problem = useProblem();
  const download = useMutation({
    mutationFn: () => downloadFile(props.address, props.fileName),
    onError: problem.showMessage,
  });
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={download.isPending}
      disabled={props.disabled}
      onClick={() => download.mutate()}
      data-testid={props.testId}
    >
      {props.children}
    </Button>
  );
}
