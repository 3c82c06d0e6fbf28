using System.Text;
using KremlinArchive.Cli;
using KremlinArchive.Cli.Output;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return (int)await CommandLine.RunAsync(args, Terminal.OfProcess());
