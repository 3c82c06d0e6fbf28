using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Queries.Reading;

/// <summary>Dates behind a field's name. <c>before:</c> ends on the day before its date, <c>after:</c> begins with its date.</summary>
internal static class FieldDate
{
    /// <summary>The span; null where the text is no date.</summary>
    public static PublishedNode? Read(QueryField field, string text, QueryNotes notes)
    {
        if (field == QueryField.Published && TypedDate.ReadSpan(text) is { } span)
            return Of(span, notes);
        if (TypedDate.Read(text) is not { } date)
            return null;
        return field switch
        {
            QueryField.Before => new PublishedNode(null, date.First.AddDays(-1)),
            QueryField.After => new PublishedNode(date.First, null),
            _ => new PublishedNode(date.First, date.Last),
        };
    }

    /// <summary>The node of a span, turned round with a note where its end stands first.</summary>
    public static PublishedNode Of((PartialDate? First, PartialDate? Last) span, QueryNotes notes)
    {
        var (first, last) = span;
        if (first is { } start && last is { } end && start.First > end.Last)
        {
            notes.DatesSwapped();
            (first, last) = (last, first);
        }

        return new PublishedNode(first?.First, last?.Last);
    }
}
