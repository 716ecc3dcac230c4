using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Assessment.Persistence.Storage;

/// <summary>
/// Tells PostgreSQL, whenever a connection is opened for a scope, for which township it works. A connection that goes
/// back to the pool forgets it.
/// </summary>
internal sealed class TownshipOfConnection(RowLevelSecurity rows) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CommandFor(connection, eventData);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = CommandFor(connection, eventData);
        if (command is not null)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private NpgsqlCommand? CommandFor(DbConnection connection, ConnectionEndEventData opened)
    {
        if (connection is not NpgsqlConnection postgres || opened.Context is not ServiceDb db)
        {
            return null;
        }

        var takeOn = rows.Role is { } role ? $"SET ROLE {role};" : "";
        var command = new NpgsqlCommand(
            $"{takeOn}SELECT set_config('{RowLevelSecurity.TownshipSetting}', @township, false), set_config('{RowLevelSecurity.AcrossSetting}', @across, false)",
            postgres
        );
        command.Parameters.AddWithValue("township", db.Township ?? "");
        command.Parameters.AddWithValue("across", db.IsCrossTownship ? "on" : "off");
        return command;
    }
}
