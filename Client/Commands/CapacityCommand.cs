using System.CommandLine;
using Interleave.Client.Reporting.Terminal;

namespace Interleave.Client.Commands;

/// <summary><c>interleave capacity</c>: how much of a service fits on this machine, on each model.</summary>
internal static class CapacityCommand
{
    public static Command Create()
    {
        var options = new CapacityOptions(needsRate: false);
        const string Description = "For each model the highest arrival rate at which a goal holds, what gave out first, and what it costs.";
        var command = new Command("capacity", Description).WithExamples(
            "capacity checkout.yaml",
            "capacity checkout.yaml --models tasks,grains --profile standard",
            "capacity io --goal 'p99 < 100ms, errors = 0%'",
            "capacity checkout.yaml --expect 'checkout.grains.capacity > 500'   exit code 1 when it is not");
        options.AddTo(command);
        // A validator's faults are told together with the parser's own.
        command.Validators.Add(given =>
        {
            var faults = new Faults();
            options.Read(given, faults);
            faults.Lines.ToList().ForEach(given.AddError);
        });
        command.SetAction((parsed, cancellation) =>
        {
            var faults = new Faults();
            var asked = options.Read(parsed.CommandResult, faults) ?? throw faults.ToError();
            var console = Terminals.Open();
            var flow = new CapacityFlow(
                asked,
                options.FolderFor(asked, parsed.CommandResult),
                found => CapacityTable.Write(console, found),
                console);
            return flow.RunAsync(cancellation);
        });
        return command;
    }
}
