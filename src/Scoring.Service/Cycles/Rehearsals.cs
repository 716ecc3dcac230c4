namespace Assessment.Scoring.Cycles;

/// <summary>演练: a cycle that runs every step, pay included, and binds nobody.</summary>
public static class Rehearsals
{
    /// <summary>Stands before the title, so that every page and file that names the cycle says what it is.</summary>
    public const string Mark = "【演练】";
}
