using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Withholding;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Withholding;

public abstract class AnyWithholdingTests(Engine engine)
{
    public sealed class OnSqlite() : AnyWithholdingTests(Engine.Sqlite);

    public sealed class OnPostgres() : AnyWithholdingTests(Engine.Postgres);

    private const string Reason = "Any reason.";

    // Two captures of the first version of record 1, one of its second; record 2 has one.
    private static readonly (string Record, int Version)[] Captures = [("ru/events/1", 1), ("ru/events/1", 1), ("ru/events/1", 2), ("ru/events/2", 1)];
    private static readonly Dictionary<string, int> Current = new(StringComparer.Ordinal) { ["ru/events/1"] = 2, ["ru/events/2"] = 1 };

    /// <summary>What an admin does: to a capture (1 to 4) or a record (5, 6), withholding or releasing.</summary>
    private static readonly Gen<(int What, bool Withholds)[]> Acts = Gen.Select(Gen.Int[1, 6], Gen.Bool).Array[1, 12];

    [Fact]
    public async Task WhateverIsDoneReadersSeeWhatNothingWithholds()
    {
        using var archive = await FilledAsync();
        var withheld = new HashSet<int>();
        await Acts.SampleAsync(async acts =>
        {
            foreach (var (what, withholds) in acts)
            {
                var problem = await ActAsync(archive, what, withholds);
                Assert.Equal(withholds ? withheld.Add(what) : withheld.Remove(what), problem is null);
            }

            foreach (var (record, versions) in Captures.Select((capture, at) => (capture, at)).GroupBy(pair => pair.capture.Record).Select(group => (group.Key, group.ToLookup(pair => pair.capture.Version, pair => pair.at + 1))))
            {
                var id = RecordId.Parse(record)!;
                var isHidden = withheld.Contains(4 + id.Number) || IsWithheld(versions[Current[record]]);
                Assert.Equal(!isHidden, await archive.FindAsync(record) is not null);
                foreach (var version in versions)
                    Assert.Equal(!isHidden && !IsWithheld(version), (await archive.Store.Versions.FindAsync(id, version.Key, CancellationToken.None)).Found is not null);
            }

            // The first capture of a text gives its fields.
            bool IsWithheld(IEnumerable<int> captures) => withheld.Contains(captures.First());

            Assert.Equal(withheld.Count, (await archive.Store.Withholding.ListAsync(null, 10, CancellationToken.None)).Count);
            Assert.Empty((await archive.Store.Verifier.VerifyAsync(CancellationToken.None)).Damage);
        }, iter: 15, threads: 1);
    }

    private static Task<WithholdingProblem?> ActAsync(TempArchive archive, int what, bool withholds)
    {
        var desk = archive.Store.Withholding;
        if (what <= Captures.Length)
            return withholds ? desk.WithholdCaptureAsync(what, Reason, Actor.CommandLine, CancellationToken.None) : desk.ReleaseCaptureAsync(what, Reason, Actor.CommandLine, CancellationToken.None);
        var id = RecordId.Parse($"ru/events/{what - Captures.Length}")!;
        return withholds ? desk.WithholdRecordAsync(id, Reason, Actor.CommandLine, CancellationToken.None) : desk.ReleaseRecordAsync(id, Reason, Actor.CommandLine, CancellationToken.None);
    }

    private async Task<TempArchive> FilledAsync()
    {
        var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync([.. Captures.Select((capture, at) => Documents.Page(
            Documents.Record(capture.Record, paragraphs: $"Версия {capture.Version}."), capturedAt: new DateTimeOffset(2026, 3, at + 1, 9, 0, 0, TimeSpan.Zero)))]);
        return archive;
    }
}
