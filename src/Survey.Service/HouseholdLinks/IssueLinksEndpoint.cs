using System.Security.Cryptography;
using System.Text;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.HouseholdLinks;

/// <summary>Either the households' codes, or how many links are wanted for households without a known code.</summary>
public sealed record IssueLinksRequest(string Area, IReadOnlyList<string>? Households, int? Count);

/// <param name="Url">Relative to the platform's address. It is shown here only: afterwards nobody can look it up.</param>
public sealed record IssuedLink(string Household, string Url);

/// <summary>
/// Issues households' links (测评链接). Asking again for a household replaces its link, the old one stops working; a
/// household that has answered stays answered, whatever link it comes by.
/// </summary>
public static class IssueLinksEndpoint
{
    private const int MostLinks = 10_000;
    private const int LongestCode = 100;
    private const int MadeCodeLength = 8;

    /// <summary>Without letters and digits that look alike on paper.</summary>
    private const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static void MapIssueLinks(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/survey/campaigns/{id:guid}/links", IssueAsync)
            .WithName("IssueHouseholdLinks")
            .Records(AuditActions.LinksIssued)
            .WithTags("campaigns")
            .RequireTownshipRoles(Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<List<IssuedLink>>> IssueAsync(
        Guid id,
        IssueLinksRequest request,
        SurveyDb db,
        SurveyKeys keys,
        CancellationToken cancellationToken
    )
    {
        var households = HouseholdsOf(request);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db
            .Campaigns.Where(campaign => campaign.Id == id)
            .Select(campaign => (Guid?)campaign.Cycle)
            .SingleOrDefaultAsync(cancellationToken);
        if (cycle is null)
        {
            throw new NothingIsThere();
        }

        if (!(await db.AreasAsync(cycle.Value, cancellationToken)).ContainsKey(request.Area))
        {
            throw new AreaMustBeInTheTownshipsList(request.Area);
        }

        await db.LockCycleAsync(cycle.Value, cancellationToken);
        var protectedKey =
            await db
                .Cycles.Where(row => row.Id == cycle)
                .Select(row => row.ProtectedKey)
                .SingleAsync(cancellationToken)
            ?? throw new CycleIsFinal();
        if (
            !await db.Campaigns.AnyAsync(
                one => one.Id == id && one.State == CampaignState.Open,
                cancellationToken
            )
        )
        {
            throw new CampaignMustBeOpen();
        }

        var tags = keys.OpenTags(protectedKey);
        var issued = households.ConvertAll(household =>
            (
                Household: household,
                Tag: tags.Of(request.Area, household),
                Token: HouseholdLink.NewToken()
            )
        );
        await DeleteAsync(db, id, issued.ConvertAll(one => one.Tag), cancellationToken);
        db.Links.AddRange(
            issued.Select(one => new HouseholdLink
            {
                TokenHash = HouseholdLink.HashOf(one.Token),
                Campaign = id,
                Area = request.Area,
                Household = one.Tag,
            })
        );
        db.Record(
            new AuditedChange(
                AuditActions.LinksIssued,
                $"campaign:{id}",
                cycle,
                After: new { request.Area, Links = issued.Count }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(
            issued.ConvertAll(one => new IssuedLink(one.Household, $"/s/{one.Token}"))
        );
    }

    private static List<string> HouseholdsOf(IssueLinksRequest request)
    {
        List<string> households = (request.Households, request.Count) switch
        {
            ({ Count: > 0 and <= MostLinks } codes, null) =>
            [
                .. codes.Select(code => code.Trim()).Distinct(),
            ],
            (null, > 0 and <= MostLinks) => MadeCodes(request.Count.Value),
            _ => [],
        };
        return
            households.Count > 0
            && households.TrueForAll(code => code.Length is > 0 and <= LongestCode)
            ? households
            : throw new LinksNeedHouseholdsOrNumber(MostLinks);
    }

    private static List<string> MadeCodes(int number)
    {
        var codes = new HashSet<string>(number);
        while (codes.Count < number)
        {
            codes.Add(RandomNumberGenerator.GetString(CodeLetters, MadeCodeLength));
        }

        return [.. codes];
    }

    private static async Task DeleteAsync(
        SurveyDb db,
        Guid campaign,
        List<Guid> tags,
        CancellationToken cancellationToken
    )
    {
        // Within SQL Server's limit of parameters.
        foreach (var some in tags.Chunk(1000))
        {
            await db
                .Links.Where(link =>
                    link.Campaign == campaign && some.Contains(link.Household!.Value)
                )
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
