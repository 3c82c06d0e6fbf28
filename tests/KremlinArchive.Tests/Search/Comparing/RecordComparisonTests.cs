using KremlinArchive.Records;
using KremlinArchive.Search.Comparing;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Comparing;

public sealed class RecordComparisonTests
{
    private const string First = "Речь шла о погоде на следующей неделе.";
    private const string Second = "Стороны условились о встрече весной этого года.";
    private const string Third = "В завершение беседы прозвучали добрые пожелания.";

    [Fact]
    public void AnEditedWordIsMarkedInItsPassageAlone()
    {
        var compared = Compare([First, Second], [First, "Стороны условились о встрече осенью этого года."]);
        Assert.Equal([PassageChange.Same, PassageChange.Changed], compared.Passages.Select(line => line.Change));
        Assert.Equal(
            [new(TextChange.Kept, "Стороны условились о встрече "), new(TextChange.Removed, "весной"), new(TextChange.Added, "осенью"), new ChangedPiece(TextChange.Kept, " этого года.")],
            compared.Passages[1].Text.Pieces);
    }

    [Fact]
    public void WordsThatAreReplacedInARowAreOneChange()
    {
        var pieces = ChangedText.Between("до встречи завтра утром", "до свидания послезавтра вечером").Pieces;
        Assert.Equal(["до ", "встречи завтра утром", "свидания послезавтра вечером"], pieces.Select(piece => piece.Text));
    }

    [Fact]
    public void APassageThatOnlyChangedItsPlaceHasMoved()
    {
        var compared = Compare([First, Second, Third], [Third, First, Second]);
        Assert.Equal([PassageChange.MovedHere, PassageChange.Same, PassageChange.Same, PassageChange.MovedAway], compared.Passages.Select(line => line.Change));
        Assert.Equal((3, 1), (compared.Passages[0].Before!.Number, compared.Passages[0].After!.Number));
        Assert.True(compared.Passages[0].Text.IsSame);
    }

    [Fact]
    public void AMovedPassageMayHaveBeenEdited()
    {
        var compared = Compare([First, Second, Third], ["В завершение беседы прозвучали тёплые пожелания.", First, Second]);
        Assert.Equal(PassageChange.MovedHere, compared.Passages[0].Change);
        Assert.Contains(new ChangedPiece(TextChange.Added, "тёплые"), compared.Passages[0].Text.Pieces);
    }

    [Fact]
    public void AShortPhraseThatTurnsUpElsewhereHasNotMoved()
    {
        var compared = Compare(["Спасибо.", First, Second], [First, Second, "Спасибо."]);
        Assert.Equal([PassageChange.Removed, PassageChange.Same, PassageChange.Same, PassageChange.Added], compared.Passages.Select(line => line.Change));
    }

    [Fact]
    public void PassagesTakenOutAndPutInStandWhereTheyWere()
    {
        var compared = Compare([First, Second], ["Совсем другое начало текста.", First]);
        Assert.Equal([PassageChange.Added, PassageChange.Same, PassageChange.Removed], compared.Passages.Select(line => line.Change));
        Assert.Equal((1, 0, 1), (compared.Count(PassageChange.Added), compared.Count(PassageChange.Changed), compared.Count(PassageChange.Removed)));
    }

    [Fact]
    public void QuotationMarksAndDashesAreNoEdit() => Assert.True(Compare(["Он сказал: «мир» — да."], ["Он сказал: \"мир\" - да."]).IsEmpty);

    [Fact]
    public void AnotherSpeakerOfTheSameWordsIsAChange()
    {
        var before = Documents.Record() with { Passages = [new Passage(1, "В.Путин", First)] };
        var after = Documents.Record() with { Passages = [new Passage(1, "Д.Песков", First)] };
        var line = Assert.Single(RecordComparison.Of(before, after).Passages);
        Assert.Equal((PassageChange.Changed, true, false), (line.Change, line.Text.IsSame, line.Speaker.IsSame));
    }

    [Fact]
    public void FieldsAreComparedToo()
    {
        var before = Documents.Record() with { Place = "Сочи", Lead = "Кратко.", Persons = [new Tag("1", "Иванов Иван"), new Tag("2", "Петров Пётр")] };
        var after = before with { Title = "Разговор о погоде", Place = null, Persons = [new Tag("2", "Петров Пётр")], Kind = Kind.PhoneCall };
        var fields = RecordComparison.Of(before, after).Fields;
        Assert.Equal([RecordField.Title, RecordField.Place, RecordField.Kind, RecordField.Persons], fields.Select(field => field.Field));
        Assert.Equal(("Сочи", ""), (fields[1].Text.Before, fields[1].Text.After));
        Assert.Equal(("Иванов Иван; Петров Пётр", "Петров Пётр"), (fields[3].Text.Before, fields[3].Text.After));
    }

    [Fact]
    public void TextsWithoutAnythingInCommonAreComparedInBoundedSteps()
    {
        var before = string.Concat(Enumerable.Range(0, 30_000).Select(n => $"а{n} "));
        var after = string.Concat(Enumerable.Range(0, 30_000).Select(n => $"б{n} "));
        var compared = Compare([before.Trim()], [after.Trim()]);
        Assert.Equal([PassageChange.Removed, PassageChange.Added], compared.Passages.Select(line => line.Change));
        Assert.Equal(after, ChangedText.Between(before, after).After);
    }

    [Fact]
    public void ALongTextWithoutParagraphsIsComparedBySentences()
    {
        var before = string.Concat(Enumerable.Range(0, 3_000).Select(n => $"Предложение номер {n}. "));
        var after = before.Replace("номер 7.", "число 7.", StringComparison.Ordinal).Replace("номер 2998.", "число 2998.", StringComparison.Ordinal);
        var changed = ChangedText.Between(before, after);
        Assert.Equal(["число", "число"], changed.Pieces.Where(piece => piece.Change == TextChange.Added).Select(piece => piece.Text));
    }

    private static RecordComparison Compare(string[] before, string[] after) =>
        RecordComparison.Of(Documents.Record(paragraphs: before), Documents.Record(paragraphs: after));
}
