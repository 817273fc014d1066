using System.CommandLine;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Sources;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave show</c>: the source of a scenario, model beside model.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "Whose source to show: a name, or a workload file." };
        var models = new Option<string?>("--models") { Description = "Only these models, separated by commas.", HelpName = "a,b" };
        var command = new Command("show", "The source of a scenario: its job, then model beside model.") { scenario, models }
            .WithExamples("show cpu", "show spinner --models threads,grains", "show checkout.yaml --models tasks,grains");
        command.SetAction(parsed => Show(parsed.GetRequiredValue(scenario), parsed.GetValue(models), Terminals.Open()));
        return command;
    }

    /// <remarks>The planner checks the names, as for a run.</remarks>
    private static int Show(string scenario, string? models, IAnsiConsole console)
    {
        var faults = new Faults();
        var files = WorkloadFiles.Read([scenario], allowedHosts: null, faults);
        faults.ThrowIfAny();
        var request = new PlanRequest(files.NamesOf([scenario])) { Models = models?.Split(',', StringSplitOptions.TrimEntries) ?? [] };
        foreach (var planned in new Planner(files.AndCatalogue).Plan(request).Scenarios)
        {
            foreach (var line in ScenarioSources.JobOf(planned.Scenario) is { } job ? SideBySide.Whole(job) : [])
            {
                console.Write(line);
            }

            console.Write(SideBySide.Of([.. planned.Models.Select(model => ScenarioSources.Of(planned.Scenario, model))], console.Profile.Width));
        }

        return ExitCode.Done;
    }
}
