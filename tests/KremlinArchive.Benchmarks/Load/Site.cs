using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>A running server as its readers' browsers see it.</summary>
internal sealed partial class Site(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.All })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>A page, received whole; the one that is held already where the server says that it is still good.</summary>
    /// <exception cref="HttpRequestException">The server answered with an error, or with nothing.</exception>
    public async Task<PageOfLinks> PageAsync(string path, PageOfLinks? held, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (held?.Tag is { } tag)
            request.Headers.IfNoneMatch.Add(tag);
        using var response = await http.SendAsync(request, cancellation);
        if (held is not null && response.StatusCode == HttpStatusCode.NotModified)
            return held;
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation) is { Length: > 0 } page
            ? new PageOfLinks(page, response.Headers.ETag)
            : throw new HttpRequestException($"{path} is empty.");
    }

    /// <summary>
    /// What people may look for: words, pairs, phrases and exclusions out of the titles of this very archive, newest and oldest, in both of its
    /// languages, some with a date or a facet. The same archive always gives the same queries.
    /// </summary>
    public async Task<string[]> QueriesAsync(CancellationToken cancellation)
    {
        var queries = new List<string>();
        var random = new Random(1);
        foreach (var shelf in (string[])["sort=newest&lang=ru", "sort=oldest&lang=ru", "sort=newest&lang=en", "sort=oldest&lang=en"])
        {
            var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/search?size=100&{shelf}", cancellation)).RootElement;
            var places = Keys(answer, "place");
            var kinds = Keys(answer, "kind");
            foreach (var hit in answer.GetProperty("hits").EnumerateArray())
            {
                var words = Word().Matches(hit.GetProperty("title").GetString()!).Select(match => match.Value).ToArray();
                if (words.Length >= 3)
                    queries.Add(Query(words, random, places, kinds));
            }
        }

        return queries.Count > 0 ? [.. queries.Distinct(StringComparer.Ordinal)] : throw new InvalidOperationException("The archive holds too little to look for.");
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static string[] Keys(JsonElement answer, string facet) =>
        [.. answer.GetProperty("facets").GetProperty(facet).EnumerateArray().Select(value => Uri.EscapeDataString(value.GetProperty("value").GetString()!))];

    private static string Query(string[] words, Random random, string[] places, string[] kinds)
    {
        string Any() => words[random.Next(words.Length)];
        var at = random.Next(words.Length - 1);
        var text = random.Next(8) switch
        {
            0 or 1 or 2 => Any(),
            3 or 4 => $"{Any()} {Any()}",
            5 => $"\"{words[at]} {words[at + 1]}\"",
            6 => $"{Any()} {Any()} {Any()}",
            _ => $"{words[at]} -{words[at + 1]}",
        };
        var rest = random.Next(6) switch
        {
            0 => "&sort=newest",
            1 => $"&from={random.Next(2000, 2015)}&to={random.Next(2015, 2027)}",
            2 when kinds.Length > 0 => "&kind=" + kinds[random.Next(kinds.Length)],
            3 when places.Length > 0 => "&place=" + places[random.Next(places.Length)],
            _ => "",
        };
        return $"q={Uri.EscapeDataString(text)}{rest}";
    }

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();
}
