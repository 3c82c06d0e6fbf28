using System.Text;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Import.Parsing;

public sealed class EncodingTests
{
    private static readonly InventedPage Page = InventedPage.Russian with { Title = "Встреча с Анной Выдуманной", Body = "<p>Съешь ещё этих мягких французских булок, да выпей чаю.</p>" };

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    public void ADeclaredCharsetIsRead(string name) =>
        AssertRead(Encoding.GetEncoding(name).GetBytes(Html(name)));

    [Fact]
    public void ValidUtf8IsUtf8WhateverThePageDeclares() => AssertRead(Encoding.UTF8.GetBytes(Html("windows-1251")));

    [Fact]
    public void AByteOrderMarkDecides()
    {
        AssertRead([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page.Html)]);
        AssertRead([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page.Html)]);
        AssertRead([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Page.Html)]);
    }

    [Fact]
    public void UndeclaredRussianIsTakenForWindows1251() =>
        AssertRead(Encoding.GetEncoding("windows-1251").GetBytes(Page.Html.Replace("<meta charset=\"utf-8\"/>", "", StringComparison.Ordinal).Replace("•", "-", StringComparison.Ordinal)));

    [Fact]
    public void AFalseDeclarationOfUtf8IsRefused() => AssertRefused(Encoding.GetEncoding("windows-1251").GetBytes(Page.Html), "declares the charset utf-8");

    [Fact]
    public void UndeclaredBytesOfAnotherCharsetAreRefused() =>
        AssertRefused(Encoding.GetEncoding("koi8-r").GetBytes(Page.Html.Replace("<meta charset=\"utf-8\"/>", "", StringComparison.Ordinal)), "neither UTF-8 nor");

    [Fact]
    public void AnUnknownCharsetIsNamed() => AssertRefused(Encoding.GetEncoding("windows-1251").GetBytes(Html("big5")), "\"big5\"");

    [Fact]
    public void TextReadInTheWrongCharsetAndSavedIsRefused()
    {
        var garbled = Encoding.GetEncoding("windows-1251").GetString(Encoding.UTF8.GetBytes(Page.Title));
        AssertRefused(Encoding.UTF8.GetBytes((Page with { Title = garbled }).Html), "garbled");
    }

    [Fact]
    public void AWindows1251TextWithoutALayoutIsRefusedForItsLayout() =>
        AssertRefused(Encoding.GetEncoding("windows-1251").GetBytes("В.Выдуманный: Уважаемые граждане!\n\nСегодняшнее выступление ничего не значит.\n"), "no known layout");

    private static string Html(string charset) => Page.Html.Replace("charset=\"utf-8\"", $"charset=\"{charset}\"", StringComparison.Ordinal).Replace("•", "-", StringComparison.Ordinal);

    private static void AssertRead(byte[] bytes)
    {
        var record = Assert.IsType<PageReading.Documents>(InventedPage.Read(bytes)).Records[0];
        Assert.StartsWith(Page.Title, record.Title, StringComparison.Ordinal);
        Assert.Equal("Съешь ещё этих мягких французских булок, да выпей чаю.", record.Passages[0].Text);
    }

    private static void AssertRefused(byte[] bytes, string reason) =>
        Assert.Contains(reason, Assert.IsType<PageReading.Unreadable>(InventedPage.Read(bytes)).Reason, StringComparison.Ordinal);
}
