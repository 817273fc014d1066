using System.CommandLine;
using Interleave.Client.Advice;
using Interleave.Client.Reporting.Terminal;

namespace Interleave.Client.Commands;

/// <summary><c>interleave advise</c>: which model to choose for a service, from what was measured of each.</summary>
internal static class AdviseCommand
{
    public static Command Create()
    {
        var options = new CapacityOptions(needsRate: true);
        var command = new Command("advise", "Ranks the models for a workload file by what was measured: capacity, and cost at the rate that it asks for.")
            .WithExamples("advise checkout.yaml", "advise checkout.yaml --models threads,tasks,grains");
        options.AddTo(command);
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
                found =>
                {
                    CapacityTable.Write(console, found);
                    foreach (var line in new Ranking(found, asked.Request.Asked ?? 0, asked.Plan.Plan.Silos).Lines())
                    {
                        console.Write(new TextLine(line));
                    }
                },
                console);
            return flow.RunAsync(cancellation);
        });
        return command;
    }
}
