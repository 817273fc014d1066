using System.CommandLine;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Sources;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Scenarios;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave show</c>: the source of a scenario, model beside model.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "Whose source to show." };
        var models = new Option<string?>("--models") { Description = "Only these models, separated by commas.", HelpName = "a,b" };
        var command = new Command("show", "The source of a scenario: its job, then model beside model.") { scenario, models }
            .WithExamples("show cpu", "show spinner --models threads,grains");
        command.SetAction(parsed => Show(parsed.GetRequiredValue(scenario), parsed.GetValue(models), Terminals.Open()));
        return command;
    }

    /// <remarks>The planner checks the names, as for a run.</remarks>
    private static int Show(string scenario, string? models, IAnsiConsole console)
    {
        var request = new PlanRequest([scenario]) { Models = models?.Split(',', StringSplitOptions.TrimEntries) ?? [] };
        foreach (var planned in new Planner(ScenarioCatalogue.All).Plan(request).Scenarios)
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
