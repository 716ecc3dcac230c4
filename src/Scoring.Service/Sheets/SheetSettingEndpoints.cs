using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Sheets;

/// <summary>Until when the sheets of a period are to be submitted; null where it is left open.</summary>
public sealed record PeriodDue(string? Period, DateOnly? Due);

public sealed record DuesAsked(IReadOnlyList<PeriodDue> Dues);

/// <param name="Needed">Whether sheets count only when the leader in charge has signed.</param>
public sealed record SignatureSettingAsked(bool Needed, string? Reason);

/// <param name="Demanded">Whether the scheme itself demands it, so that it cannot be left out.</param>
public sealed record SignatureSetting(bool Needed, bool Demanded);

/// <summary>评分表的报送期限和是否须签批, for the office.</summary>
public static class SheetSettingEndpoints
{
    public static void MapSheetSettings(this IEndpointRouteBuilder app)
    {
        var sheets = app.MapGroup("/api/scoring/cycles/{id:guid}/sheets").WithTags("sheets");
        sheets
            .MapPut("/due", SetDuesAsync)
            .WithName("SetSheetDues")
            .Records(AuditActions.SheetDuesSet)
            .WithSummary("规定各期评分表的报送期限")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
        sheets
            .MapPut("/signature", SetSignatureAsync)
            .WithName("SetSheetSignature")
            .Records(AuditActions.SheetSignatureSet)
            .WithSummary("规定评分表是否须经分管领导签批，须写明理由；方案要求签批的不能免去")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireTownshipRoles(Roles.TownshipAdministrator);
    }

    private static async Task<DuesAsked> SetDuesAsync(
        Guid id,
        DuesAsked asked,
        ScoringDb db,
        SchemeStore schemes,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var periods = SheetPlan.Periods(scheme);
        var dues = await db
            .SheetDues.Where(one => one.Cycle == id)
            .ToDictionaryAsync(one => one.Period, StringComparer.Ordinal, cancellationToken);
        var before = dues.Values.Select(one => new PeriodDue(one.Period, one.Due)).ToList();
        foreach (var one in asked.Dues ?? [])
        {
            var period = one.Period ?? "";
            if (!periods.Contains(period))
            {
                throw new PeriodMustBeOfTheScheme(period);
            }

            Set(db, dues, id, period, one.Due);
        }

        List<PeriodDue> after =
        [
            .. dues
                .Values.OrderBy(one => one.Due)
                .Select(one => new PeriodDue(one.Period, one.Due)),
        ];
        db.Record(
            new AuditedChange(
                AuditActions.SheetDuesSet,
                $"cycle:{id}",
                id,
                Before: before,
                After: after
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DuesAsked(after);
    }

    private static void Set(
        ScoringDb db,
        Dictionary<string, SheetDue> dues,
        Guid cycle,
        string period,
        DateOnly? due
    )
    {
        var there = dues.GetValueOrDefault(period);
        switch (due)
        {
            case { } until when there is not null:
                there.Due = until;
                break;
            case { } until:
                dues[period] = new SheetDue
                {
                    Cycle = cycle,
                    Period = period,
                    Due = until,
                };
                db.SheetDues.Add(dues[period]);
                break;
            case null when there is not null:
                db.SheetDues.Remove(there);
                dues.Remove(period);
                break;
        }
    }

    private static async Task<SignatureSetting> SetSignatureAsync(
        Guid id,
        SignatureSettingAsked asked,
        ScoringDb db,
        SchemeStore schemes,
        CancellationToken cancellationToken
    )
    {
        var reason = Due.ReasonOf(asked.Reason);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        if (scheme.Collection.Signature is { } demanded && !asked.Needed)
        {
            throw new SchemeDemandsTheSignature(demanded.Clause);
        }

        var before = cycle.SheetsNeedSignature;
        cycle.SheetsNeedSignature = asked.Needed;
        db.Record(
            new AuditedChange(
                AuditActions.SheetSignatureSet,
                $"cycle:{id}",
                id,
                reason,
                new { Needed = before },
                new { asked.Needed }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SignatureSetting(asked.Needed, scheme.Collection.Signature is not null);
    }
}
