using System.Net;

namespace Assessment.Demo;

/// <summary>An account that the demo made, with its password, which is nowhere else.</summary>
/// <param name="Key">Of its authenticator app, where the demo enrolled one.</param>
public sealed record DemoAccount(
    string UserName,
    string Role,
    string Duty,
    string Password,
    string? Key = null
);

/// <summary>The township and its accounts, made by the district as it would for a new township.</summary>
/// <param name="district">Signed in as the district.</param>
/// <param name="township">Id of the township; the user names begin with it.</param>
public sealed class Accounts(PlatformClient district, string township = "gaojing")
{
    public string Administrator { get; } = $"{township}-admin";

    /// <summary>高境镇's scoring departments.</summary>
    private static readonly string[] Departments =
    [
        "党建办",
        "党服中心",
        "社建办",
        "纪委",
        "城建中心",
        "规生办",
        "平安办",
        "平安办（信访）",
        "安全办",
        "城运中心",
    ];

    /// <summary>Who scores for all departments at once.</summary>
    public static string ScorerOf(string township) => $"{township}-departments";

    private IEnumerable<(string UserName, string Role, string Duty, object Extra)> Wanted =>
        [
            (Administrator, "townshipAdministrator", "高境镇党建办（管理员）", new { }),
            ($"{township}-leader", "leader", "高境镇主要领导", new { }),
            ($"{township}-finance", "financePreparer", "高境镇财务", new { }),
            (
                $"{township}-dangjian",
                "departmentScorer",
                "党建办评分员",
                new { departments = new[] { "党建办" } }
            ),
            (
                ScorerOf(township),
                "departmentScorer",
                "各部门评分员（演示用，一人代各部门）",
                new { departments = Departments }
            ),
            ($"{township}-gj07", "area", "江杨居民区", new { area = "gj07" }),
        ];

    /// <summary>Makes what is missing. An account that is there already is invited again, since its password is known to nobody here.</summary>
    public async Task<IReadOnlyList<DemoAccount>> EnsureAsync(CancellationToken cancellationToken)
    {
        await UnlessThereAsync(() =>
            district.PostAsync(
                "/api/townships",
                new { id = township, name = "高境镇" },
                cancellationToken
            )
        );
        var accounts = new List<DemoAccount>();
        foreach (var (userName, role, duty, extra) in Wanted)
        {
            var held = System.Text.Json.JsonSerializer.SerializeToNode(extra)!.AsObject();
            held["role"] = role;
            var request = new
            {
                userName,
                displayName = duty,
                township,
                duties = new[] { held },
            };
            var made = await UnlessThereAsync(() =>
                district.PostAsync("/api/accounts", request, cancellationToken)
            );
            var invitation =
                made?["invitation"]
                ?? await district.PostAsync(
                    $"/api/accounts/{userName}/invitation",
                    new { },
                    cancellationToken
                );
            var password = GeneratedPassword.Create();
            await district.AcceptAsync(
                invitation!["path"]!.GetValue<string>(),
                password,
                cancellationToken
            );
            accounts.Add(new DemoAccount(userName, role, duty, password));
        }

        return accounts;
    }

    private static async Task<System.Text.Json.Nodes.JsonNode?> UnlessThereAsync(
        Func<Task<System.Text.Json.Nodes.JsonNode?>> make
    )
    {
        try
        {
            return await make();
        }
        catch (PlatformException refusal) when (refusal.Status == HttpStatusCode.Conflict)
        {
            return null;
        }
    }
}
