using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Web.Reading;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Reading;

public sealed class TurnContentsTests : IDisposable
{
    private readonly RenderedParts parts = new();

    [Fact]
    public void EveryEntryIsAPlainLinkIntoThePage()
    {
        var contents = Render(new Contents([new("В.Берегов", "Добрый день", 2, true), new("Н.Штиль", "Начнём", 5, true)], 0));
        Assert.Equal(["/ru/events/1?q=%D0%B0#p2", "/ru/events/1?q=%D0%B0#p5"], contents.FindAll("ol a").Select(link => link.GetAttribute("href")));
        Assert.Equal("В.Берегов Добрый день", contents.Find("ol a").TextContent);
        Assert.Equal("ru", contents.Find("ol").GetAttribute("lang"));
        Assert.Contains("2 реплики", contents.Find("summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsLeftOutIsSaidAndCounted()
    {
        var contents = Render(new Contents([new("В.Берегов", "Добрый день", 2, true)], 60));
        Assert.Contains("Короткие реплики опущены: 60.", contents.Find("nav p").TextContent, StringComparison.Ordinal);
        Assert.Contains("61 реплика", contents.Find("summary").TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => parts.Dispose();

    private IRenderedComponent<TurnContents> Render(Contents contents) => parts.Render<TurnContents>(given => given
        .Add(part => part.Contents, contents).Add(part => part.Address, "/ru/events/1?q=%D0%B0").Add(part => part.Language, Language.Russian));
}
