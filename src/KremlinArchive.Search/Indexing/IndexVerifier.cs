using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Results;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Verification;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Holds an index against its log: every record is in it once, as it stands, and nothing else is. What changed after the index's own commit is not
/// held against it.
/// </summary>
internal sealed class IndexVerifier(IndexView view, IndexFormat format, ChangeFeed changes, VerifyWatch watch)
{
    private const int Batch = 200;

    private readonly List<Damage> damage = [];
    private readonly FixedBitSet seen = new(Math.Max(1, view.Reader.MaxDoc));
    private readonly Dictionary<RecordId, IReadOnlyList<int>> withheld = [];
    private long records;

    public async Task<IndexVerification> VerifyAsync(CancellationToken cancellation)
    {
        watch.Tell(VerifyStage.Index, 0, view.Reader.NumDocs);
        var mark = view.Mark;
        if (view.Generation is null || mark.Fingerprint != format.Fingerprint || (mark.Change > 0 && await changes.HashAtAsync(mark.Change, cancellation) != mark.Hash))
            return new IndexVerification(0, 0, IsComparable: false, []);
        foreach (var leaf in view.Reader.Leaves.Concat(view.Superseded?.Reader.Leaves ?? []))
            leaf.AtomicReader.CheckIntegrity();
        if (view.LacksSuperseded)
            damage.Add(new Damage("index, superseded versions", "They are missing, or behind the records. The index is built anew before it is written again."));
        for (var after = 0L; await changes.StandingAsync(after, Batch, cancellation) is { Count: > 0 } batch; after = batch[^1].Key)
        {
            foreach (var standing in batch)
                Compare(standing);
        }

        FindWithheldVersions();

        FindStrangers();
        return new IndexVerification(records, mark.Change, IsComparable: true, damage);
    }

    private void Compare(StandingRecord standing)
    {
        var found = Documents(view.Reader, standing.Id);
        foreach (var document in found)
            seen.Set(document);
        if (standing.Change > view.Mark.Change)
            return;
        watch.Tell(VerifyStage.Index, ++records, view.Reader.NumDocs);
        if (standing.Current is null || standing.Withheld.Count > 0)
            withheld[standing.Id] = standing.Current is null ? [] : standing.Withheld;
        if (standing.Current is not { } current)
        {
            if (found.Count > 0)
                Note(standing.Id.ToString(), "The index holds it, though readers may not see it.");
            return;
        }

        if (found.Count != 1)
            Note(standing.Id.ToString(), found.Count == 0 ? "The index lacks it." : "The index holds it more than once.");
        else if (!IsOf(view.Reader.Document(found[0]), current))
            Note(standing.Id.ToString(), "The index holds another state of it than the current version.");
    }

    /// <summary>The superseded versions that readers may not see: of a record that is withheld, all.</summary>
    private void FindWithheldVersions()
    {
        if (view.Superseded is not { } superseded)
            return;
        foreach (var (id, numbers) in withheld)
        {
            foreach (var document in Documents(superseded.Reader, id))
            {
                var version = RecordCard.Read(superseded.Reader.Document(document).Get(FieldNames.Card, CultureInfo.InvariantCulture)).Superseded ?? 0;
                if (numbers.Count == 0 || numbers.Contains(version))
                    Note(id.ToString(), string.Create(CultureInfo.InvariantCulture, $"The index holds its version {version}, though readers may not see it."));
            }
        }
    }

    private static List<int> Documents(IndexReader reader, RecordId id)
    {
        var found = new List<int>();
        var term = new Term(FieldNames.Id, id.ToString());
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term) is not { } documents)
                continue;
            while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
                found.Add(leaf.DocBase + document);
        }

        return found;
    }

    // A sighting of an earlier time is no change, yet moves the time since when a text stands.
    private static bool IsOf(Lucene.Net.Documents.Document document, StoredRecord current) =>
        RecordCard.Read(document.Get(FieldNames.Card, CultureInfo.InvariantCulture)) with { ChangedAt = null } is var card && card.Write() == (RecordCard.Of(current, isSuperseded: false) with { ChangedAt = null }).Write()
        && document.GetValues(FieldNames.Passage, CultureInfo.InvariantCulture).SequenceEqual(current.Record.Passages.Select(passage => StoredPassage.Write(passage.Speaker, Spelling.Compose(passage.Text))), StringComparer.Ordinal);

    /// <summary>What is in the index and was met by no record of the archive.</summary>
    private void FindStrangers()
    {
        foreach (var leaf in view.Reader.Leaves)
        {
            var live = leaf.AtomicReader.LiveDocs;
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (live?.Get(document) != false && !seen.Get(leaf.DocBase + document))
                    Note(RecordCard.Read(leaf.AtomicReader.Document(document).Get(FieldNames.Card, CultureInfo.InvariantCulture)).Id.ToString(), "The index holds it, and the archive does not.");
            }
        }
    }

    private void Note(string where, string what)
    {
        if (damage.Count < ArchiveVerifier.MostDamage)
            damage.Add(new Damage($"index, {where}", what));
    }
}
