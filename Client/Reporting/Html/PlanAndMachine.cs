using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>What the run set out to do, and where.</summary>
internal static class PlanAndMachine
{
    public static XElement Of(Report report)
    {
        var (run, plan, machine) = (report.Run, report.Run.Plan, report.Run.Environment);
        return FoldedSection(
            "plan",
            "The plan and the machine",
            $"{plan.Profile.ToString().ToLowerInvariant()}, seed {plan.Seed}, {machine.Cpu}, {Words.Count(machine.Cores, "core", "cores")}",
            open: false,
            Tag(
                "div.pair",
                Tag(
                    "div",
                    Tag("h3", "Plan"),
                    List(
                        ("scenarios", string.Join(", ", plan.Scenarios)),
                        ("models", Spaced(report.Models.Select(ModelTag.Of))),
                        ("profile", plan.Profile.ToString().ToLowerInvariant()),
                        ("rounds", $"{plan.Rounds}, each in random order, after a warm-up"),
                        ("seed", $"{plan.Seed}"),
                        ("silos", $"{plan.Silos}"),
                        (
                            "parameters",
                            plan.Parameters.Count == 0
                                ? "the profile's own"
                                : string.Join(", ", plan.Parameters.Select(given => $"{given.Key} = {given.Value}"))),
                        ("took", run.FinishedAt is { } end ? Quantity.Format((end - run.StartedAt).TotalSeconds, "s") : "not finished"))),
                Tag(
                    "div",
                    Tag("h3", "Machine"),
                    List(
                        ("processor", $"{machine.Cpu}, {Words.Count(machine.Cores, "core", "cores")}"),
                        ("memory", Quantity.Format(machine.Memory, "By")),
                        ("system", machine.Os),
                        (".NET", $"{machine.Dotnet}, {machine.Gc} garbage collection"),
                        ("grain runtime", machine.GrainRuntime),
                        ("Interleave", machine.Interleave),
                        ("recording costs", machine.RecordingCost is { } cost ? $"{Quantity.Format(cost.Median, cost.Unit)} an operation" : "not measured")))));
    }

    private static XElement List(params IEnumerable<(string Term, object Value)> entries) =>
        Tag("dl", entries.Select(entry => Tag("div", Tag("dt", entry.Term), Tag("dd", entry.Value))));

    private static IEnumerable<object> Spaced(IEnumerable<object> items) => items.SelectMany(item => new[] { item, " " });
}
