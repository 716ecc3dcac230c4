using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assessment.Hotline.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TownshipOfEveryRow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Township",
                table: "outbox",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            // Messages that wait to be sent say in their body whose they are.
            migrationBuilder.Sql("""UPDATE outbox SET Township = JSON_VALUE(Body, '$.Township');""");

            migrationBuilder.AddColumn<string>(
                name: "Township",
                table: "inbox",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OnlyCampaigns",
                table: "imports",
                type: "nvarchar(max)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Township",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Township",
                table: "inbox");

            migrationBuilder.DropColumn(
                name: "OnlyCampaigns",
                table: "imports");
        }
    }
}
