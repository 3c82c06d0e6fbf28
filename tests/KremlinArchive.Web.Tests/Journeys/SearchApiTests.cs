using System.Net;
using System.Text.Json;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class SearchApiTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Fact]
    public async Task TheSeedIsFoundByKeywordAndDateInTheShapeOfTheContract()
    {
        var answer = await server.JsonAsync("/api/v1/search?q=Байден&from=2021-12&to=2021-12");

        Assert.Equal(1, answer.GetProperty("total").GetInt32());
        Assert.Equal(1, answer.GetProperty("page").GetInt32());
        Assert.Equal(20, answer.GetProperty("size").GetInt32());
        Assert.Equal(JsonValueKind.Number, answer.GetProperty("took_ms").ValueKind);
        Assert.Equal(0, answer.GetProperty("warnings").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("rescue").ValueKind);
        var hit = Assert.Single(answer.GetProperty("hits").EnumerateArray());
        Assert.Equal("ru/events/67315", hit.GetProperty("id").GetString());
        Assert.Equal("http://kremlin.ru/events/president/news/67315", hit.GetProperty("url").GetString());
        Assert.Equal("Встреча с Президентом США Джозефом Байденом", hit.GetProperty("title").GetString());
        Assert.Equal("2021-12-07T20:15:00+03:00", hit.GetProperty("published_at").GetString());
        Assert.Equal("Сочи", hit.GetProperty("place").GetString());
        Assert.Equal("video-call", hit.GetProperty("kind").GetString());
        Assert.Equal("ru", hit.GetProperty("language").GetString());
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
        Assert.All(hit.GetProperty("snippets").EnumerateArray(), snippet =>
        {
            Assert.InRange(snippet.GetProperty("passage").GetInt32(), 1, 11);
            Assert.Contains("<mark>", snippet.GetProperty("html").GetString()!, StringComparison.Ordinal);
        });
        var facets = answer.GetProperty("facets");
        Assert.All(["year", "kind", "place", "person", "country", "topic", "language"], name => Assert.Equal(JsonValueKind.Array, facets.GetProperty(name).ValueKind));
        var year = Assert.Single(facets.GetProperty("year").EnumerateArray());
        Assert.Equal(("2021", "2021", 1), (year.GetProperty("value").GetString(), year.GetProperty("label").GetString(), year.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("from=abc", "from")]
    [InlineData("to=2021-13", "to")]
    [InlineData("page=0", "page")]
    [InlineData("page=x", "page")]
    [InlineData("size=0", "size")]
    [InlineData("sort=x", "sort")]
    [InlineData("lang=xx", "lang")]
    public async Task AParameterOfTheWrongKindIs400AndNamed(string query, string parameter)
    {
        using var response = await server.Http.GetAsync("/api/v1/search?" + query, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _), problem.ToString());
    }

    [Theory]
    [InlineData("page=1000000")]
    [InlineData("page=2147483647&size=100")]
    [InlineData("kind=unknown")]
    [InlineData("country=ZZ")]
    [InlineData("place=нет-такого")]
    public async Task PastTheEndAndUnknownKeysAreEmptyWith200(string query) =>
        Assert.Equal(0, (await server.JsonAsync("/api/v1/search?" + query)).GetProperty("hits").GetArrayLength());

    [Theory]
    [InlineData("size=1000", "size")]
    [InlineData("from=2022&to=2021", "dates")]
    [InlineData("q=\"маяк", "unbalanced-quotes")]
    public async Task WhatIsPutRightIsSaidInAWarning(string query, string code)
    {
        var warnings = (await server.JsonAsync("/api/v1/search?" + query)).GetProperty("warnings");
        Assert.Contains(warnings.EnumerateArray(), warning => warning.GetProperty("code").GetString()!.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AQueryOfTenThousandCharactersIsAnswered()
    {
        var answer = await server.JsonAsync("/api/v1/search?q=" + new string('a', 5000) + "%20" + new string('b', 4999));
        Assert.Equal(0, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task FiltersWidenInsideAFacetAndNarrowBetweenFacets()
    {
        async Task<int> TotalAsync(string query) => (await server.JsonAsync("/api/v1/search?" + query)).GetProperty("total").GetInt32();
        var calls = await TotalAsync("kind=phone-call");
        var greetings = await TotalAsync("kind=greeting");
        Assert.True(calls > 0 && greetings > 0);
        Assert.Equal(calls + greetings, await TotalAsync("kind=phone-call&kind=greeting"));
        Assert.Equal(0, await TotalAsync("kind=phone-call&lang=en"));
        Assert.Equal(await TotalAsync("") - calls, await TotalAsync("not.kind=phone-call"));
    }

    [Fact]
    public async Task ARecordHasEveryFieldOfTheContract()
    {
        var record = await server.JsonAsync("/api/v1/records/ru/events/900000001");
        string[] fields =
        [
            "id", "url", "language", "collection", "number", "title", "lead", "published_at", "place", "kind", "sections", "topics", "persons", "countries", "regions",
            "event_dates", "updated_at", "translation", "passages", "version", "versions", "captured_at", "imported_at", "sha256",
        ];
        Assert.All(fields, field => Assert.True(record.TryGetProperty(field, out _), field));
        Assert.Equal(900000001, record.GetProperty("number").GetInt32());
        Assert.Equal("en/events/900000001", record.GetProperty("translation").GetString());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("event_dates").ValueKind);
        Assert.Equal(JsonValueKind.Null, record.GetProperty("captured_at").ValueKind);
        Assert.Equal("2024-10-18T09:05:00+03:00", record.GetProperty("updated_at").GetString());
        var passages = record.GetProperty("passages").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, passages[0].GetProperty("speaker").ValueKind);
        Assert.Contains(passages, passage => passage.GetProperty("speaker").GetString() == "А.Лучинская");
        Assert.All(passages, passage => Assert.DoesNotContain("министр навигации", passage.GetProperty("text").GetString()!, StringComparison.Ordinal));
        Assert.DoesNotContain(passages, passage => passage.GetProperty("text").GetString()!.Contains("Галерея", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAnnouncementTellsTheDaysOfItsEvent()
    {
        var record = await server.JsonAsync("/api/v1/records/ru/events/900000003");
        Assert.Equal(["2024-12-07", "2024-12-08"], record.GetProperty("event_dates").EnumerateArray().Select(day => day.GetString()));
        Assert.Equal("2024-12-01T12:00:00+03:00", record.GetProperty("published_at").GetString());
        Assert.Equal("announcement", record.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task ADateWithoutATimeIsADateAlone() =>
        Assert.Equal("2003-08-10", (await server.JsonAsync("/api/v1/records/ru/events/900000004")).GetProperty("published_at").GetString());

    [Theory]
    [InlineData("/api/v1/records/ru/events/1")]
    [InlineData("/api/v1/records/ru/events/1234567890")]
    [InlineData("/api/v1/records/xx/events/1")]
    [InlineData("/api/v1/nothing")]
    public async Task WhatIsNotThereIsAProblemOf404(string address)
    {
        using var response = await server.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task TheStatusTellsTheVersionAndHowFarTheIndexIs()
    {
        var status = await server.JsonAsync("/api/v1/status");
        Assert.True(status.GetProperty("records").GetInt64() >= 10);
        Assert.Equal(status.GetProperty("change").GetInt64(), status.GetProperty("indexed_change").GetInt64());
        Assert.Matches(@"^\d+\.\d+\.\d+", status.GetProperty("version").GetString()!);
    }

    [Fact]
    public async Task TheDescriptionNamesEveryAddressAndParameter()
    {
        var paths = (await server.JsonAsync("/openapi/v1.json")).GetProperty("paths");
        var parameters = paths.GetProperty("/api/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Superset(new HashSet<string?> { "q", "from", "to", "kind", "not.kind", "lang", "sort", "page", "size" }, parameters.ToHashSet());
        Assert.True(paths.TryGetProperty("/api/v1/records/{lang}/{collection}/{number}", out _));
        Assert.True(paths.TryGetProperty("/api/v1/status", out _));
        Assert.True(paths.GetProperty("/api/v1/records/{lang}/{collection}/{number}/captures").GetProperty("get").GetProperty("responses").TryGetProperty("410", out _));
        Assert.True(paths.TryGetProperty("/api/v1/captures/{number}/source", out _));
        using var page = await server.Http.GetAsync("/api/docs/", TestContext.Current.CancellationToken);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
    }
}
