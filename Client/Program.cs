using System.CommandLine;
using Interleave.Client.Commands;

return await new RootCommand("A concurrency laboratory.") { IoServerCommand.Create() }.Parse(args).InvokeAsync();
