using System.Globalization;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Verification;

/// <summary>Proves that readers are kept from what is withheld, and from nothing else.</summary>
internal sealed class WithholdingVerifier(ArchiveContext context, Action<string, string> note)
{
    private const string Hidden = "It is marked as withheld, and nothing withholds it.";
    private const string Shown = "It is withheld, and not marked as such.";

    public async Task VerifyAsync(CancellationToken cancellation)
    {
        var hashes = WithholdingFlags.Active(context).Join(context.Captures, row => row.CaptureId, capture => capture.Id, (_, capture) => capture.Sha256);
        var captures = context.Captures.Where(capture => capture.IsWithheld ? !hashes.Contains(capture.Sha256) : hashes.Contains(capture.Sha256)).Select(capture => new { capture.Id, capture.IsWithheld });
        await foreach (var capture in captures.AsAsyncEnumerable().WithCancellation(cancellation))
            note(string.Create(CultureInfo.InvariantCulture, $"capture {capture.Id}"), capture.IsWithheld ? Hidden : Shown);

        await VerifyVersionsAsync(cancellation);
        var records = context.Records.Where(record => record.IsWithheld != (WithholdingFlags.Active(context).Any(row => row.RecordId == record.Id)
            || context.Versions.Any(version => version.RecordId == record.Id && version.Number == record.CurrentVersion && version.IsWithheld)));
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancellation))
            note(record.Identity.ToString(), record.IsWithheld ? Hidden : Shown);
    }

    // A version that was withheld stays so when a capture comes that is not: only one that no withheld capture shows is marked wrongly.
    private async Task VerifyVersionsAsync(CancellationToken cancellation)
    {
        var withheld = context.Sightings.Where(sighting => context.Captures.Any(capture => capture.Id == sighting.CaptureId && capture.IsWithheld)).Select(sighting => sighting.VersionId);
        var open = context.Sightings.Where(sighting => context.Captures.Any(capture => capture.Id == sighting.CaptureId && !capture.IsWithheld));
        var versions = context.Versions
            .Where(version => version.IsWithheld ? !withheld.Contains(version.Id) : (withheld.Contains(version.Id) && !open.Any(sighting => sighting.VersionId == version.Id)) || context.Captures.Any(capture => capture.Id == version.CaptureId && capture.IsWithheld))
            .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version.Number, version.IsWithheld, record });
        await foreach (var row in versions.AsAsyncEnumerable().WithCancellation(cancellation))
            note(string.Create(CultureInfo.InvariantCulture, $"version {row.Number} of {row.record.Identity}"), row.IsWithheld ? Hidden : Shown);
    }
}
