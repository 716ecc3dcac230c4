using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Assessment.Testing.Hosts;

/// <summary>No SQL Server can be run everywhere; Microsoft's own parser reads what would be sent to one.</summary>
public static class SqlServerScript
{
    public static IReadOnlyList<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(error => $"{error.Line}: {error.Message}")];
    }
}
