using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>Asks for an item under one address after the other, until it is found or all have been asked.</summary>
internal sealed class PageSearch(PatientAsking asking, VisitReader visits)
{
    /// <summary>What came of it; an absence only where every address gave one.</summary>
    public async Task<PageFound> FindAsync(string address, CancellationToken cancellation)
    {
        var first = await asking.FetchAsync(address, cancellation);
        var named = SiteAddress.Parse(address);
        if (named?.Record is not { } record || named.CapturedAt is not null || !IsMissing(first, record))
            return new PageFound(first, [address]);

        List<string> asked = [address];
        List<string> missing = first is FetchAnswer.Absent ? [address] : [];
        var absent = first as FetchAnswer.Absent;
        var known = await visits.AddressAsync(record, cancellation);
        foreach (var other in SiteSections.Others(named, known).Where(other => !asked.Contains(other, StringComparer.Ordinal)))
        {
            var answer = await asking.FetchAsync(other, cancellation);
            if (answer is not FetchAnswer.Forbidden && !IsMissing(answer, record))
                return new PageFound(answer, [other]);
            asked.Add(other);
            if (answer is not FetchAnswer.Absent gone)
                continue;
            missing.Add(other);
            absent ??= gone;
        }

        return new PageFound(absent ?? first, missing);
    }

    // A page that is gone may also be answered with a way to the front page.
    private static bool IsMissing(FetchAnswer answer, RecordId record) => answer switch
    {
        FetchAnswer.Absent => true,
        FetchAnswer.Page { Capture: var capture } => IsElsewhere(capture, record),
        _ => false,
    };

    private static bool IsElsewhere(Capture capture, RecordId record) =>
        capture.Exchange is { } exchange && exchange.FinalAddress != exchange.Address && SiteAddress.Parse(exchange.FinalAddress)?.Record is var shown && shown != record;
}

/// <summary>What asking for an item gave, and under which addresses; of an absence, those that answered that there is no such page.</summary>
internal sealed record PageFound(FetchAnswer Answer, IReadOnlyList<string> Asked);
