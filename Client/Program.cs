using System.CommandLine;
using Interleave.Client.Commands;

var root = new RootCommand("Interleave: the same work on threads, tasks, an event loop and grains, measured side by side.")
{
    RunCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    ClaimsCommand.Create(),
    CompareCommand.Create(),
    ReportCommand.Create(),
    TraceCommand.Create(),
    ClusterCommands.Create(),
    DoctorCommand.Create(),
    IoServerCommand.Create(),
    UnitCommand.Create(),
    WorkerCommand.Create(),
}.WithExamples(
    "run                       the tour, about a minute",
    "run io --models threads,tasks,grains",
    "list                      what else can be run");
return await CommandLine.RunAsync(root, args);
