namespace Assessment.Gateway.Accounts;

/// <summary>
/// 工作人员编号: as the township's register of staff has it. The register is the scoring service's, which the gateway does
/// not ask; so only the form is checked here, and the portal offers the register to choose from.
/// </summary>
public static class StaffRecord
{
    /// <summary>As long as an id of the register may be.</summary>
    public const int LongestId = 64;

    /// <returns>Null where none was named.</returns>
    /// <exception cref="StaffIdIsMalformed"/>
    /// <exception cref="StaffRecordNeedsTownship"/>
    public static string? Of(string? given, string? township)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        var id = given.Trim();
        if (id.Length > LongestId || id.Any(char.IsControl))
        {
            throw new StaffIdIsMalformed(LongestId);
        }

        return township is null ? throw new StaffRecordNeedsTownship() : id;
    }
}
