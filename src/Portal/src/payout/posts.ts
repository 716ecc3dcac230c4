const titles: Record<string, string> = {
  secretary: "书记",
  deputySecretary: "副书记",
  director: "主任",
  communityWorker: "社区工作者",
  gridLeader: "网格长",
  gridInstructor: "网格指导员",
  secondedLeader: "下派干部",
};

/** 岗位 */
export const postTitle = (post: string): string => titles[post] ?? post;
