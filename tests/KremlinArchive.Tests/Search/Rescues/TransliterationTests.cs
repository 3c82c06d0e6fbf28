using CsCheck;
using KremlinArchive.Search.Rescues;

namespace KremlinArchive.Tests.Search.Rescues;

public sealed class TransliterationTests
{
    private static readonly HashSet<string> Known =
    [
        "лавров", "донбасс", "шойгу", "песков", "медведев", "зеленский", "хрущев", "ельцин", "горбачев", "матвиенко", "лукашенко", "назарбаев", "токаев", "набиуллина", "путин",
        "челябинск", "тверь", "казань", "нижний", "новгород", "грозный", "сочи", "дмитрий", "сергей", "мария", "юлия", "александр", "жириновский", "щербаков", "цеков",
        "харьков", "чубайс", "якутск", "ялта", "подъячев", "алексей", "пушкин", "мир", "анадырь", "беларусь", "визит", "в", "савельев",
        "lavrov", "putin", "peskov", "medvedev", "zelensky", "shoigu", "khrushchev", "yeltsin", "donbass", "crimea", "biden", "kazan", "covid", "nato", "meeting",
        "tokayev", "lukashenko", "zakharova", "merkel",
    ];

    [Theory]
    [InlineData("Lavrov", "Лавров")]
    [InlineData("lavrov", "лавров")]
    [InlineData("LAVROV", "ЛАВРОВ")]
    [InlineData("Donbass", "Донбасс")]
    [InlineData("Donbas", "Донбасс")]
    [InlineData("Shoigu", "Шойгу")]
    [InlineData("Shoygu", "Шойгу")]
    [InlineData("Šojgu", "Шойгу")]
    [InlineData("Peskov", "Песков")]
    [InlineData("Medvedev", "Медведев")]
    [InlineData("Medvedyev", "Медведев")]
    [InlineData("Zelensky", "Зеленский")]
    [InlineData("Zelenskiy", "Зеленский")]
    [InlineData("Zelenskyy", "Зеленский")]
    [InlineData("Zelenskij", "Зеленский")]
    [InlineData("Khrushchev", "Хрущев")]
    [InlineData("Khrushchyov", "Хрущев")]
    [InlineData("Hruščev", "Хрущев")]
    [InlineData("Yeltsin", "Ельцин")]
    [InlineData("El'cin", "Ельцин")]
    [InlineData("Gorbachev", "Горбачев")]
    [InlineData("Gorbačëv", "Горбачев")]
    [InlineData("Matviyenko", "Матвиенко")]
    [InlineData("Matvienko", "Матвиенко")]
    [InlineData("Nazarbayev", "Назарбаев")]
    [InlineData("Tokaev", "Токаев")]
    [InlineData("Nabiullina", "Набиуллина")]
    [InlineData("Chelyabinsk", "Челябинск")]
    [InlineData("Tver", "Тверь")]
    [InlineData("Kazan", "Казань")]
    [InlineData("Nizhny Novgorod", "Нижний Новгород")]
    [InlineData("Nizhniy Novgorod", "Нижний Новгород")]
    [InlineData("Grozny", "Грозный")]
    [InlineData("Dmitry", "Дмитрий")]
    [InlineData("Dmitri", "Дмитрий")]
    [InlineData("Sergei", "Сергей")]
    [InlineData("Sergey", "Сергей")]
    [InlineData("Maria", "Мария")]
    [InlineData("Mariya", "Мария")]
    [InlineData("Yulia", "Юлия")]
    [InlineData("Julija", "Юлия")]
    [InlineData("Alexander", "Александр")]
    [InlineData("Aleksandr", "Александр")]
    [InlineData("Zhirinovsky", "Жириновский")]
    [InlineData("Žirinovskij", "Жириновский")]
    [InlineData("Shcherbakov", "Щербаков")]
    [InlineData("Ščerbakov", "Щербаков")]
    [InlineData("Alexei Pushkin", "Алексей Пушкин")]
    [InlineData("Savelyev", "Савельев")]
    [InlineData("Anadyr", "Анадырь")]
    [InlineData("\"Sergei Lavrov\" -title:mir", "\"Сергей Лавров\" -title:мир")]
    [InlineData("vizit NATO", "визит NATO")]
    [InlineData("vizit v Kazan", "визит в Казань")]
    public void ARussianWordInLatinLettersIsReadAsOne(string typed, string meant) =>
        Assert.Equal(meant, Transliteration.ToRussian(typed, Known.Contains)[0]);

    [Theory]
    [InlineData("Nord Stream")]
    [InlineData("Putin meeting")]
    [InlineData("v")]
    [InlineData("v G20 v")]
    [InlineData("G20")]
    [InlineData("mi")]
    [InlineData("NATO")]
    [InlineData("лавров")]
    [InlineData("президент россии")]
    [InlineData("")]
    [InlineData("\" - :")]
    public void WhatIsNoRussianStays(string typed) => Assert.Empty(Transliteration.ToRussian(typed, Known.Contains));

    [Theory]
    [InlineData("Лавров", "Lavrov")]
    [InlineData("лаврова", "lavrov")]
    [InlineData("Шойгу", "Shoigu")]
    [InlineData("Песковым", "Peskov")]
    [InlineData("Медведеву", "Medvedev")]
    [InlineData("Зеленскому", "Zelensky")]
    [InlineData("Хрущёв", "Khrushchev")]
    [InlineData("Ельциным", "Yeltsin")]
    [InlineData("Токаевым", "Tokayev")]
    [InlineData("Казани", "Kazan")]
    [InlineData("путин", "putin")]
    [InlineData("Захаровой", "Zakharova")]
    [InlineData("Лукашенко", "Lukashenko")]
    [InlineData("\"Путин Лавров\" COVID", "\"Putin Lavrov\" COVID")]
    public void ANameInRussianLettersIsReadInLatinOnes(string typed, string meant) =>
        Assert.Equal(meant, Transliteration.ToLatin(typed, Known.Contains)[0]);

    [Theory]
    [InlineData("Путин подписал")]
    [InlineData("договорённость")]
    [InlineData("putin")]
    [InlineData("")]
    public void WhatNoEnglishTextHasStays(string typed) => Assert.Empty(Transliteration.ToLatin(typed, Known.Contains));

    [Fact]
    public void AnyTextIsReadAndNeverAsItself() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["abcehjkstvyžščжхйё' \"-:(*~"], 0, 30]).Sample(
        text =>
        {
            foreach (var reading in Transliteration.ToRussian(text, AnyWord).Concat(Transliteration.ToLatin(text, AnyWord)))
            {
                Assert.NotEqual(text, reading);
                Assert.InRange(reading.Length, 0, (text.Length * 4) + 4);
            }
        },
        iter: 500);

    private static bool AnyWord(string word) => word.Length % 3 == 0;
}
