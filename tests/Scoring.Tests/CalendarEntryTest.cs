using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Engine.Language;
using Assessment.Scoring.Calendars;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Who looks after the platform enters a year for all townships.</summary>
[Collection(ScoringService.Name)]
public sealed class CalendarEntryTest(ScoringHost host)
{
    [Fact]
    public async Task EnteredYear_HoldsForEveryTownship_AndTheNewestEntryHolds()
    {
        using var ops = host.As(township: null, Roles.Ops);
        await PassAsync(await PutAsync(ops, 2041, Notice("2041-01-03")));
        await PassAsync(await PutAsync(ops, 2041, Notice("2041-01-02")));

        var listed = await TownshipYear.GetAsync(host.As("calendars"), "/api/scoring/calendars");

        var years = listed.AsArray().Select(known => (int)known!["calendar"]!["year"]!).ToList();
        Assert.Equal([2024, 2025, 2026], years.Take(3));
        Assert.Single(years, year => year == 2041);
        await using var scope = host.In("calendars");
        var calendar = await scope
            .ServiceProvider.GetRequiredService<CalendarStore>()
            .ReadAsync(CancellationToken.None);
        // The 1st and 2nd are holidays by the second entry; the 3rd, a Thursday, is none any more.
        Assert.Equal(
            new DateOnly(2041, 1, 3),
            calendar.LastDay(new(2041, 1, 1), 1, DayKind.Working)
        );
    }

    [Theory]
    [InlineData("2042-01-05", "2042-01-03", "https://www.gov.cn/x", "2042-01-04", "holidays[0]")]
    [InlineData("2043-01-01", "2043-01-03", "https://www.gov.cn/x", "2042-01-04", "holidays[0]")]
    [InlineData("2042-01-01", "2042-01-03", "http://www.gov.cn/x", "2042-01-04", "url")]
    [InlineData("2042-01-01", "2042-01-03", "通知", "2042-01-04", "url")]
    [InlineData("2042-01-01", "2042-01-03", "https://www.gov.cn/x", "2042-01-06", "workingDays[0]")]
    [InlineData("2042-01-01", "2042-01-05", "https://www.gov.cn/x", "2042-01-04", "workingDays[0]")]
    public async Task WhatNoNoticeSays_IsRefused_WithItsPlace(
        string first,
        string last,
        string url,
        string workingDay,
        string place
    )
    {
        using var ops = host.As(township: null, Roles.Ops);

        using var answer = await PutAsync(
            ops,
            2042,
            Notice(last) with
            {
                Url = url,
                Holidays = [new("元旦", DateOnly.Parse(first), DateOnly.Parse(last))],
                WorkingDays = [DateOnly.Parse(workingDay)],
            }
        );

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(
            DomainException.CodeOf(typeof(CalendarMustFollowTheNotice)),
            (string?)problem["code"]
        );
        Assert.Equal(place, (string?)problem["problems"]![0]!["column"]);
    }

    [Fact]
    public async Task YearOfAnotherCentury_IsRefused()
    {
        using var ops = host.As(township: null, Roles.Ops);

        using var answer = await PutAsync(ops, 1949, Notice("1949-10-03"));

        Assert.Contains(
            DomainException.CodeOf(typeof(CalendarYearMustBePlausible)),
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    internal static CalendarEntry Notice(string last)
    {
        var day = DateOnly.Parse(last);
        return new(
            "国办发明电〔2040〕1号",
            "部分节假日安排的通知",
            new(day.Year - 1, 11, 1),
            "https://www.gov.cn/zhengce/",
            [new("元旦", new(day.Year, day.Month, 1), day)],
            []
        );
    }

    internal static Task<HttpResponseMessage> PutAsync(
        HttpClient ops,
        int year,
        CalendarEntry entry
    ) => ops.PutAsJsonAsync($"/api/scoring/calendars/{year}", entry);

    private static async Task PassAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}
