namespace Assessment.Archives.Content;

/// <summary>The files within a final file. The folder of the scheme is one that <c>assess check</c> takes.</summary>
public static class EntryNames
{
    public const string Manifest = "manifest.json";
    public const string Signature = "signature.json";
    public const string Scheme = SchemeFolder + "scheme.yaml";
    public const string Register = "register.json";
    public const string Facts = "facts.json";
    public const string Ledger = "ledger.json";
    public const string Events = "events.json";
    public const string Decisions = "decisions.json";
    public const string Results = "results.json";

    /// <summary>Lines of an export of the audit log.</summary>
    public const string Audit = "audit.ndjson";

    /// <summary>In front of the names of the scheme's files, its document and its questionnaires.</summary>
    public const string SchemeFolder = "scheme/";

    /// <summary>Those that every final file has, besides the manifest and its signature.</summary>
    internal static readonly string[] Always =
    [
        Scheme,
        Register,
        Facts,
        Ledger,
        Events,
        Decisions,
        Results,
        Audit,
    ];
}
