using System.Reflection;
using System.Text.RegularExpressions;
using Assessment.Audit;
using Assessment.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Assessment.Testing.Hosts.Auditing;

/// <summary>What a township did in a service, to be looked for in its audit log.</summary>
/// <param name="Readers">Whoever may export the logs in which it is to be found.</param>
/// <param name="Others">Actions that no endpoint declares: of messages and background work.</param>
/// <param name="Secrets">Answers, texts, names, amounts and keys that occurred, and must not be in the log.</param>
public sealed record AuditedRun(
    IReadOnlyList<HttpClient> Readers,
    IReadOnlyList<string> Others,
    IReadOnlyList<string> Secrets
);

/// <summary>
/// Every endpoint of a process that changes something says what it records, found in its own list; and what is said is
/// there after a run through all of it, in chains that verify, without what its readers may not see.
/// </summary>
public abstract partial class ServiceAudit(string service)
{
    [Fact]
    public void EveryEndpointThatChanges_SaysWhatItRecords()
    {
        Assert.Empty(RecordedActions.UndeclaredAmong(Sources()));
        Assert.Empty(Declared().Except(KnownActions));
    }

    [Fact]
    public async Task WhatEndpointsSayTheyRecord_IsRecorded_AndNothingSecret()
    {
        var run = await RunAsync();
        var actions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reader in run.Readers)
        {
            var export = await reader.GetStringAsync($"/api/{service}/audit/export");
            using var text = new StringReader(export);
            Assert.True((await ExportCheck.RunAsync(text, CancellationToken.None)).IsInOrder);
            Assert.DoesNotContain(
                run.Secrets,
                secret => export.Contains(secret, StringComparison.Ordinal)
            );
            actions.UnionWith(Action().Matches(export).Select(match => match.Groups["code"].Value));
        }

        Assert.Empty(Declared().Concat(run.Others).Except(actions));
    }

    protected abstract IEnumerable<EndpointDataSource> Sources();

    /// <summary>Does everything that the process records.</summary>
    protected abstract Task<AuditedRun> RunAsync();

    private List<string> Declared() =>
        [
            .. Sources()
                .SelectMany(source => source.Endpoints)
                .SelectMany(endpoint =>
                    endpoint.Metadata.GetMetadata<RecordedActions>()?.Actions ?? []
                )
                .Distinct(),
        ];

    private static IEnumerable<string> KnownActions =>
        typeof(AuditActions)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(constant => (string)constant.GetValue(null)!);

    [GeneratedRegex(
        "\"action\":\"(?<code>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Action();
}
