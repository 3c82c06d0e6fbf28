using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Places;

namespace KremlinArchive.Tests.Search.Places;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Москва, Кремль", "The Kremlin, Moscow")]
    [InlineData("Москва, Кремль", "Kremlin, Moscow")]
    [InlineData("Москва, Кремль", "Moscow, Kremlin")]
    [InlineData("Москва, Кремль", "МОСКВА,  КРЕМЛЬ.")]
    [InlineData("Москва, Кремль", "Мос\u00ADква, Крем\u200Bль")]
    [InlineData("Московская область, Ново-Огарёво", "Novo-Ogaryovo, Moscow Region")]
    [InlineData("Московская область, Ново-Огарёво", "Московская область, Ново-Огарево")]
    [InlineData("Московская область, Ново-Огарёво", "Novo-Ogarevo")]
    [InlineData("Московская область, Ново-Огарёво", "Ново\u2011Огарёво")]
    [InlineData("Сочи, Бочаров Ручей", "Bocharov Ruchei, Sochi")]
    [InlineData("Сочи, Бочаров Ручей", "Bocharov Ruchei Residence, Sochi")]
    [InlineData("Сочи", "г. Сочи")]
    [InlineData("Санкт-Петербург", "St. Petersburg")]
    [InlineData("Московская область, Красногорск", "Красногорск, Московская область")]
    [InlineData("Братск", "Иркутская область, Братск")]
    [InlineData("Куала-Лумпур", "Kuala Lumpur, Malaysia")]
    [InlineData("Владивосток, Остров Русский", "Приморский край, остров Русский")]
    [InlineData("Керчь, Тамань", "Taman – Kerch")]
    [InlineData("Гаага", "The Hague")]
    public void ItsNamesAreOnePlaceUnderTheKeyOfTheRussianOne(string russian, string other)
    {
        Assert.Equal(FacetKeys.PlaceKey(russian), KeyOf(other));
        Assert.Equal(FacetKeys.PlaceKey(russian), KeyOf(russian));
    }

    [Theory]
    [InlineData("Embassy of Russia, Berlin")]
    [InlineData("Небывалая Пристань")]
    [InlineData("Кремль, Казань")]
    [InlineData("Government House, Minsk")]
    [InlineData("The")]
    [InlineData("")]
    public void WhatItDoesNotKnowKeepsItsKey(string place) => Assert.Equal(FacetKeys.PlaceKey(place), KeyOf(place));

    [Theory]
    [InlineData("novo-ogaryovo", "Московская область, Ново-Огарёво", "Novo-Ogaryovo, Moscow Region")]
    [InlineData("москва-кремль", "Москва, Кремль", "The Kremlin, Moscow")]
    [InlineData("sochi", "Сочи", "Sochi")]
    public void APlaceIsNamedInBothLanguages(string key, string russian, string english)
    {
        var place = Gazetteer.Current.Find(key)!;
        Assert.Equal((russian, english), (place.NameIn(Language.Russian), place.NameIn(Language.English)));
    }

    [Fact]
    public void EveryKeyStandsForItselfAndEveryPlaceIsFoundByBothItsNames() => Assert.All(Gazetteer.Current.Places, place =>
    {
        var key = KeyOf(place.Russian);
        Assert.Equal(key, Gazetteer.Current.KeyOf(key));
        Assert.Equal(key, KeyOf(place.English));
        Assert.Equal(key, KeyOf(Gazetteer.Current.Find(key)!.NameIn(Language.English)));
    });

    [Fact]
    public void ItKnowsTheFrequentPlaces() => Assert.InRange(Gazetteer.Current.Places.Count(), 120, 2_000);

    [Theory]
    [InlineData("Москва = Moscow")]
    [InlineData("[towns]|Москва Moscow")]
    [InlineData("[towns]|Москва =")]
    [InlineData("[towns]|Москва = Moscow|Москва = Moscow")]
    [InlineData("[towns]|Москва = Moscow|Московия = Moscow")]
    [InlineData("[spots]|Кремль = The Kremlin < Москва")]
    public void ALineThatIsNotUnderstoodIsTold(string lines) =>
        Assert.Contains("Line ", Assert.Throws<InvalidDataException>(() => GazetteerFile.Parse(lines.Split('|'))).Message, StringComparison.Ordinal);

    [Fact]
    public void AMissingFileIsNamed() => Assert.Contains("no-such", Assert.Throws<InvalidDataException>(() => GazetteerFile.Read("no-such/places.txt")).Message, StringComparison.Ordinal);

    private static string KeyOf(string printed) => Gazetteer.Current.KeyOf(FacetKeys.PlaceKey(printed));
}
