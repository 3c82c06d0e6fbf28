using KremlinArchive.Web.Hosting;

return await ArchiveServer.RunAsync(args);
