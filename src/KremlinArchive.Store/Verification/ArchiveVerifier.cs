using System.Globalization;
using System.Security.Cryptography;
using KremlinArchive.Records;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Verification;

/// <summary>Proves the archive: the chain of changes is whole, and versions and captures still have the hashes that they came with.</summary>
public sealed class ArchiveVerifier
{
    /// <summary>Verifying goes on after the first damage, and stops naming it here.</summary>
    public const int MostDamage = 1000;

    private static readonly TimeSpan LongestQuestion = TimeSpan.FromHours(12);

    private readonly ArchiveDatabase database;

    internal ArchiveVerifier(ArchiveDatabase database) => this.database = database;

    /// <summary>Walks everything once, a row at a time.</summary>
    public Task<Verification> VerifyAsync(CancellationToken cancellation) => VerifyAsync(new VerifyWatch(), cancellation);

    /// <summary>Walks everything once, a row at a time. Pages of the database that are damaged end it: nothing that is read from them proves anything.</summary>
    /// <param name="watch">Told now and then how far it has come.</param>
    public Task<Verification> VerifyAsync(VerifyWatch watch, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        // A question about everything may take long before its first answer.
        context.Database.SetCommandTimeout(LongestQuestion);
        var damage = new List<Damage>();
        watch.Tell(VerifyStage.Pages, 0, 0);
        foreach (var problem in await database.Engine.ProblemsAsync(context.Database, cancellation))
            Note(damage, "database", problem);
        if (damage.Count > 0)
            return new Verification(0, 0, 0, null, damage);
        var (changes, head) = await WalkChainAsync(context, damage, watch, cancellation);
        var versions = await HashVersionsAsync(context, damage, watch, cancellation);
        var captures = await HashCapturesAsync(context, damage, watch, cancellation);
        watch.Tell(VerifyStage.References, 0, 0);
        await FindMissingAsync(context, damage, cancellation);
        await CompareCurrentAsync(context, damage, cancellation);
        await new WithholdingVerifier(context, (where, what) => Note(damage, where, what)).VerifyAsync(cancellation);
        return new Verification(changes, versions, captures, head, damage);
    });

    // What was deleted has no row that could be hashed; what points to it still stands.
    private static async Task FindMissingAsync(ArchiveContext context, List<Damage> damage, CancellationToken cancellation)
    {
        var recordless = context.Changes.Where(change => !context.Records.Any(record => record.Id == change.RecordId)).Select(change => change.Number);
        await foreach (var number in recordless.AsAsyncEnumerable().WithCancellation(cancellation))
            Note(damage, Change(number), "The record that it logged is missing.");

        var currentless = context.Records.Where(record => !context.Versions.Any(version => version.RecordId == record.Id && version.Number == record.CurrentVersion));
        await foreach (var record in currentless.AsAsyncEnumerable().WithCancellation(cancellation))
            Note(damage, record.Identity.ToString(), "Its current version is missing.");

        var versionless = context.Changes
            .Where(change => !context.Versions.Any(version => version.RecordId == change.RecordId && version.Number == change.Version))
            .Select(change => change.Number);
        await foreach (var number in versionless.AsAsyncEnumerable().WithCancellation(cancellation))
            Note(damage, Change(number), "The version that it logged is missing.");

        var captureless = context.Versions.Where(version => !context.Captures.Any(capture => capture.Id == version.CaptureId && capture.Sha256 == version.CaptureSha256))
            .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version.Number, record });
        await foreach (var row in captureless.AsAsyncEnumerable().WithCancellation(cancellation))
            Note(damage, Version(row.Number, row.record), "The capture that it was read from is missing.");

        var contentless = context.Captures.Where(capture => !context.Contents.Any(content => content.Sha256 == capture.Sha256)).Select(capture => capture.Sha256).Distinct();
        await foreach (var hash in contentless.AsAsyncEnumerable().WithCancellation(cancellation))
            Note(damage, $"capture {hash}", "Its bytes are missing.");
    }

    // The log tells which version became current last.
    private static async Task CompareCurrentAsync(ArchiveContext context, List<Damage> damage, CancellationToken cancellation)
    {
        var others = context.Records.Where(record => record.CurrentVersion != context.Changes
            .Where(change => change.RecordId == record.Id && (change.Kind == ChangeKind.Added || change.Kind == ChangeKind.Revised))
            .OrderByDescending(change => change.Number).Select(change => change.Version).FirstOrDefault());
        await foreach (var record in others.AsAsyncEnumerable().WithCancellation(cancellation))
            Note(damage, record.Identity.ToString(), string.Create(CultureInfo.InvariantCulture, $"Version {record.CurrentVersion} is not the one that the change log made current."));
    }

    private static async Task<(long Count, string? Head)> WalkChainAsync(ArchiveContext context, List<Damage> damage, VerifyWatch watch, CancellationToken cancellation)
    {
        var all = await context.Changes.LongCountAsync(cancellation);
        watch.Tell(VerifyStage.Changes, 0, all);
        var entries = context.Changes.OrderBy(change => change.Number)
            .Join(context.Records, change => change.RecordId, record => record.Id, (change, record) => new { change, record })
            .OrderBy(pair => pair.change.Number);
        var number = 0L;
        string? head = null;
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var change = entry.change;
            if (change.Number != ++number)
            {
                Note(damage, Change(number), $"It is missing: the next one is {change.Number}.");
                number = change.Number;
            }

            watch.Tell(VerifyStage.Changes, number, all);

            var hash = ChangeChain.Hash(
                head ?? ChangeChain.Beginning, change.Number, entry.record.Identity, change.Version, change.Kind, change.At, change.ContentHash);
            if (hash != change.Hash)
                Note(damage, Change(change.Number), $"Its hash does not follow from the one before: this entry of {entry.record.Identity} or an earlier one was altered.");
            head = change.Hash;
        }

        return (number, head);
    }

    private static async Task<long> HashVersionsAsync(ArchiveContext context, List<Damage> damage, VerifyWatch watch, CancellationToken cancellation)
    {
        var all = await context.Versions.LongCountAsync(cancellation);
        watch.Tell(VerifyStage.Versions, 0, all);
        var versions = context.Versions
            .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version, record })
            .Select(pair => new
            {
                pair.version.Content,
                pair.version.ContentHash,
                pair.version.Number,
                pair.record,
                Logged = context.Changes.Where(change => change.RecordId == pair.version.RecordId && change.Version == pair.version.Number)
                    .OrderByDescending(change => change.Number).Select(change => change.ContentHash).FirstOrDefault(),
            });
        var count = 0L;
        await foreach (var row in versions.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            watch.Tell(VerifyStage.Versions, ++count, all);
            var where = Version(row.Number, row.record);
            if (HashOf(row.Content) != row.ContentHash)
                Note(damage, where, "Its content is not the one that was stored.");
            else if (row.Logged != row.ContentHash)
                Note(damage, where, "The change log knows another content for it.");
            else if (row.Number == row.record.CurrentVersion && !Shows(row.record, PackedRecord.Unpack(row.Content)))
                Note(damage, row.record.Identity.ToString(), "Its title, time or identity is not the one of its current version.");
        }

        return count;
    }

    private static bool Shows(RecordRow row, ArchiveRecord current) =>
        row.Title == StoredText.Of(current.Title) && row.Published == current.Published.ToString() && row.Identity == current.Id;

    private static async Task<long> HashCapturesAsync(ArchiveContext context, List<Damage> damage, VerifyWatch watch, CancellationToken cancellation)
    {
        var all = await context.Contents.LongCountAsync(cancellation);
        watch.Tell(VerifyStage.Captures, 0, all);
        var count = 0L;
        await foreach (var content in context.Contents.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            watch.Tell(VerifyStage.Captures, ++count, all);
            var hash = HashOf(content);
            if (hash is null || (content.KeptLength == content.Length && hash != content.Sha256))
                Note(damage, $"capture {content.Sha256}", "Its bytes are not the ones that came.");
        }

        return count;
    }

    private static string? HashOf(byte[] content)
    {
        try
        {
            return PackedRecord.HashOf(content);
        }
        catch (InvalidDataException)
        {
            // Bytes that do not unpack have no hash: the caller names them.
            return null;
        }
    }

    private static string? HashOf(ContentRow content)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(PackedBytes.Unpack(content.Packed, content.KeptLength)));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Change(long number) => string.Create(CultureInfo.InvariantCulture, $"change {number}");

    private static string Version(int number, RecordRow record) =>
        string.Create(CultureInfo.InvariantCulture, $"version {number} of {record.Identity}");

    private static void Note(List<Damage> damage, string where, string what)
    {
        if (damage.Count < MostDamage)
            damage.Add(new Damage(where, what));
    }
}
