using KremlinArchive.Store.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KremlinArchive.Store.Schema;

/// <summary>The tables of the archive, in terms that every engine understands.</summary>
internal class ArchiveContext(DbContextOptions options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    public DbSet<ContentRow> Contents => Set<ContentRow>();

    public DbSet<CaptureRow> Captures => Set<CaptureRow>();

    public DbSet<RecordRow> Records => Set<RecordRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<SightingRow> Sightings => Set<SightingRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();

    public DbSet<FetchPlanRow> FetchPlans => Set<FetchPlanRow>();

    public DbSet<FetchStepRow> FetchSteps => Set<FetchStepRow>();

    public DbSet<SiteHoldRow> SiteHolds => Set<SiteHoldRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<WithholdingRow> Withholdings => Set<WithholdingRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AskedRow> Asked => Set<AskedRow>();

    public DbSet<ListedRow> Listed => Set<ListedRow>();

    /// <summary>What signs cookies and one-time links: kept with the archive, so that every server of it honours them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        // A number sorts and compares alike in every engine; SQLite has no type for an instant.
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantAsMilliseconds>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Account>().ToTable("Accounts");
        model.Entity<IdentityUserClaim<string>>().ToTable("AccountClaims");
        model.Entity<IdentityUserLogin<string>>().ToTable("AccountLogins");
        model.Entity<IdentityUserToken<string>>().ToTable("AccountTokens");
        model.Entity<ContentRow>(content =>
        {
            content.HasKey(row => row.Sha256);
            content.Property(row => row.Sha256).HasMaxLength(64);
        });
        model.Entity<CaptureRow>(capture =>
        {
            // Keys of rows that a batch writes are taken by it, under the write lock: one round trip instead of one a row.
            capture.Property(row => row.Id).ValueGeneratedNever();
            capture.Property(row => row.Sha256).HasMaxLength(64);
            capture.HasIndex(row => new { row.Sha256, row.Source });
            capture.Ignore(row => row.Exchange);
            capture.HasOne<ContentRow>().WithMany().HasForeignKey(row => row.Sha256).OnDelete(DeleteBehavior.Restrict);
            capture.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecordRow>(record =>
        {
            record.Property(row => row.Id).ValueGeneratedNever();
            record.HasIndex(row => new { row.Language, row.Collection, row.Number }).IsUnique();
            record.HasIndex(row => new { row.Language, row.PublishedSort, row.Number });
            // Which pages have not been looked at for the longest time.
            record.HasIndex(row => new { row.LookedAt, row.Id });
            record.Ignore(row => row.Identity);
        });
        model.Entity<VersionRow>(version =>
        {
            version.Property(row => row.Id).ValueGeneratedNever();
            version.HasIndex(row => new { row.RecordId, row.Number }).IsUnique();
            version.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.RecordId).OnDelete(DeleteBehavior.Restrict);
            version.HasOne<CaptureRow>().WithMany().HasForeignKey(row => row.CaptureId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SightingRow>(sighting =>
        {
            sighting.HasKey(row => new { row.VersionId, row.CaptureId });
            sighting.HasOne<VersionRow>().WithMany().HasForeignKey(row => row.VersionId).OnDelete(DeleteBehavior.Restrict);
            sighting.HasOne<CaptureRow>().WithMany().HasForeignKey(row => row.CaptureId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ChangeRow>(change =>
        {
            change.HasKey(row => row.Number);
            change.Property(row => row.Number).ValueGeneratedNever();
            change.HasIndex(row => new { row.RecordId, row.Number });
            // Edits are few among many additions, and are listed by themselves.
            change.HasIndex(row => new { row.Kind, row.Number });
            change.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.RecordId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OutcomeRow>(outcome =>
        {
            outcome.HasIndex(row => new { row.RunId, row.Outcome });
            outcome.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<QuarantineRow>(quarantine =>
        {
            quarantine.HasIndex(row => row.CaptureId).IsUnique();
            // What waits is listed newest first, and there may be a hundred thousand of it.
            quarantine.HasIndex(row => new { row.ResolvedAt, row.LastAt, row.Id });
            quarantine.HasOne<CaptureRow>().WithMany().HasForeignKey(row => row.CaptureId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FetchPlanRow>(plan =>
        {
            plan.HasIndex(row => new { row.EndedAt, row.Id });
            plan.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FetchStepRow>(step =>
        {
            step.HasKey(row => new { row.PlanId, row.Position });
            step.HasOne<FetchPlanRow>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SiteHoldRow>(hold => hold.HasKey(row => row.Address));
        model.Entity<AbsenceRow>(absence =>
        {
            absence.HasIndex(row => new { row.RecordId, row.SeenAgainAt });
            absence.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.RecordId).OnDelete(DeleteBehavior.Restrict);
            absence.HasOne<CaptureRow>().WithMany().HasForeignKey(row => row.CaptureId).OnDelete(DeleteBehavior.Restrict);
            absence.HasOne<CaptureRow>().WithMany().HasForeignKey(row => row.SeenAgainCaptureId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LeaseRow>(lease => lease.HasKey(row => row.Name));
        model.Entity<WithholdingRow>(withholding =>
        {
            withholding.HasIndex(row => row.RecordId);
            withholding.HasIndex(row => row.CaptureId);
            withholding.HasOne<RecordRow>().WithMany().HasForeignKey(row => row.RecordId).OnDelete(DeleteBehavior.Restrict);
            withholding.HasOne<CaptureRow>().WithMany().HasForeignKey(row => row.CaptureId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ApiKeyRow>(key =>
        {
            key.Property(row => row.Hash).HasMaxLength(64);
            key.HasIndex(row => row.Hash).IsUnique();
        });
        model.Entity<AuditRow>(audit => audit.HasIndex(row => new { row.Action, row.Id }));
        model.Entity<AskedRow>(asked => asked.HasKey(row => new { row.Day, row.Query }));
        model.Entity<ListedRow>(listed =>
        {
            listed.HasKey(row => new { row.Language, row.Collection, row.Number });
            listed.HasIndex(row => new { row.Language, row.Day });
            listed.Ignore(row => row.Record);
        });
    }

    private sealed class InstantAsMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
