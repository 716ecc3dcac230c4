using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Evaluation;

/// <summary>
/// Whether the numbers of facts can be: the engine looks itself, whatever door they came by, since a number that cannot
/// be gives points that cannot be.
/// </summary>
internal static class FactChecks
{
    /// <summary>Null where nothing is wrong.</summary>
    /// <param name="inSteps">Whether the value has to be one of the steps.</param>
    internal static FactProblem? Problem(Fact fact, FactLimits limits, bool inSteps)
    {
        if (!limits.Contains(fact.Value.Number))
        {
            return new(
                "fact-out-of-range",
                fact.Subject,
                limits.Most is { } most
                    ? $"“{fact.Subject}”的事实“{fact.Key}”是 {NumberFormat.Number(fact.Value.Number)}，应当在 {NumberFormat.Number(limits.Least)} 到 {NumberFormat.Number(most)} 之间"
                    : $"“{fact.Subject}”的事实“{fact.Key}”是 {NumberFormat.Number(fact.Value.Number)}，不能小于 {NumberFormat.Number(limits.Least)}"
            );
        }

        if (inSteps && !limits.IsOnStep(fact.Value))
        {
            return new(
                "fact-off-step",
                fact.Subject,
                $"“{fact.Subject}”的事实“{fact.Key}”是 {NumberFormat.Number(fact.Value.Number)}，应当从 {NumberFormat.Number(limits.Least)} 起按 {NumberFormat.Number(limits.Step!.Value)} 递增"
            );
        }

        return IsCount(fact.Count) && IsCount(fact.Eligible)
            ? null
            : new(
                "fact-count-impossible",
                fact.Subject,
                $"“{fact.Subject}”的事实“{fact.Key}”的参加数、应参加数应当是整数，不能小于 0"
            );
    }

    /// <summary>Households and party members of areas.</summary>
    internal static FactProblem? Problem(Area area) =>
        area.Households < 0 || area.PartyMembers < 0
            ? new("area-number-negative", area.Id, $"居民区“{area.Id}”的总户数、党员数不能小于 0")
            : null;

    /// <summary>Whether it may be a number of people or of times; it is allowed to be missing.</summary>
    internal static bool IsCount(decimal? number) =>
        number is not { } count || (count >= 0m && decimal.IsInteger(count));
}
