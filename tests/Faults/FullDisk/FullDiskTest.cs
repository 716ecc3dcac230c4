using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Sample;
using Assessment.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Assessment.Faults.Tests.FullDisk;

/// <summary>The disk below the database is full, or the database is gone.</summary>
public sealed class FullDiskTest : IAsyncLifetime
{
    private const string Township = "a";

    /// <summary>Small rows that leave no room in their pages, so that the table itself is what is full.</summary>
    private static readonly Filling[] Tables =
    [
        new("\"Notes\"", "\"Township\", \"Text\"", "SELECT 'filling', repeat('x', 40)"),
        new(
            "inbox",
            "\"MessageId\", \"Township\", \"Queue\", \"ConsumedAt\"",
            "SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'filling', 'f', now()"
        ),
    ];

    private SmallDisk _disk = null!;
    private string _database = null!;
    private string _broker = null!;

    public async Task InitializeAsync()
    {
        _disk = await SmallDisk.StartAsync();
        _database = await _disk.Server.CreateDatabaseAsync("sample");
        _broker = await TestServers.CreateVirtualHostAsync();
    }

    public async Task DisposeAsync()
    {
        await _disk.DisposeAsync();
        await TestServers.DeleteVirtualHostAsync(_broker);
    }

    [Fact]
    public async Task DiskIsFull_WritingIsRefused_ReadingGoesOn_AndAllGoesOnOnceThereIsSpace()
    {
        await using var service = await StartAsync();
        using var http = new HttpClient { BaseAddress = service.Address };
        var (written, sent) = (new List<string>(), new List<string>());
        await WriteAsync(http, written, sent);
        await UntilInEffectAsync(service, sent);

        await _disk.FillAsync(_database, Tables);
        using var refused = await WriteUntilRefusedAsync(http, written, sent);

        await RefusedAsync(refused, "storage-is-full");
        Assert.Equal(
            written.Order(),
            (await http.GetFromJsonAsync<List<string>>("/notes"))!.Except(sent).Order()
        );

        await SendUntilTriedOftenAsync(http, sent);
        await _disk.FreeAsync();

        await UntilInEffectAsync(service, sent);
        await WriteAsync(http, written, sent);
        await UntilInEffectAsync(service, sent);
        Assert.Equal(written.Concat(sent).Order(), (await service.NotesAsync(Township)).Order());
        Assert.False(await IsQueueThereAsync("sample-note-taker_error"));
    }

    [Fact]
    public async Task ServiceStoppedWhileTheDiskIsFull_ItsMessagesWait()
    {
        var sent = new List<string>();
        await using (var stopped = await StartAsync())
        {
            using var http = new HttpClient { BaseAddress = stopped.Address };
            await _disk.FillAsync(_database, Tables);
            await SendUntilTriedOftenAsync(http, sent);
            await stopped.StopAsync();
        }

        await _disk.FreeAsync();
        await using var started = await StartAsync();

        await UntilInEffectAsync(started, sent);
        Assert.False(await IsQueueThereAsync("sample-note-taker_error"));
    }

    [Fact]
    public async Task DatabaseIsGone_IsReportedInWords_AndTheServiceGoesOnWhenItIsBack()
    {
        await using var service = await StartAsync();
        using var http = new HttpClient { BaseAddress = service.Address };
        var (written, sent) = (new List<string>(), new List<string>());
        await WriteAsync(http, written, sent);

        await _disk.Server.KillAsync();

        using var read = await http.GetAsync(new Uri("/notes", UriKind.Relative));
        await RefusedAsync(read, "storage-unavailable");
        using var write = await PostAsync(http, $"note/{Guid.NewGuid()}", "gone");
        await RefusedAsync(write, "storage-unavailable");
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);

