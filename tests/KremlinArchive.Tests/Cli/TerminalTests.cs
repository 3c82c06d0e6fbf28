using KremlinArchive.Cli.Output;

namespace KremlinArchive.Tests.Cli;

public sealed class TerminalTests
{
    private readonly StringWriter output = new();

    [Fact]
    public void RussianTextStaysWholeOnItsLine()
    {
        var line = string.Join(' ', Enumerable.Repeat("Владимир Путин провёл встречу", 40));
        new Terminal(output, new StringWriter()).WriteLine(line);
        Assert.Equal(line, output.ToString().TrimEnd());
    }

    [Fact]
    public void APipedTableHasNoColoursAndKeepsItsWords()
    {
        var terminal = new Terminal(output, new StringWriter());
        terminal.Write(Figures.Rows([["ещё [red]не[/] разметка", "2"]], "Что", "Сколько"));
        Assert.Contains("ещё [red]не[/] разметка", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Fact]
    public void ATextCannotSteerTheTerminal() => Assert.Equal("a\uFFFD[2Jb", Terminal.Clean("a\u001b[2Jb"));
}
