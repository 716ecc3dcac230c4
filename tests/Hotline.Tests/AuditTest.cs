using System.Net.Http.Json;
using Assessment.Audit;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts.Auditing;
using Microsoft.AspNetCore.Routing;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class AuditTest(HotlineHost host) : ServiceAudit("hotline")
{
    protected override IEnumerable<EndpointDataSource> Sources() =>
        host.Part<IEnumerable<EndpointDataSource>>();

    protected override async Task<AuditedRun> RunAsync()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1", address: "四十七号五零一室"));
        var area = (string)(await township.TicketsAsync(""))["items"]![0]!["area"]!;
        await DecideAsync(
            township,
            "exclusion",
            new
            {
                state = "申请",
                reason = "非法定职责",
                note = "说不出口的理由",
            }
        );
        await DecideAsync(township, "attribution", new { area });
        return new AuditedRun(
            [host.As(township.Township, Roles.Leader)],
            [AuditActions.ImportCompleted],
            ["四十七号五零一室", "楼道堆物", "请核实", "说不出口的理由"]
        );
    }

    private static async Task DecideAsync(TownshipCycle township, string what, object decision)
    {
        using var decided = await township.DecideAsync("N1", what, decision);
        decided.EnsureSuccessStatusCode();
    }
}
