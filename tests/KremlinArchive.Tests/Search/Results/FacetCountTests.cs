using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

/// <summary>Totals, facets and histograms against a count by hand, over random archives and random constraints.</summary>
public sealed class FacetCountTests
{
    private const int Archives = 12, RequestsOfEach = 60;

    private static readonly string[] Places = ["Москва, Кремль", "The Kremlin, Moscow", "Сочи", "Sochi", "Небывалая Пристань"];
    private static readonly string[] PlaceKeys = ["москва-кремль", "москва-кремль", "сочи", "сочи", "небывалая-пристань"];
    private static readonly string[] Countries = ["XA", "XB", "XC"];
    private static readonly Kind[] Kinds = [Kind.Meeting, Kind.PhoneCall, Kind.News];

    private static readonly Gen<ArchiveRecord> Record =
        from day in Gen.Int[0, 800]
        from kind in Gen.OneOf(Kinds)
        from place in Gen.OneOf(Places)
        from hasPlace in Gen.Bool
        from countries in Gen.Int[0, 7]
        from persons in Gen.Int[0, 7]
        from topics in Gen.Int[0, 3]
        from language in Gen.OneOf("ru", "en")
        from word in Gen.OneOf("маяк", "парус")
        select Documents.Record($"{language}/events/1", $"Беседа про {word}") with
        {
            Published = new PrintedTime(new DateOnly(2020, 11, 1).AddDays(day), new TimeOnly(23, 30)),
            Kind = kind,
            Place = hasPlace ? place : null,
            Countries = Some(Countries, countries),
            Persons = Some(["11", "12", "13"], persons),
            Topics = Some(["21", "22"], topics),
        };

    private static readonly Gen<FacetConstraint> Constraint =
        from facet in Gen.OneOf([.. FacetNames.All])
        from at in Gen.Int[0, 4]
        from isExclusion in Gen.Bool
        select new FacetConstraint(facet, Pick(facet, at), isExclusion);

    private static readonly Gen<SearchRequest> Request =
        from constraints in Constraint.List[0, 5]
        from word in Gen.OneOf("", "маяк", "парус")
        from first in Gen.OneOf("", "2020", "2021", "2021-03", "2021-12-07", "2022")
        from last in Gen.OneOf("", "2021", "2021-12", "2021-12-20", "2022-01-05", "2023")
        select new SearchRequest
        {
            Query = word,
            Constraints = [.. constraints.DistinctBy(constraint => (constraint.Facet, constraint.Value))],
            From = PartialDate.Parse(first),
            To = PartialDate.Parse(last),
        };

    // Each archive is a real store with a real index, so that few are made and each is asked much.
    [Fact]
    public Task EveryCountIsWhatCountingByHandGives() => Gen.Select(Record.List[1, 40], Request.List[RequestsOfEach]).SampleAsync(
        async (records, requests) =>
        {
            var numbered = records.Select((record, at) => record with { Id = RecordId.Parse($"{record.Id.Language.Code()}/events/{at + 1}")! }).ToArray();
            using var archive = await SearchedArchive.WithAsync(numbered);
            foreach (var request in requests)
                Check(archive, numbered, request);
        },
        iter: Archives, threads: 1);

    private static void Check(SearchedArchive archive, ArchiveRecord[] records, SearchRequest request)
    {
        var told = $"{SearchParameters.WriteQueryString(request)} over {records.Length} records";
        var answer = archive.Ask(request with { Rescues = false });
        Assert.True(records.Count(record => Passes(record, request, null, withDates: true)) == answer.Total, told);
        foreach (var facet in FacetNames.All)
        {
            var expected = records.Where(record => Passes(record, request, facet, withDates: true)).SelectMany(record => Keys(record, facet))
                .GroupBy(key => key).ToDictionary(group => group.Key, group => (long)group.Count());
            Assert.Equal(Show(expected), Show(answer.Facets[facet].Where(value => value.Count > 0).ToDictionary(value => value.Value, value => value.Count)));
            var page = archive.Index.Values(new FacetQuery(facet, request), TestContext.Current.CancellationToken);
            Assert.Equal(Show(expected), Show(page.Values.ToDictionary(value => value.Value, value => value.Count)));
        }

        var days = records.Where(record => Passes(record, request, Facet.Year, withDates: false)).Select(record => record.Published.Date).ToList();
        Assert.All(answer.Histogram.Bars, bar => Assert.Equal(days.Count(day => day >= bar.Period.First && day <= bar.Period.Last), bar.Count));
        Assert.True(days.Count == answer.Histogram.Before + answer.Histogram.After + answer.Histogram.Bars.Sum(bar => bar.Count), told);
    }

    /// <param name="free">The facet whose own choice is not asked; what it rules out is.</param>
    private static bool Passes(ArchiveRecord record, SearchRequest request, Facet? free, bool withDates)
    {
        if (!record.Title.EndsWith(request.Query, StringComparison.Ordinal))
            return false;
        if (withDates && (record.Published.Date < (request.From?.First ?? DateOnly.MinValue) || record.Published.Date > (request.To?.Last ?? DateOnly.MaxValue)))
            return false;
        return request.Constraints.GroupBy(constraint => constraint.Facet).All(chosen =>
        {
            var keys = Keys(record, chosen.Key);
            var wanted = chosen.Where(constraint => !constraint.IsExclusion).ToList();
            return !chosen.Any(constraint => constraint.IsExclusion && keys.Contains(constraint.Value))
                && (wanted.Count == 0 || chosen.Key == free || wanted.Exists(constraint => keys.Contains(constraint.Value)));
        });
    }

    private static string[] Keys(ArchiveRecord record, Facet facet) => facet switch
    {
        Facet.Year => [$"{record.Published.Date.Year}"],
        Facet.Kind => [record.Kind.Key()],
        Facet.Place => record.Place is null ? [] : [PlaceKeys[Array.IndexOf(Places, record.Place)]],
        Facet.Person => [.. record.Persons.Select(tag => tag.Key)],
        Facet.Country => [.. record.Countries.Select(tag => tag.Key)],
        Facet.Topic => [.. record.Topics.Select(tag => tag.Key)],
        _ => [record.Id.Language.Code()],
    };

    private static string Pick(Facet facet, int at) => facet switch
    {
        Facet.Year => $"{2020 + at}",
        Facet.Kind => Kinds[at % Kinds.Length].Key(),
        Facet.Place => PlaceKeys[at],
        Facet.Person => $"{11 + at}",
        Facet.Country => at < Countries.Length ? Countries[at] : "XZ",
        Facet.Topic => $"{21 + at}",
        _ => at % 2 == 0 ? "ru" : "en",
    };

    /// <summary>Those of the keys whose bit is set.</summary>
    private static IReadOnlyList<Tag> Some(string[] keys, int bits) => [.. keys.Where((_, at) => (bits & (1 << at)) != 0).Select(key => new Tag(key, $"Имя {key}"))];

    private static string Show(Dictionary<string, long> counts) => string.Join(' ', counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}:{count.Value}"));
}
