using System.Text;
using System.Text.Json.Nodes;
using Assessment.Archives;
using Assessment.Archives.Content;
using Assessment.Archives.Replaying;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.FinalFiles;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>The final file of a cycle, as it comes from the service.</summary>
[Collection(ScoringService.Name)]
public sealed class FinalFileTest(ScoringHost host)
{
    private const string Secret = "说不出口的话";

    [Fact]
    public async Task PublishedYear_GivesAFileThatIsCalculatedAgain_AndIsKept()
    {
        var year = await FinalAsync();

        var file = await GetAsync(year);
        var again = await GetAsync(year);

        Assert.Equal(file, again);
        var opened = OpenedFinalFile.Open(file)!;
        Assert.Empty(opened.Problems);
        var replay = FinalFileReplay.Of(opened);
        Assert.Empty(replay.Problems);
        // The scheme assesses areas alone.
        Assert.Equal((2, 0), (replay.Areas, replay.Staff));
        // The catalog's document came with the adoption.
        Assert.Equal(year.Scheme.Citations.Count, replay.QuotesChecked);
        var manifest = opened.Manifest!;
        Assert.Equal(
            (year.Township, year.Cycle, 2024, "gaojing-2024", 1),
            (manifest.Township, manifest.Cycle, manifest.Year, manifest.Scheme.Id, manifest.Version)
        );
        Assert.Equal(
            (string?)(await year.GetAsync($"{year.Path}/results"))["digest"],
            manifest.Digest
        );
        Assert.Null(manifest.Replaces);
        var keys = await TownshipYear.GetAsync(year.Admin, "/api/scoring/signing-keys");
        Assert.Contains(
            opened.Fingerprint,
            keys.AsArray().Select(key => (string?)key!["fingerprint"])
        );
    }

