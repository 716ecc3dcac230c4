import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { scoring } from "../api/clients";
import { uploadFile } from "./upload";

/** The cycle's files that the caller may see, by id. */
export function useFiles(cycle: string) {
  return useQuery({
    queryKey: ["files", cycle],
    queryFn: async ({ signal }) =>
      (await scoring.GET("/api/scoring/files", { params: { query: { cycle } }, signal })).data!,
    select: (list) => new Map(list.files.map((file) => [file.id, file])),
  });
}

export function useUploadFile(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: { file: File; progress: (percent: number) => void }) =>
      uploadFile(cycle, request.file, request.progress),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["files", cycle] }),
  });
}

/** Of a file on which nothing rests yet. */
export function useRemoveFile(cycle: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await scoring.DELETE("/api/scoring/files/{id}", { params: { path: { id } } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["files", cycle] }),
  });
}
