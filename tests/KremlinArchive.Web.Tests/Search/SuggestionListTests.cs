using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Web.Search.Suggestions;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Search;

public sealed class SuggestionListTests
{
    [Theory]
    [InlineData(Language.Russian, "документ")]
    [InlineData(Language.English, "document")]
    public async Task ItSuggestsForWhatWasPutInAndSpeaksTheLanguageOfThePage(Language language, string word)
    {
        using var samples = await SampleIndex.CreateAsync();
        // The circuit's own culture is the other one.
        using var parts = new RenderedParts(language.Other());
        var list = Render(parts, samples, language);
        Assert.Empty(list.FindAll("[role=option]"));

        list.Find("input").Change("приморе");
        Assert.Equal("приморе", list.Find("[role=listbox]").GetAttribute("data-for"));
        var options = list.FindAll("[role=option]");
        Assert.InRange(options.Count, 1, 8);
        Assert.Equal(options.Count, options.Select(option => option.Id).Distinct().Count());
        Assert.All(options, option => Assert.StartsWith("/", option.GetAttribute("href"), StringComparison.Ordinal));

        list.Find("input").Change("лучин");
        var person = list.Find("[role=option]");
        Assert.StartsWith("/?person=", person.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(word, person.TextContent, StringComparison.Ordinal);

        list.Find("input").Change("");
        Assert.Empty(list.FindAll("[role=option]"));
    }

    [Fact]
    public async Task ALongTextIsCutAndStillAnswered()
    {
        using var samples = await SampleIndex.CreateAsync();
        using var parts = new RenderedParts();
        var list = Render(parts, samples, Language.Russian);
        list.Find("input").Change("приморе " + new string('я', 100_000));
        Assert.InRange(list.Markup.Length, 1, 20_000);
    }

    private static IRenderedComponent<SuggestionList> Render(RenderedParts parts, SampleIndex samples, Language language)
    {
        parts.Services.AddSingleton(samples.Index);
        return parts.Render<SuggestionList>(list => list.Add(part => part.Spoken, language));
    }
}
