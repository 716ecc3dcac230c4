using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assessment.Survey.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AskedItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HouseholdsItem",
                table: "campaigns",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PartyMembersItem",
                table: "campaigns",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            // Campaigns that are there were ordered when these items followed from the campaign's own.
            migrationBuilder.Sql("UPDATE campaigns SET \"HouseholdsItem\" = \"Item\" || '.households', \"PartyMembersItem\" = \"Item\" || '.partyMembers'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HouseholdsItem",
                table: "campaigns");

            migrationBuilder.DropColumn(
                name: "PartyMembersItem",
                table: "campaigns");
        }
    }
}
