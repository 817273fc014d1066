using Interleave.Client.Models;
using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>What is about to run, and on what.</summary>
internal static class RunHeader
{
    public static void Write(IAnsiConsole console, Run run)
    {
        var plan = run.Plan;
        Sentence.Write(
            console,
            $"{string.Join(", ", plan.Scenarios)} on {string.Join(", ", plan.Models)}: {plan.Profile.ToString().ToLowerInvariant()}, {plan.Rounds} " +
            $"{(plan.Rounds == 1 ? "round" : "rounds")}, seed {plan.Seed}");
        Sentence.Write(
            console,
            $"{run.Environment.Cores} cores, {Quantity.Format(run.Environment.Memory, "By")}, .NET {run.Environment.Dotnet}, {run.Environment.Gc} " +
            $"GC{Grains(run)}");
        console.WriteLine();
    }

    private static string Grains(Run run) =>
        run.Plan.Models.Contains(Model.Grains.Name) ? $"; grains on {run.Environment.GrainRuntime}, {Silos(run.Plan.Silos)}" : "";

    private static string Silos(int silos) => silos switch
    {
        0 => "one silo in this process",
        1 => "1 silo process",
        _ => $"{silos} silo processes",
    };
}
