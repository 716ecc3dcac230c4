namespace Assessment.Engine.Cases;

/// <summary>不符之处: where a result is not what a case expects. Everything is written for people.</summary>
/// <param name="Subject">对象: an area or a person.</param>
/// <param name="Item">项目, for example <c>总分</c> or an item's id.</param>
/// <param name="Expected">应为.</param>
/// <param name="Actual">实为.</param>
public sealed record CaseDifference(string Subject, string Item, string Expected, string Actual)
{
    public override string ToString() => $"{Subject} {Item}：应为 {Expected}，实为 {Actual}";
}
