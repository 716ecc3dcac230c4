using System.Text;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Assessment.Persistence.Failures;

/// <summary>
/// 无法保存的内容: a value that the database cannot hold. The cause is what was sent, not the database, and trying again
/// does not help.
/// </summary>
public static class UnstorableValue
{
    /// <summary>SQL Server's numbers for a text that is too long and for a number or date out of range.</summary>
    private static readonly int[] SqlServerNumbers = [220, 242, 2628, 8115, 8152];

    public static bool IsCauseOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException!)
        {
            if (Is(cause))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(Exception failure) =>
        failure switch
        {
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.StringDataRightTruncation
                    or PostgresErrorCodes.NumericValueOutOfRange
                    or PostgresErrorCodes.DatetimeFieldOverflow
                    or PostgresErrorCodes.CharacterNotInRepertoire
                    or PostgresErrorCodes.UntranslatableCharacter,
            SqlException sql => SqlServerNumbers.Contains(sql.Number),
            // Half a surrogate pair, on its way to the database.
            EncoderFallbackException => true,
            _ => false,
        };
}
