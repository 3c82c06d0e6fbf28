Console.WriteLine("KremlinArchive");
