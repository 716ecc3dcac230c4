import { problemFrom, unreachable } from "../api/problem";
import type { StoredFile } from "../api/shapes";

/** Uploads a file as evidence. Only this older way of asking tells how far an upload has come. */
export const uploadFile = (cycle: string, file: File, progress: (percent: number) => void): Promise<StoredFile> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/scoring/files?cycle=${encodeURIComponent(cycle)}&purpose=evidence`);
    request.setRequestHeader("X-Requested-With", "assessment");
    request.responseType = "json";
    request.upload.onprogress = (sent) => {
      if (sent.lengthComputable) progress(Math.round((100 * sent.loaded) / sent.total));
    };
    request.onerror = () => failed(unreachable());
    request.onload = () =>
      request.status === 201
        ? done(request.response as StoredFile)
        : failed(problemFrom(request.status, request.response as unknown));
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
