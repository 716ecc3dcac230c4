namespace Assessment.Engine.Language;

/// <summary>谈话双方: who talks or reminds, or with whom.</summary>
/// <param name="Id">Of the body or post; the role's word otherwise.</param>
/// <param name="Title">In Chinese.</param>
public sealed record Party(PartyKind Kind, string Id, string Title);

/// <summary>How a party is found.</summary>
public enum PartyKind
{
    /// <summary>A body of the scheme.</summary>
    Body,

    /// <summary>Who has a post in the area that is concerned, or in the area of the person who is.</summary>
    Post,

    /// <summary>业务科室: the department of the line.</summary>
    Department,

    /// <summary>分管领导 of the department.</summary>
    DepartmentLeader,

    /// <summary>Who does the line in the area.</summary>
    LineWorker,

    /// <summary>联系领导 of the area.</summary>
    ContactLeader,

    /// <summary>The person or area that is concerned.</summary>
    Subject,
}
