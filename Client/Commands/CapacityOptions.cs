using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Capacity;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Running;
using Interleave.Client.Scenarios.OwnWork;
using Interleave.Client.Workloads;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Commands;

/// <summary>The arguments and options of <c>interleave capacity</c> and <c>interleave advise</c>.</summary>
/// <param name="needsRate">Whether the file must say how many requests arrive.</param>
internal sealed class CapacityOptions(bool needsRate)
{
    private readonly RunOptions _run = new();

    private readonly Argument<string> _what = new("what") { Description = "A workload file, or a scenario with an open load." };

    private readonly Option<string?> _goal = new("--goal")
    {
        Description = "The limits to hold; without it, those of the file. Figures: p50, p90, p99, p999, max, errors, cores, memory, threads.",
        HelpName = "'p99 < 100ms, errors = 0%'",
    };

    public void AddTo(Command command)
    {
        command.Add(_what);
        foreach (var option in new Option[]
        {
            _goal, _run.Models, _run.Silos, _run.Profile, _run.Seed, _run.Parameters, _run.Expect, _run.Export, _run.Out, _run.AllowHost,
        })
        {
            command.Add(option);
        }
    }

    /// <summary>Checks everything that was asked for, and starts nothing.</summary>
    public CapacityAsked? Read(CommandResult given, Faults faults)
    {
        faults.Add(RunOptions.MissingOrRepeated(given));
        if (given.GetResult(_what)?.Tokens is not [var named, ..])
        {
            return null; // The parser tells that it is missing.
        }

        var what = named.Value;
        if (what.StartsWith('-'))
        {
            return faults.Refuse<CapacityAsked>(UnknownName.Fault(what, given.Command));
        }

        var files = WorkloadFiles.Read([what], RunOptions.All(_run.AllowHost, given), faults);
        var request = _run.Read(given, files) with { Scenarios = files.NamesOf([what]) };
        if (request.Scenarios.Count == 0 || what == Planner.AllScenarios)
        {
            return what == Planner.AllScenarios ? faults.Refuse<CapacityAsked>("'all' is no scenario of its own: name one, or a workload file.") : null;
        }

        var plan = new Planner(files.AndCatalogue).Plan(request, faults);
        var file = files.Files.SingleOrDefault();
        var text = RunOptions.One(_goal, given);
        var goal = text is null ? file?.Goal : Goal.Read(text, faults);
        if (goal is null && given.GetResult(_goal) is null && plan is not null)
        {
            faults.Add($"'{what}' sets no goal: add --goal, as in --goal 'p99 < 100ms, errors = 0%'.");
        }

        if (needsRate && file is { Rate: null })
        {
            faults.Add($"'{what}' says nothing of arrivals: advice is for a rate, as in 'arrivals: 200/s'.");
        }

        if (plan?.Scenarios is not [var scenario] || goal is null)
        {
            return null;
        }

        if (CapacityRunner.VariantAt(scenario, new Dictionary<string, double> { [CapacityMetrics.Rate] = 1 }) is null)
        {
            return faults.Refuse<CapacityAsked>(
                $"Scenario '{what}' has no open load, and no capacity: name a workload file, or a scenario with the parameter 'rate'.");
        }

        var effort = Effort.Of(plan.Plan.Profile);
        Func<double, (double Busy, string Name)?> busiest = scenario.Scenario is OwnWorkScenario own ? own.BusiestKey : _ => null;
        var planned = CapacityPlan.Of(plan, effort);
        return new CapacityAsked(
            planned,
            new CapacityRequest(scenario, goal, effort, file?.Rate, plan.Plan.Seed, busiest),
            new RunSettings(
                Folder: "",
                Cluster: null,
                TelemetryMode.None,
                Thresholds.Read(RunOptions.All(_run.Expect, given), planned.Plan, faults),
                Exports.Read(RunOptions.All(_run.Export, given), faults))
            { Hosts = files.Hosts });
    }

    public string FolderFor(CapacityAsked asked, CommandResult given) =>
        RunFolder.Create(RunOptions.One(_run.Out, given), [$"{asked.Request.Scenario.Scenario.Name}-capacity"], TimeProvider.System.GetLocalNow());
}
