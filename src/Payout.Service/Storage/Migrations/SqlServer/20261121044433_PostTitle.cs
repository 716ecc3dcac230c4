using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Assessment.Payout.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PostTitle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PostTitle",
                table: "sheet_lines",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PostTitle",
                table: "sheet_lines");
        }
    }
}
