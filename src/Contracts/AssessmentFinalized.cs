using System.Text.Json;

namespace Assessment.Contracts;

/// <summary>A cycle's result is final: what the payout needs of them. Pay bases are not here, only Payout has them.</summary>
/// <param name="Version">Of the final result, from 1; a correction gives the next, and the newest holds.</param>
/// <param name="SchemeText">The scheme file, word for word.</param>
/// <param name="Digest">The results' digest, to be shown on the sheet.</param>
/// <param name="IsRehearsal">Whether it is a rehearsal (演练): nobody is paid by it.</param>
public sealed record AssessmentFinalized(
    string Township,
    Guid Cycle,
    long Version,
    string Scheme,
    string SchemeVersion,
    string SchemeText,
    string Title,
    int Year,
    string Digest,
    DateTimeOffset FinalAt,
    IReadOnlyList<FinalizedArea> Areas,
    IReadOnlyList<FinalizedStaff> Staff,
    bool IsRehearsal = false
) : ITownshipMessage;

/// <summary>An area (居民区) with its final result; without one where the scheme assesses staff only.</summary>
public sealed record FinalizedArea(
    string Id,
    string Name,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Tier
);

/// <summary>A staff member (工作人员) with what the payout rules look at, and the own result where the scheme gives one.</summary>
/// <param name="Attributes">附加项 that the pay rules read, by id: a number, true or false, or a text. Null where there are none.</param>
public sealed record FinalizedStaff(
    string Id,
    string Area,
    string Name,
    string Post,
    bool? Presiding,
    bool? OnSite,
    string? Identity,
    int? Months,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Band,
    int? LeaveMonths = null,
    bool? RetiredInYear = null,
    string? PreviousGrade = null,
    IReadOnlyDictionary<string, JsonElement>? Attributes = null
);
