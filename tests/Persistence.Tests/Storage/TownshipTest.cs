using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Storage;

public sealed class TownshipTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() =>
        _service = await SampleService.StartAsync(map: app =>
            app.MapGet("/notes", (SampleDb db) => db.Notes.Select(note => note.Text).ToListAsync())
                .RequireTownshipRoles(Roles.TownshipAdministrator)
        );

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task RowsOfAnotherTownship_AreNotThere()
    {
        await AddAsync("a", "甲");
        await AddAsync("b", "乙");

        Assert.Equal(["甲"], await _service.NotesAsync("a"));
        Assert.Equal(["乙"], await _service.NotesAsync("b"));
        Assert.Equal("[\"甲\"]", await GetNotesAsync("a"));
    }

    [Fact]
    public async Task RowOfAnotherTownship_CannotBeWritten()
    {
        await AddAsync("b", "乙");
        var note = await _service.InAsync("b", db => db.Notes.AsNoTracking().SingleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _service.InAsync(
                "a",
                db =>
                {
                    db.Attach(note);
                    note.Text = "改";
                    return db.SaveChangesAsync();
                }
            )
        );
        Assert.Equal(["乙"], await _service.NotesAsync("b"));
    }

    [Fact]
    public async Task WithoutATownship_NoRowsAreThere()
    {
        await AddAsync("a", "甲");
        await using var scope = _service.Services.CreateAsyncScope();

        Assert.Empty(
            await scope.ServiceProvider.GetRequiredService<SampleDb>().Notes.ToListAsync()
        );
    }

    [Fact]
    public async Task RefusedRequest_AnswersProblemDetailsWithStableCode()
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var answer = await http.GetAsync("/notes");

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "\"code\":\"sign-in-required\"",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    private static Claim[] Claims(string township) =>
        [
            new(CallerClaims.Subject, "1"),
            new(CallerClaims.Name, "admin"),
            new(CallerClaims.Role, Roles.TownshipAdministrator),
            new(CallerClaims.Township, township),
        ];

    private Task<int> AddAsync(string township, string text) =>
        _service.InAsync(
            township,
            db =>
            {
                db.Notes.Add(new Note { Text = text });
                return db.SaveChangesAsync();
            }
        );

    private async Task<HttpStatusCode> StatusAsync(string? ticket)
    {
        using var answer = await SendAsync(ticket);
        return answer.StatusCode;
    }

    private async Task<string> GetNotesAsync(string township)
    {
        var tickets = _service.Services.GetRequiredService<ServiceTickets>();
        using var answer = await SendAsync(
            tickets.Mint(Claims(township), TimeProvider.System.GetUtcNow())
        );
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string? ticket)
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/notes");
        if (ticket is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        }

        return await http.SendAsync(request);
    }
}
