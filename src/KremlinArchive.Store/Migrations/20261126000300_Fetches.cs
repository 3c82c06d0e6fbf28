using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KremlinArchive.Store.Migrations
{
    /// <inheritdoc />
    public partial class Fetches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LookedAt",
                table: "Records",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaptureId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Asked = table.Column<string>(type: "TEXT", nullable: false),
                    SeenAgainAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SeenAgainCaptureId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_Captures_CaptureId",
                        column: x => x.CaptureId,
                        principalTable: "Captures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_Captures_SeenAgainCaptureId",
                        column: x => x.SeenAgainCaptureId,
                        principalTable: "Captures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FetchPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FetchPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FetchPlans_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SiteHolds",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteHolds", x => x.Address);
                });

            migrationBuilder.CreateTable(
                name: "FetchSteps",
                columns: table => new
                {
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FetchSteps", x => new { x.PlanId, x.Position });
                    table.ForeignKey(
                        name: "FK_FetchSteps_FetchPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "FetchPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Records_LookedAt_Id",
                table: "Records",
                columns: new[] { "LookedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_CaptureId",
                table: "Absences",
                column: "CaptureId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_RecordId_SeenAgainAt",
                table: "Absences",
                columns: new[] { "RecordId", "SeenAgainAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_SeenAgainCaptureId",
                table: "Absences",
                column: "SeenAgainCaptureId");

            migrationBuilder.CreateIndex(
                name: "IX_FetchPlans_EndedAt_Id",
                table: "FetchPlans",
                columns: new[] { "EndedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FetchPlans_RunId",
                table: "FetchPlans",
                column: "RunId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "FetchSteps");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "SiteHolds");

            migrationBuilder.DropTable(
                name: "FetchPlans");

            migrationBuilder.DropIndex(
                name: "IX_Records_LookedAt_Id",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "LookedAt",
                table: "Records");
        }
    }
}
