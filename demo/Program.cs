using System.Net.Sockets;
using Assessment.Demo;
using Spectre.Console;

// The demo: loads a township's year through the gateway's public API and shows what came of it.
// Usage: Assessment.Demo --gateway URL --keep FILE --days-ahead FILE [--files FOLDER]; the first account's invitation in First__Invitation.
var options = args.Chunk(2)
    .Where(pair => pair.Length == 2)
    .ToDictionary(pair => pair[0], pair => pair[1]);
if (
    !options.TryGetValue("--gateway", out var gateway)
    || !options.TryGetValue("--keep", out var keep)
    || !options.TryGetValue("--days-ahead", out var daysAhead)
)
{
    await Console.Error.WriteLineAsync(
        "用法：Assessment.Demo --gateway 地址 --keep 保存区级账号登录信息的文件 --days-ahead 记演示日期的文件（环境变量 First__Invitation 为首个账号的邀请链接）"
    );
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var http = new HttpClient
{
    BaseAddress = new Uri(gateway),
    Timeout = Timeout.InfiniteTimeSpan,
};
var folder = options.GetValueOrDefault(
    "--files",
    Path.Combine(AppContext.BaseDirectory, "gaojing-2024")
);
var first = new DistrictAccount(
    http,
    TimeProvider.System,
    keep,
    Environment.GetEnvironmentVariable("First__Invitation")
);
try
{
    var district = await first.SignInAsync(stop.Token);
    var accounts = await MakeAccountsAsync(district);
    var township = new PlatformClient(http, TimeProvider.System);
    var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
    await township.SignInAsync(administrator.UserName, administrator.Password, stop.Token);
    var (leader, leaderKey) = await new LeaderAccount(
        http,
        TimeProvider.System,
        district
    ).SignInAsync(accounts.Single(account => account.Role == "leader"), stop.Token);
    var scorer = new PlatformClient(http, TimeProvider.System);
    var departments = accounts.Single(account => account.UserName == Accounts.ScorerOf("gaojing"));
    await scorer.SignInAsync(departments.UserName, departments.Password, stop.Token);
    accounts =
    [
        .. accounts.Select(account =>
            account.Role == "leader" ? account with { Key = leaderKey } : account
        ),
    ];
    var year = new TownshipYear(
        township,
        leader,
        scorer,
        new DaysAhead(daysAhead).PassAsync,
        folder,
        TimeProvider.System,
        Tell
    );
    await year.RunAsync(stop.Token);
    AnsiConsole.Write(Report.Results(await year.ResultsAsync(stop.Token)));
    AnsiConsole.MarkupLine(Report.PayoutLine(await year.SheetAsync(stop.Token)));
    AnsiConsole.Write(Report.Accounts(accounts));
    foreach (var key in Report.Keys(accounts))
    {
        AnsiConsole.MarkupLine(key);
    }

    AnsiConsole.MarkupLine(
        $"网址：[bold]{gateway.EscapeMarkup()}[/]（以上密码仅显示这一次；财务账号首次登录须先绑定动态口令）"
    );
    return 0;
}
catch (PlatformException refusal) when (refusal.Code == "user-name-or-password-is-wrong")
{
    await Console.Error.WriteLineAsync(
        "区级账号已由他人启用，演示无法代为登录；现有数据未受影响。"
    );
    return 1;
}
catch (Exception failure)
    when (failure
            is PlatformException
                or InvalidOperationException
                or TimeoutException
                or HttpRequestException
                or SocketException
    )
{
    await Console.Error.WriteLineAsync($"演示中断：{failure.Message} 再次运行会从中断处继续。");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("演示已停止；再次运行会从中断处继续。");
    return 130;
}

async Task<IReadOnlyList<DemoAccount>> MakeAccountsAsync(PlatformClient district)
{
    var accounts = await new Accounts(district).EnsureAsync(stop.Token);
    Tell("建立高境镇及其账号");
    return [await first.ShownAsync(stop.Token), .. accounts];
}

static void Tell(string line) => AnsiConsole.MarkupLine($"[grey]演示[/] {line.EscapeMarkup()}");
