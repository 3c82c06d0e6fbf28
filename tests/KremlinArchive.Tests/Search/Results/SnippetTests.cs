using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Answers;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("договор", "Подписан <mark>договор</mark> о газе, <mark>договоры</mark> о нефти.")]
    [InlineData("договор газ", "Подписан <mark>договор</mark> о <mark>газе</mark>, <mark>договоры</mark> о нефти.")]
    [InlineData("\"договор о газе\"", "Подписан <mark>договор о газе</mark>, договоры о нефти.")]
    [InlineData("\"договор о нефти\" газ", "Подписан договор о <mark>газе</mark>, <mark>договоры о нефти</mark>.")]
    [InlineData("газ -уголь", "Подписан договор о <mark>газе</mark>, договоры о нефти.")]
    public async Task ExactlyWhatMatchedIsMarked(string query, string html)
    {
        using var archive = await SearchedArchive.WithAsync(Record("Подписан договор о газе, договоры о нефти."));
        Assert.Equal(html, Only(archive.Ask(query)).Text.ToHtml());
    }

    [Fact]
    public async Task MarkupInATextIsText()
    {
        using var archive = await SearchedArchive.WithAsync(Record("<script>alert(1)</script> & газ"));
        Assert.Equal("&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>газ</mark>", Only(archive.Ask("газ")).Text.ToHtml());
        Assert.Equal("&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp; газ", Only(archive.Ask("script")).Text.ToHtml());
    }

    [Fact]
    public async Task ThreePassagesShowAllThatWasAskedForInTheOrderOfTheText()
    {
        using var archive = await SearchedArchive.WithAsync(Record("Газ.", "Газ и газ.", "Пусто.", "Нефть.", "Газ.", "Уголь и газ.", "Конец."));
        var snippets = archive.Ask("газ нефть уголь").Hits[0].Snippets;
        Assert.Equal([2, 4, 6], snippets.Select(snippet => snippet.Passage));
    }

    [Fact]
    public async Task APhraseReachesNotFromOnePassageIntoTheNext()
    {
        using var archive = await SearchedArchive.WithAsync(Record("Договор о", "газе", "", "договор о газе"));
        Assert.Equal([4], archive.Ask("\"договор о газе\"").Hits[0].Snippets.Select(snippet => snippet.Passage));
    }

    [Fact]
    public async Task ALongPassageIsCutBetweenWordsAroundTheMatches()
    {
        var filler = string.Join(' ', Enumerable.Repeat("слово", 200));
        using var archive = await SearchedArchive.WithAsync(Record($"{filler} газовый контракт {filler}"));
        var text = Only(archive.Ask("контракт")).Text;
        Assert.StartsWith("… слово ", text.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" слово …", text.ToString(), StringComparison.Ordinal);
        Assert.InRange(text.ToString().Length, 200, 340);
        Assert.Equal("контракт", Assert.Single(text.Pieces, piece => piece.IsMatch).Text);
    }

    [Fact]
    public async Task ATextWithoutAMatchShowsItsBeginningUnmarked()
    {
        using var archive = await SearchedArchive.WithAsync(Record("Первый абзац.", "Второй абзац.") with { Title = "О газе", Lead = "Коротко о газе" });
        var hit = archive.Ask("газ").Hits[0];
        Assert.Equal("О <mark>газе</mark>", hit.MarkedTitle.ToHtml());
        Assert.Equal("Коротко о <mark>газе</mark>", hit.MarkedLead?.ToHtml());
        Assert.Equal((1, "Первый абзац."), (hit.Snippets[0].Passage, hit.Snippets[0].Text.ToHtml()));
    }

    [Fact]
    public async Task ARecordWithoutTextHasNoSnippet()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1", "Фотографии") with { Passages = [] });
        Assert.Empty(archive.Ask("фотографии").Hits[0].Snippets);
        Assert.Empty(archive.Ask("").Hits[0].Snippets);
    }

    [Fact]
    public async Task ASnippetKnowsWhoSpeaks()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1") with
        {
            Passages = [new Passage(1, null, "Начало."), new Passage(2, "В.Путин", "О газе."), new Passage(3, "В.Путин", "Дальше.")],
        });
        var snippet = Only(archive.Ask("газ"));
        Assert.Equal((2, "В.Путин"), (snippet.Passage, snippet.Speaker));
    }

    [Fact]
    public void AWholeRecordIsMarkedAsSnippetsAre()
    {
        var marked = ArchiveIndex.Mark(Record("Договор о газе.", "Пусто.") with { Title = "Договоры", Lead = "О нефти" }, new SearchRequest { Query = "договор \"о газе\" -нефть" });
        Assert.Equal("<mark>Договоры</mark>", marked.Title.ToHtml());
        Assert.Equal("О нефти", marked.Lead?.ToHtml());
        Assert.Equal(["<mark>Договор</mark> <mark>о газе</mark>.", "Пусто."], marked.Passages.Select(passage => passage.ToHtml()));
    }

    private static ArchiveRecord Record(params string[] paragraphs) => Documents.Record("ru/events/1", "Беседа", paragraphs);

    private static Snippet Only(SearchAnswer answer) => Assert.Single(Assert.Single(answer.Hits).Snippets);
}
