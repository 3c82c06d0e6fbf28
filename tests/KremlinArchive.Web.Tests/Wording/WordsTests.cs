using System.Text.RegularExpressions;
using System.Xml.Linq;
using KremlinArchive.Import.Previews;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Comparing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Rescues;
using KremlinArchive.Search.Results;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Keys;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Admin.Coverage;
using KremlinArchive.Web.Admin.Fetches;
using KremlinArchive.Web.Admin.Quarantine;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;
using KremlinArchive.Web.Hosting.Limits;
using KremlinArchive.Web.Search;

namespace KremlinArchive.Web.Tests.Wording;

public sealed partial class WordsTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "KremlinArchive.Web");
    private static readonly Dictionary<string, string> Russian = Read("Words.resx");
    private static readonly Dictionary<string, string> English = Read("Words.en.resx");

    [Fact]
    public void BothLanguagesHaveTheSameWords() => Assert.Equal(Russian.Keys.Order(), English.Keys.Order());

    [Fact]
    public void NoWordIsEmptyAndPlaceholdersAgree() => Assert.All(Russian, pair =>
    {
        Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key);
        Assert.False(string.IsNullOrWhiteSpace(English[pair.Key]), pair.Key);
        Assert.Equal(Placeholders(pair.Value), Placeholders(English[pair.Key]));
    });

    [Fact]
    public void EveryWordInUseExists() => Assert.Empty(Used().Except(Russian.Keys));

    [Fact]
    public void EveryWordThatExistsIsInUse() => Assert.Empty(Russian.Keys.Except(Used()));

    [Fact]
    public void EveryKindHasAWord() => Assert.Empty(KindKeys.All.Select(kind => $"kind.{kind.Key()}").Except(Russian.Keys));

    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.English)]
    public void ProgramsAndReadersAreToldTheSameWords(Language language)
    {
        var words = language == Language.Russian ? Russian : English;
        Assert.All(KindKeys.All, kind => Assert.Equal(words[$"kind.{kind.Key()}"], FixedLabels.Of(Facet.Kind, kind.Key(), language), ignoreCase: true));
        Assert.All(Enum.GetValues<Language>(), spoken => Assert.Equal(words[$"language.{spoken.Code()}"], FixedLabels.Of(Facet.Language, spoken.Code(), language), ignoreCase: true));
    }

    // Words that are looked up by a computed name are named by what they are computed from.
    private static HashSet<string> Used()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".razor" or ".cs"))
        {
            foreach (Match match in WordInUse().Matches(File.ReadAllText(file)))
                used.Add(match.Groups[1].Value);
            foreach (Match match in CountedNoun().Matches(File.ReadAllText(file)))
                used.UnionWith(((string[])["one", "few", "many"]).Select(form => $"{match.Groups[1].Value}.{form}"));
        }

        used.UnionWith(KindKeys.All.Select(kind => $"kind.{kind.Key()}"));
        used.UnionWith(FacetNames.All.Select(facet => "facet." + facet.Name()));
        used.UnionWith(Enum.GetValues<SortOrder>().Select(order => "sort." + order.Code()));
        used.UnionWith(Enum.GetValues<MatchField>().Select(field => "match." + field.ToString().ToLowerInvariant()));
        used.UnionWith(((Facet[])[Facet.Person, Facet.Place, Facet.Country, Facet.Topic]).Select(facet => "suggest." + facet.Name()));
        used.UnionWith(Enum.GetValues<FacetOrder>().Select(order => "facet.order." + order.Code()));
        used.UnionWith(((string[])["dark", "light", "system"]).Select(theme => "theme.to." + theme));
        used.UnionWith(Enum.GetValues<Language>().Select(language => "language." + language.Code()));
        used.UnionWith(((string[])["size", "size.small", "size.normal", "size.large", "size.largest", "width", "width.narrow", "width.normal", "width.wide"]).Select(choice => "settings." + choice));
        used.UnionWith(OutcomeKeys.All.Select(outcome => "outcome." + outcome.Key()));
        used.UnionWith(Enum.GetValues<RescueKind>().Select(kind => "rescue." + kind.Name()));
        used.UnionWith(QueryHelp.Names.SelectMany(name => (string[])[$"help.{name}", $"help.{name}.means"]));
        used.UnionWith(Refusal.Causes.SelectMany(cause => (string[])[$"busy.{cause}", $"busy.{cause}.text"]));
        used.UnionWith(UploadProblems.All.Select(problem => "upload.problem." + problem.Key()));
        used.UnionWith(AuditActionNames.All.Select(action => "audit." + action.Name()));
        used.UnionWith(KeyScopeNames.All.Select(scope => "keys.scope." + scope.Name()));
        used.UnionWith(Enum.GetValues<QuarantineState>().SelectMany(state => (string[])[$"quarantine.{QuarantineAddress.Key(state)}", $"quarantine.none.{QuarantineAddress.Key(state)}"]));
        used.UnionWith(Enum.GetValues<ReadingWarning>().Select(warning => "warning." + warning.Key()));
        used.UnionWith(FetchProblems.All.Select(problem => "fetch.problem." + problem.Key()));
        used.UnionWith(ListedAnswers.All.Select(answer => "coverage.answer." + answer.Key()));
        used.UnionWith(DayTable.Columns.Select(column => "coverage." + column.Name));
        used.UnionWith(Enum.GetValues<Collection>().Select(collection => "collection." + collection.Code()));
        used.UnionWith(Enum.GetValues<RecordField>().Select(field => "field." + field.Name()));
        return used;
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Web, "Wording", file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("""(?:\bT|\bwords)\["([^"{}]+)"[\],]""")]
    private static partial Regex WordInUse();

    [GeneratedRegex("""\.Count\("([a-z]+)",""")]
    private static partial Regex CountedNoun();

    [GeneratedRegex(@"\{\d(?::\w+)?\}")]
    private static partial Regex Placeholder();
}