        await _disk.Server.StartAgainAsync();
        await WriteAsync(http, written, sent);
        await UntilInEffectAsync(service, sent);
        Assert.Equal(written.Concat(sent).Order(), (await service.NotesAsync(Township)).Order());
    }

    private Task<SampleService> StartAsync() =>
        SampleService.StartAsync(
            _broker,
            Map,
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:sample-db"] = _database,
                // So short that what is not spared by being the database's fault soon ends in the error queue.
                ["Messaging:Retries:Pauses:0"] = "0.1",
                ["Messaging:Retries:StoragePause"] = "0.5",
            }
        );

    /// <summary>A note with a message, in one transaction; a message alone; and the notes.</summary>
    private static void Map(WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                context.RequestServices.GetRequiredService<TownshipScope>().Enter(Township);
                return next(context);
            }
        );
        app.MapPost(
                "/note/{request:guid}",
                async (Guid request, Written written, SampleDb db) =>
                {
                    db.Notes.Add(new Note { Text = written.Text });
                    db.Send(new SourcesAsked(Township, Guid.NewGuid(), request));
                    await db.SaveChangesAsync();
                }
            )
            .OpenToEveryone()
            .RecordsNothing("it is a test's");
        app.MapPost(
                "/message/{request:guid}",
                async (Guid request, SampleDb db) =>
                {
                    db.Send(new SourcesAsked(Township, Guid.NewGuid(), request));
                    await db.SaveChangesAsync();
                }
            )
            .OpenToEveryone()
            .RecordsNothing("it is a test's");
        app.MapGet("/notes", (SampleDb db) => db.Notes.Select(note => note.Text).ToListAsync())
            .OpenToEveryone();
    }

    private static async Task WriteAsync(HttpClient http, List<string> written, List<string> sent)
    {
        using var answer = await TryToWriteAsync(http, written, sent);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Whatever is accepted counts as written and as sent.</summary>
    private static async Task<HttpResponseMessage> TryToWriteAsync(
        HttpClient http,
        List<string> written,
        List<string> sent
    )
    {
        var (text, request) = ($"note {written.Count}", Guid.NewGuid());
        var answer = await PostAsync(http, $"note/{request}", text);
        if (answer.IsSuccessStatusCode)
        {
            written.Add(text);
            sent.Add($"{request}");
        }

        return answer;
    }

    private static async Task<HttpResponseMessage> WriteUntilRefusedAsync(
        HttpClient http,
        List<string> written,
        List<string> sent
    )
    {
        // Pages that are not full yet take a little more.
        for (var i = 0; i < 2_000; i++)
        {
            var answer = await TryToWriteAsync(http, written, sent);
            if (!answer.IsSuccessStatusCode)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("The disk is not full.");
    }

    /// <summary>Messages that cannot take effect, until their consumer has failed on them more often than it may.</summary>
    private async Task SendUntilTriedOftenAsync(HttpClient http, List<string> sent)
    {
        var before = await RollbacksAsync();
        for (var i = 0; i < 3; i++)
        {
            var request = Guid.NewGuid();
            using var answer = await PostAsync(http, $"message/{request}", "");
            if (answer.IsSuccessStatusCode)
            {
                sent.Add($"{request}");
            }
        }

        await Eventually.HoldsAsync(
            "The consumer fails on and on",
            async () => await RollbacksAsync() > before + 12
        );
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string text) =>
        http.PostAsJsonAsync(path, new Written(text));

    private static Task UntilInEffectAsync(SampleService service, List<string> sent) =>
        Eventually.HoldsAsync(
            "All messages are in effect",
            async () => !sent.Except(await service.NotesAsync(Township)).Any()
        );

    private static async Task RefusedAsync(HttpResponseMessage answer, string code)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem["detail"]!.GetValue<string>());
    }

    private async Task<long> RollbacksAsync()
    {
        await using var source = NpgsqlDataSource.Create(_disk.Server.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT xact_rollback FROM pg_stat_database WHERE datname = 'sample'"
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<bool> IsQueueThereAsync(string queue)
    {
        using var http = (await TestServers.Broker).ManagementClient();
        using var answer = await http.GetAsync(
            new Uri(
                $"api/queues/{new Uri(_broker).AbsolutePath.Trim('/')}/{queue}",
                UriKind.Relative
            )
        );
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private sealed record Written(string Text);
}
