namespace Assessment.Engine.Language;

/// <summary>What a rule may read of an area or a person besides facts and named values.</summary>
public enum SubjectInput
{
    AreaTotal,
    AreaRank,
    AreaGrade,
    AreaTier,
    Grade,
    Band,
    PreviousGrade,
    Post,
    Identity,
    Presiding,
    OnSite,
    RetiredInYear,
    Base,
    Months,
    LeaveMonths,
    Households,
    PartyMembers,

    /// <summary>附加项, any that the scheme declares.</summary>
    Declared,
}