    [Fact]
    public async Task File_SaysWhoGaveWhatFromWhichEvidence()
    {
        var year = await FinalAsync();

        var file = await GetAsync(year);

        var ledger = Part(file, EntryNames.Ledger).AsArray();
        var hotline = ledger.Single(entry => (string?)entry!["source"] == "hotline")!;
        Assert.Equal("20240601", (string?)hotline["evidence"]![0]);
        Assert.Equal("a1", (string?)hotline["subject"]);
        var scored = ledger.Where(entry => (string?)entry!["source"] == "department").ToList();
        // What was corrected is there, too.
        Assert.Equal(2, scored.Count);
        Assert.Equal((long?)scored[0]!["id"], (long?)scored[1]!["supersedes"]);
        Assert.Equal("e1", (string?)Part(file, EntryNames.Events)[0]!["event"]);
        var registers = Part(file, EntryNames.Register).AsArray();
        Assert.Equal(
            ["areas", "departments", "staff", "postings", "certificates", "contacts"],
            registers.Select(register => (string?)register!["register"])
        );
        Assert.Equal("甲居民区", (string?)registers[0]!["rows"]![0]!["values"]!["name"]);
        var actions = Text(file, EntryNames.Audit)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => ((AuditRecord)AuditLine.Read(line)!).Action)
            .ToList();
        Assert.Equal(AuditActions.CycleOpened, actions[0]);
        Assert.Equal(AuditActions.CycleDecided, actions[^1]);
        // Facts of an export that was made elsewhere are the same lines.
        var export = await year.Admin.GetStringAsync("/api/scoring/audit/export");
        Assert.All(
            Text(file, EntryNames.Audit).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(line, export, StringComparison.Ordinal)
        );
    }

    /// <summary>Evidence in words and households are of no use to whoever calculates again.</summary>
    [Fact]
    public async Task WhatPeopleWrote_IsNotInIt()
    {
        var year = await FinalAsync();

        var file = await GetAsync(year);

        Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0);
        Assert.Contains(
            Secret,
            await year.Admin.GetStringAsync($"{year.Path}/results/facts.json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task YearThatIsNotPublished_HasNone()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();

        await RefusedAsync<ResultsAreNotFinalYet>(year);
    }

    [Fact]
    public async Task TwoWhoAskAtTheSameMoment_GetTheSameFile()
    {
        var year = await FinalAsync();

        var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GetAsync(year)));

        Assert.All(files, file => Assert.Equal(files[0], file));
        Assert.Equal(1, await host.ReadAsync(year.Township, db => db.FinalFiles.CountAsync()));
    }

    [Fact]
    public async Task Correction_NamesWhatItReplaces_AndWhy()
    {
        var year = await FinalAsync();
        var first = OpenedFinalFile.Open(await GetAsync(year))!;

        await Assert.ThrowsAsync<CorrectionNeedsACause>(() => MakeAsync(year, cause: null));
        await Assert.ThrowsAsync<CorrectionNeedsACause>(() =>
            MakeAsync(year, new string('长', 501))
        );
        var kept = await MakeAsync(year, "异议成立，更正一项评分");

        var second = OpenedFinalFile.Open(await GetAsync(year))!;
        Assert.Empty(second.Problems);
        Assert.Equal(
            (2, "异议成立，更正一项评分", first.Manifest!.Version),
            (second.Manifest!.Version, second.Manifest.Cause, second.Manifest.Replaces!.Version)
        );
        var files = await host.ReadAsync(
            year.Township,
            db => db.FinalFiles.AsNoTracking().OrderBy(file => file.Version).ToListAsync()
        );
        Assert.Equal(files[0].ManifestSha256, second.Manifest.Replaces.ManifestSha256);
        Assert.Equal(kept.ManifestSha256, files[1].ManifestSha256);
    }

    /// <summary>Somebody with the database's own tools gives an area more points.</summary>
    [Fact]
    public async Task FactsChangedInTheDatabase_AreNotSigned()
    {
        var year = await CalculatedAsync();
        await year.Procedure.UntilAsync("final", CancellationToken.None);
        await host.ReadAsync(
            year.Township,
            db =>
                db.Database.ExecuteSqlAsync(
                    $"""UPDATE results SET "FactsJson" = replace("FactsJson", '"value": 88', '"value": 98') WHERE "Cycle" = {year.Cycle}"""
                )
        );

        await year.IsRefusedAsync<FinalFileMustGiveTheSameDigest>(
            "/procedure/final",
            new { confirm = true },
            year.LeaderAccount()
        );
        Assert.Equal("frozen", (string?)(await year.ProgressAsync())["state"]);
    }

    /// <summary>Facts that come after the final result are recorded, and the result stays as it is.</summary>
    [Fact]
    public async Task LateFact_LeavesTheResultOfTheFileAsItIs()
    {
        var year = await FinalAsync();
        var item = year.Scheme.Collection.Hotline!.Item;
        await host.DeliverAsync(
            year.Report(
                "hotline",
                "a1",
                2,
                new ReportedFact($"{item}.disposal", null, null, 12.5m, 40, null, ["20240602"])
            )
        );

        var opened = OpenedFinalFile.Open(await GetAsync(year))!;

        Assert.Empty(opened.Problems);
        Assert.Empty(FinalFileReplay.Of(opened).Problems);
    }

    /// <summary>A year in which somebody wrote what is nobody else's business, wherever it can be written.</summary>
    private async Task<TownshipYear> FinalAsync()
    {
        var year = await CalculatedAsync();
        await year.FinalizeAsync();
        return year;
    }

    private async Task<TownshipYear> CalculatedAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.ImportAsync(
            "households",
            $"area,building,household,phone_last4\na1,{Secret},h1,1234\n"
        );
        foreach (var (score, reason) in new[] { (87, "核定"), (88, "复核") })
        {
            await year.PostAsync(
                "/scores",
                new
                {
                    area = "a1",
                    item = "R1.1",
                    department = "社建办",
                    score,
                    reason,
                }
            );
        }

        await year.PostAsync(
            "/events",
            new
            {
                id = "e1",
                subject = "a1",
                rule = "honour",
                level = "city",
                date = "2024-09-01",
                evidence = Secret,
            }
        );
        await year.CheckAndApproveEventsAsync();
        var item = year.Scheme.Collection.Hotline!.Item;
        await host.DeliverAsync(
            year.Report(
                "hotline",
                "a1",
                1,
                new ReportedFact($"{item}.disposal", null, null, 97.5m, 40, null, ["20240601"])
            )
        );
        await year.SignSheetsAsync();
        await year.CalculateAsync(("hotline", "a1", 1));
        return year;
    }

    private async Task<FinalFile> MakeAsync(TownshipYear year, string? cause)
    {
        await using var scope = host.In(year.Township);
        var db = scope.ServiceProvider.GetRequiredService<ScoringDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var cycle = await db.LockCycleAsync(year.Cycle, CancellationToken.None);
        var result = await scope
            .ServiceProvider.GetRequiredService<ResultStore>()
            .FindNewestAsync(year.Cycle, CancellationToken.None);
        var file = await scope
            .ServiceProvider.GetRequiredService<FinalArchive>()
            .MakeAsync(cycle, result!, cause, CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return file;
    }

    private static async Task<byte[]> GetAsync(TownshipYear year)
    {
        using var answer = await year.Admin.GetAsync($"{year.Path}/final-file");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task RefusedAsync<TException>(TownshipYear year)
        where TException : DomainException
    {
        using var answer = await year.Admin.GetAsync($"{year.Path}/final-file");
        Assert.Equal(
            DomainException.CodeOf(typeof(TException)),
            (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]
        );
    }

    private static JsonNode Part(byte[] file, string name) => JsonNode.Parse(Text(file, name))!;

    private static string Text(byte[] file, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
