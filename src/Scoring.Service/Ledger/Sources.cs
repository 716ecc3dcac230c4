namespace Assessment.Scoring.Ledger;

/// <summary>Where facts come from besides the services that collect them.</summary>
public static class Sources
{
    /// <summary>What departments score and administrators enter.</summary>
    public const string Department = "department";
}
