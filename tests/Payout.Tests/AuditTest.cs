using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Audit;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Assessment.Testing.Hosts.Auditing;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Assessment.Payout.Tests;

[Collection(PayoutService.Name)]
public sealed class AuditTest(PayoutHost host) : ServiceAudit("payout")
{
    protected override IEnumerable<EndpointDataSource> Sources() =>
        host.Part<IEnumerable<EndpointDataSource>>();

    protected override async Task<AuditedRun> RunAsync()
    {
        var published = FinalCase.Of("1", "danan-2017");
        var people = published.Message().Staff;
        var bases = people.Select((_, i) => $"{918273.64m + i}").ToList();
        await host.DeliverAsync(published.Message());
        await host.ImportBasesAsync(
            published.Township,
            string.Join(
                '\n',
                people.Select((person, i) => $"{person.Id},{bases[i]}").Prepend("id,base")
            )
        );
        var finance = host.As(published.Township, Roles.FinanceApprover);
        var address = $"/api/payout/sheets/{published.Cycle}";
        using var workbook = await finance.GetAsync($"{address}/sheet.xlsx");
        workbook.EnsureSuccessStatusCode();
        var amounts = (await finance.GetFromJsonAsync<JsonNode>(address))!["lines"]!
            .AsArray()
            .Select(line => (decimal?)line!["amount"])
            .OfType<decimal>()
            .Where(amount => amount > 100_000)
            .Select(amount => amount.ToString(CultureInfo.InvariantCulture))
            .ToList();
        Assert.NotEmpty(amounts);
        var elsewhere = $"undo-{published.Township}";
        var wrong = await host.ImportBasesAsync(elsewhere, "id,base\np1,12000\n");
        await new ImportClient(host.As(elsewhere), "payout").UndoAsync(wrong);
        return new AuditedRun(
            [host.As(published.Township, Roles.Leader), host.As(elsewhere, Roles.Leader)],
            [AuditActions.SheetMade, AuditActions.ImportCompleted],
            [.. people.Select(person => person.Name), .. bases, .. amounts]
        );
    }
}
