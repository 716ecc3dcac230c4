using Assessment.Demo;
using Spectre.Console;

// The demo: loads a township's year through the gateway's public API and shows what came of it.
// Usage: Assessment.Demo --gateway URL [--files FOLDER]; the district's first password in Accounts__FirstPassword.
var options = args.Chunk(2)
    .Where(pair => pair.Length == 2)
    .ToDictionary(pair => pair[0], pair => pair[1]);
var password = Environment.GetEnvironmentVariable("Accounts__FirstPassword");
if (!options.TryGetValue("--gateway", out var gateway) || string.IsNullOrEmpty(password))
{
    await Console.Error.WriteLineAsync(
        "用法：Assessment.Demo --gateway 地址（环境变量 Accounts__FirstPassword 为区级账号的初始密码）"
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
try
{
    var accounts = await MakeAccountsAsync();
    var township = new PlatformClient(http, TimeProvider.System);
    var administrator = accounts.Single(account => account.Role == "townshipAdministrator");
    await township.SignInAsync(administrator.UserName, administrator.Password, stop.Token);
    var year = new TownshipYear(township, folder, TimeProvider.System, Tell);
    await year.RunAsync(stop.Token);
    AnsiConsole.Write(Report.Results(await year.ResultsAsync(stop.Token)));
    AnsiConsole.MarkupLine(Report.PayoutLine(await year.SheetAsync(stop.Token)));
    AnsiConsole.Write(Report.Accounts(accounts));
    AnsiConsole.MarkupLine($"网址：[bold]{gateway.EscapeMarkup()}[/]（以上密码仅显示这一次）");
    return 0;
}
catch (PlatformRefusal refusal) when (refusal.Code == "sign-in-failed")
{
    await Console.Error.WriteLineAsync(
        "区级账号的初始密码已被修改，演示无法代为登录；现有数据未受影响。"
    );
    return 1;
}
catch (Exception failure)
    when (failure
            is PlatformRefusal
                or InvalidOperationException
                or TimeoutException
                or HttpRequestException
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

async Task<IReadOnlyList<DemoAccount>> MakeAccountsAsync()
{
    var district = new PlatformClient(http, TimeProvider.System);
    await district.SignInAsync("district", password, stop.Token);
    var accounts = await new Accounts(district).EnsureAsync(stop.Token);
    Tell("建立高境镇及其账号");
    return accounts;
}

static void Tell(string line) => AnsiConsole.MarkupLine($"[grey]演示[/] {line.EscapeMarkup()}");
