using Assessment.Gateway.Accounts;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.AccountFiles;

/// <summary>账号文件模板: an example to be written over, and a sheet that says what each column holds.</summary>
public static class AccountFileTemplate
{
    private static readonly int[] s_widths = [18, 18, 18, 28, 12, 40, 14];

    public static byte[] Write() =>
        WorkbookWriter.Write(
            new Sheet(
                "账号",
                [.. AccountFileColumns.All.Select(column => column.Title)],
                [
                    Row("zhangsan", "张三", Roles.DepartmentScorer, "党建办、社建办"),
                    Row("zhangsan", "", Roles.Leader, "平安办"),
                    Row("gj01", "第一居民区", Roles.Area, "", area: "gj01"),
                ],
                s_widths
            ),
            new Sheet(
                "填写说明",
                ["列", "内容", "必填"],
                AccountFileColumns.All.Select(column =>
                    (IReadOnlyList<object?>)
                        [column.Title, column.Content, column.Required ? "是" : "否"]
                ),
                [14, 90, 6]
            )
        );

    private static IReadOnlyList<object?> Row(
        string userName,
        string displayName,
        string role,
        string departments,
        string area = ""
    ) => [userName, displayName, RoleWords.Of(role), departments, area, "", ""];
}
