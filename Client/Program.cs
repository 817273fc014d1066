using System.CommandLine;
using Interleave.Client.Commands;

// What this program starts of itself must be ready soon: it makes no command that nobody gave it.
var root = OwnCommands.Find(args) ?? new RootCommand("Interleave: the same work on threads, tasks, an event loop and grains, measured side by side.")
{
    RunCommand.Create(),
    NewCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    CapacityCommand.Create(),
    AdviseCommand.Create(),
    ClaimsCommand.Create(),
    CompareCommand.Create(),
    PlaceboCommand.Create(),
    ReportCommand.Create(),
    ScaleCommand.Create(),
    ChaosCommand.Create(),
    DriveCommand.Create(),
    TraceCommand.Create(),
    ClusterCommands.Create(),
    DoctorCommand.Create(),
}.WithExamples(
    "run                       the tour, about two minutes",
    "run io --models threads,tasks,grains",
    "list                      what else can be run");
return await CommandLine.RunAsync(root, args);
