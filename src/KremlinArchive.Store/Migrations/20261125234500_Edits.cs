using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KremlinArchive.Store.Migrations
{
    /// <inheritdoc />
    public partial class Edits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Changes_Kind_Number",
                table: "Changes",
                columns: new[] { "Kind", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Changes_Kind_Number",
                table: "Changes");
        }
    }
}
