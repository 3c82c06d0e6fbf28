using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KremlinArchive.Store.Migrations
{
    /// <inheritdoc />
    public partial class Exchanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AskedAddress",
                table: "Captures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FinalAddress",
                table: "Captures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Headers",
                table: "Captures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "Captures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Way",
                table: "Captures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AskedAddress",
                table: "Captures");

            migrationBuilder.DropColumn(
                name: "FinalAddress",
                table: "Captures");

            migrationBuilder.DropColumn(
                name: "Headers",
                table: "Captures");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Captures");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "Captures");
        }
    }
}
