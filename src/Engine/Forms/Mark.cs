namespace Assessment.Engine.Forms;

/// <summary>评价: what one voter gives one subject.</summary>
/// <param name="Score">Points, or the rank on a form that ranks; null where the form asks for an option.</param>
/// <param name="Option">
/// The id of the option that was ticked; on a form with bands the name of the band, null where only the score was written.
/// </param>
public sealed record Mark(string Subject, decimal? Score, string? Option = null);
