using KremlinArchive.Web.Admin.Uploads;

namespace KremlinArchive.Web.Tests.Desk.Uploads;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("page.html", "page.html")]
    [InlineData("Страница 1.html", "Страница 1.html")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\page.html", "page.html")]
    [InlineData("folder/", "unnamed")]
    [InlineData("..", "unnamed")]
    [InlineData("a\nb.html", "a_b.html")]
    [InlineData("pages.zip!inner.html", "pages.zip_inner.html")]
    public void OnlyTheLastPartOfANameIsKept(string given, string kept) => Assert.Equal(kept, UploadName.Of(given));

    [Fact]
    public void ALongNameKeepsItsEnding()
    {
        var name = UploadName.Of(new string('я', 1000) + ".tar.gz");
        Assert.Equal(200, name.Length);
        Assert.EndsWith(".tar.gz", name, StringComparison.Ordinal);
    }
}
