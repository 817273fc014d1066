using System.CommandLine;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Scenarios;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave claims</c>: what the literature says, each statement with its verdict on this machine.</summary>
internal static class ClaimsCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("claim") { Description = "Only these claims, by id. Without one: all of them.", Arity = ArgumentArity.ZeroOrMore };
        var from = new Option<string[]>("--from")
        {
            Description = "Judge runs that were made before, and run nothing; runs with different numbers of silos may be named together.",
            HelpName = "dir",
        };
        var run = new RunOptions();
        var command = new Command("claims", "Statements from the literature, each with its verdict on this machine and the figures that decided.")
        {
            ids, from, run.Profile, run.Rounds, run.Silos, run.Seed, run.Parameters, run.Cluster, run.ConnectionFile, run.Certificate, run.Authority, run.Out,
        }.WithExamples(
            "claims                                         runs what all of them need",
            "claims 001-cpu-two grain-scale --profile standard",
            "claims --from runs/mine",
            "claims grain-scale --from runs/one-silo --from runs/two-silos");
        command.SetAction((parsed, cancellation) => JudgeAsync(
            ClaimCatalogue.Create(ScenarioCatalogue.All), parsed.GetValue(ids) ?? [], parsed.GetValue(from) ?? [], run, parsed, cancellation));
        return command;
    }

    private static async Task<int> JudgeAsync(
        ClaimCatalogue catalogue, string[] ids, string[] folders, RunOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        var console = Terminals.Open();
        var chosen = Choose(ids, catalogue);
        var exitCode = ExitCode.Done;
        if (folders.Length == 0)
        {
            (exitCode, folders) = await new ClaimRuns(chosen, options, console).MakeAsync(parsed, cancellation);
        }

        if (exitCode != ExitCode.Interrupted)
        {
            var faults = new Faults();
            List<Run> runs = [.. folders.Select(folder => KeptRun.Read(folder, faults)).OfType<Run>()];
            faults.ThrowIfAny();
            var verdicts = catalogue.Decide(runs);
            ClaimTable.Write(console, [.. verdicts.Where(verdict => chosen.Any(claim => claim.Id == verdict.Id))]);
        }

        return exitCode;
    }

    private static IReadOnlyList<Claim> Choose(string[] ids, ClaimCatalogue catalogue)
    {
        var known = catalogue.Claims.Select(claim => claim.Id).ToList();
        var faults = new Faults();
        faults.Add(ids.Except(known).Select(id => $"Unknown claim '{id}': {NearestName.Hint(id, known)}"));
        faults.ThrowIfAny();
        return [.. catalogue.Claims.Where(claim => ids.Length == 0 || ids.Contains(claim.Id))];
    }
}
