namespace Assessment.ServiceDefaults.Work;

/// <summary>
/// 待办: something that waits for the caller. It is never stored: it follows from the service's own state whenever it is
/// asked for, and so ends when the thing is done, wherever and by whomever.
/// </summary>
/// <param name="Kind">Stable code in camelCase, for example <c>acceptObjection</c>.</param>
/// <param name="Cycle">Id of the cycle (考核周期) that it belongs to; null where it belongs to none.</param>
/// <param name="Subject">Id of the area, person or account that it is about; null where it is about several or none.</param>
/// <param name="Title">What is to be done, in Chinese.</param>
/// <param name="About">Of what, in Chinese.</param>
/// <param name="Count">How many things wait, at least 1.</param>
/// <param name="Due">The last day, in China; null where there is none.</param>
/// <param name="Link">Path of the page of the portal where it is done.</param>
public sealed record WorkItem(
    string Kind,
    Guid? Cycle,
    string? Subject,
    string Title,
    string About,
    int Count,
    DateOnly? Due,
    string Link
);
