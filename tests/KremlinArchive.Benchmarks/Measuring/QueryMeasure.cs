using System.Diagnostics;
using System.Text.Json;

namespace KremlinArchive.Benchmarks.Measuring;

/// <summary>One client on a running server: searches as analysts write them, with facets and snippets, and the pages that readers open.</summary>
internal static class QueryMeasure
{
    private static readonly string[] Queries =
    [
        "q=Putin", "q=President+Russia", "q=\"strategic+stability\"", "q=climate+change&sort=newest", "q=telephone+conversation+Macron", "q=NATO+expansion&from=2016&to=2020",
        "q=gas+transit+Ukraine", "q=Security+Council&kind=conference", "q=\"World+War+II\"+victory", "q=Syria+-Turkey", "q=Erdogan&kind=phone-call", "q=children+hospital&country=BY",
        "q=", "q=&sort=oldest&from=2001&to=2003", "q=&kind=greeting", "q=Merkel&not.kind=phone-call", "q=economy+growth+inflation", "q=the+and+of", "q=COVID-19+vaccine", "q=Belarus+Lukashenko&size=50",
        "q=Путин", "q=Байден+видеоконференция", "q=\"не+более+чем\"", "q=безопасность+Европа", "q=газ+Украина", "q=договорённости", "q=Лавров", "q=НАТО&sort=oldest", "q=экономика+рост+-нефть",
        "q=Казахстан+Токаев", "q=дети+школа&lang=ru", "q=Президент+России&size=100", "q=слово&page=3", "q=no+such+words+here", "q=space+flight+Gagarin", "q=Direct+Line",
    ];

    public static async Task<int> RunAsync(Uri server, int rounds)
    {
        using var http = new HttpClient { BaseAddress = server };
        var records = await RecordsAsync(http);
        await MeasureAsync("search API", http, [.. Queries.Select(query => "/api/v1/search?" + query)], rounds);
        await MeasureAsync("search page", http, [.. Queries.Select(query => "/?ui=ru&" + query)], rounds);
        await MeasureAsync("record API", http, [.. records.Select(id => "/api/v1/records/" + id)], rounds);
        await MeasureAsync("reading page", http, [.. records.Select(id => $"/{id}?q=President+Россия")], rounds);
        return 0;
    }

    private static async Task<string[]> RecordsAsync(HttpClient http)
    {
        var ids = new List<string>();
        foreach (var query in Queries)
        {
            var answer = JsonDocument.Parse(await http.GetStringAsync("/api/v1/search?" + query)).RootElement;
            ids.AddRange(answer.GetProperty("hits").EnumerateArray().Take(5).Select(hit => hit.GetProperty("id").GetString()!));
        }

        return [.. ids.Distinct()];
    }

    private static async Task MeasureAsync(string name, HttpClient http, string[] addresses, int rounds)
    {
        var times = new List<double>();
        for (var round = -1; round < rounds; round++)
        {
            foreach (var address in addresses)
            {
                var from = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(address);
                await response.Content.ReadAsByteArrayAsync();
                response.EnsureSuccessStatusCode();
                // The first round warms the server up and is not counted.
                if (round >= 0)
                    times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        Console.WriteLine($"{name,-14} {new Sample(times)}");
    }
}
