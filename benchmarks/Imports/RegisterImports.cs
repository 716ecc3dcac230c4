using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assessment.Testing.Hosts;

namespace Assessment.Benchmarks.Imports;

/// <summary>
/// How long a township's registers of 1,000 areas and 10,000 staff take from the upload to the report: added to empty
/// registers, previewed, changed in every row, and undone. Each round is a township of its own; the first one warms up.
/// </summary>
internal static class RegisterImports
{
    private const int Areas = 1_000;
    private const int Staff = 10_000;
    private const int Rounds = 5;

    public static async Task Main()
    {
        var service = new ScoringUnderLoad();
        await service.InitializeAsync();
        var measured = new List<Times>();
        for (var round = 0; round <= Rounds; round++)
        {
            var times = await MeasureAsync(service, $"t{round}");
            if (round > 0)
            {
                measured.Add(times);
                Console.WriteLine($"round {round}: {times}");
            }
        }

        Console.WriteLine(
            $"median of areas and staff together: {Median(measured.ConvertAll(times => times.Added)):0.00} s added, "
                + $"{Median(measured.ConvertAll(times => times.Previewed)):0.00} s previewed, "
                + $"{Median(measured.ConvertAll(times => times.Changed)):0.00} s changed, "
                + $"{Median(measured.ConvertAll(times => times.Undone)):0.00} s undone"
        );
        await service.DisposeAsync();
    }

    private static async Task<Times> MeasureAsync(ScoringUnderLoad service, string township)
    {
        var client = new ImportClient(service.As(township), "scoring");
        var previewed = await SecondsAsync(() => client.PreviewAsync("areas", AreasFile("甲")));
        var added =
            await SecondsAsync(() => ImportAsync(client, "areas", AreasFile("甲"), Areas))
            + await SecondsAsync(() => ImportAsync(client, "staff", StaffFile("王"), Staff));
        previewed += await SecondsAsync(() => client.PreviewAsync("staff", StaffFile("李")));
        JsonNode? staff = null;
        var changed =
            await SecondsAsync(() => ImportAsync(client, "areas", AreasFile("乙"), Areas))
            + await SecondsAsync(async () =>
                staff = await ImportAsync(client, "staff", StaffFile("李"), Staff)
            );
        var undone = await SecondsAsync(() => client.UndoAsync(staff!));
        return new Times(added, previewed, changed, undone);
    }

    private static async Task<JsonNode> ImportAsync(
        ImportClient client,
        string kind,
        byte[] file,
        int rows
    )
    {
        var report = await client.ImportAsync(kind, file);
        return (int?)report["counts"]?["accepted"] == rows
            ? report
            : throw new InvalidOperationException(report.ToJsonString());
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    private static byte[] AreasFile(string name) =>
        File(
            "编号,名称,类别,总户数,党员数",
            Areas,
            row => $"a{row},{name}{row}居民区,普通,{500 + row},{row % 200}"
        );

    private static byte[] StaffFile(string name) =>
        File(
            "编号,居民区,姓名,职务,主持工作,坐班",
            Staff,
            row => $"p{row},a{row % Areas},{name}{row},书记,否,是"
        );

    private static byte[] File(string header, int rows, Func<int, string> row)
    {
        var file = new StringBuilder(header);
        for (var i = 0; i < rows; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"\n{row(i)}");
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(Rounds / 2);

    private sealed record Times(double Added, double Previewed, double Changed, double Undone)
    {
        public override string ToString() =>
            $"added {Added:0.00} s, previewed {Previewed:0.00} s, changed {Changed:0.00} s, staff undone {Undone:0.00} s";
    }
}
