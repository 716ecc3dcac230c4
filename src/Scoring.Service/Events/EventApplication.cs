namespace Assessment.Scoring.Events;

/// <summary>In whose name an event is applied for.</summary>
public enum EventPartyKind
{
    /// <summary>牵头办公室, where the rule names nobody.</summary>
    Office,

    /// <summary>居民区</summary>
    Area,

    /// <summary>部门</summary>
    Department,
}

/// <summary>申报单位</summary>
/// <param name="Name">The area's id or the department's name; null of the office.</param>
public sealed record EventParty(EventPartyKind Kind, string? Name)
{
    public static EventParty Office { get; } = new(EventPartyKind.Office, null);

    public static EventParty Area(string id) => new(EventPartyKind.Area, id);

    public static EventParty Department(string name) => new(EventPartyKind.Department, name);
}

/// <summary>申报: who asks for an event.</summary>
/// <param name="By">The account that entered it.</param>
/// <param name="ByOffice">Whether the office entered it, on the party's behalf (代为登记) unless the party is the office.</param>
public sealed record EventApplication(EventParty Party, string By, bool ByOffice);
