using System.Globalization;
using Assessment.Audit;

namespace Assessment.Cli.Tests;

/// <summary>Makes exports of audit logs, as the services write them.</summary>
internal static class AuditExportFile
{
    /// <summary>The header and the lines of one chain.</summary>
    internal static List<string> Chain(string service, int records, string township = "a")
    {
        var lines = new List<string>();
        var previous = AuditHash.OfNothing;
        for (var number = 1; number <= records; number++)
        {
            var record = new AuditRecord(
                service,
                township,
                number,
                new DateTimeOffset(2025, 3, 1, 8, number, 0, 123, 456, default),
                "zhang.san",
                "townshipAdministrator",
                "score.entered",
                "area:A01",
                new Guid("0193c2a0-0000-7000-8000-000000000001"),
                number % 2 == 0 ? "更正“笔误”" : null,
                number == 1 ? null : Value(number - 1),
                Value(number),
                previous,
                ""
            );
            previous = AuditHash.Of(record);
            lines.Add(AuditLine.Of(record with { Hash = previous }));
        }

        lines.Insert(
            0,
            AuditLine.Of(new AuditHeader(AuditHash.Form, service, township, records, previous))
        );
        return lines;
    }

    internal static async Task<ExportReport> CheckAsync(IEnumerable<string> lines)
    {
        using var text = new StringReader(string.Join('\n', lines));
        return await ExportCheck.RunAsync(text, CancellationToken.None);
    }

    private static string Value(int number) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"value":{{number}}.5,"period":"Q1"}""");
}
