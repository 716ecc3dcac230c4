using Assessment.Gateway.Accounts;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.AccountFiles;

/// <summary>账号文件的各列: a header may have a column's name or its Chinese title.</summary>
public static class AccountFileColumns
{
    public const string UserName = "user_name";
    public const string DisplayName = "display_name";
    public const string Role = "role";
    public const string Departments = "departments";
    public const string Area = "area";
    public const string Campaigns = "campaigns";
    public const string Staff = "staff";

    private const string Several = "多个用顿号或逗号分隔";

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new(
            UserName,
            "用户名",
            "英文字母、数字、点、下划线或短横线；同一用户名可以有多行，每行一项职责"
        ),
        new(DisplayName, "显示名称", "不超过 50 个字；同一用户名只须在第一行填写"),
        new(Role, "职责", $"{string.Join('、', GivenInFiles.Select(RoleWords.Of))}"),
        new(
            Departments,
            "部门",
            $"部门评分：所评分的部门；签批领导：所分管、由其签批的部门，可以为空；{Several}",
            Required: false
        ),
        new(Area, "居民区", "居民区账号所属的居民区代码", Required: false),
        new(
            Campaigns,
            "测评活动",
            $"第三方测评机构承担的测评活动的编号；{Several}",
            Required: false
        ),
        new(Staff, "工作人员编号", "本人在工作人员名册中的编号；可以为空", Required: false),
    ];

    /// <summary>In a file there are people only, and none outside the township.</summary>
    private static IEnumerable<string> GivenInFiles =>
        Roles.OfAccounts.Where(role => RoleScopes.OfTownship.Contains(role) && role != Roles.Feed);

    /// <summary>The titles of the required columns that the file has under neither name.</summary>
    public static IReadOnlyList<string> MissingIn(Table table) =>
        [
            .. All.Where(column =>
                    column.Required
                    && table.IndexOf(column.Name) < 0
                    && table.IndexOf(column.Title) < 0
                )
                .Select(column => column.Title),
        ];

    public static string Cell(TableRow row, string column)
    {
        var named = row[column];
        return named.Length > 0 ? named : row[TitleOf(column)];
    }

    public static string TitleOf(string column) => All.First(one => one.Name == column).Title;
}
