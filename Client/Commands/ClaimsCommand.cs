using System.CommandLine;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Planning;
using Interleave.Client.Recording;
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
            Description = "Judge runs that were made before; runs with different numbers of silos may be named together.",
            HelpName = "dir",
            Required = true,
        };
        var command = new Command("claims", "Statements from the literature, each with its verdict on this machine and the figures that decided.") { ids, from }.WithExamples(
            "claims --from runs/mine",
            "claims 001-cpu-two grain-scale --from runs/one-silo --from runs/two-silos");
        command.SetAction(parsed => Judge(Terminals.Open(), parsed.GetRequiredValue(ids), parsed.GetRequiredValue(from)));
        return command;
    }

    private static int Judge(IAnsiConsole console, string[] ids, string[] folders)
    {
        var catalogue = ClaimCatalogue.Create(ScenarioCatalogue.All);
        CheckKnown(ids, catalogue);
        var verdicts = catalogue.Judge(new Evidence([.. folders.Select(RunFile.Read)]));
        ClaimTable.Write(console, [.. verdicts.Where(verdict => ids.Length == 0 || ids.Contains(verdict.Id))]);
        return ExitCode.Done;
    }

    private static void CheckKnown(string[] ids, ClaimCatalogue catalogue)
    {
        var known = catalogue.Claims.Select(claim => claim.Id).ToList();
        var faults = ids.Except(known).Select(id => $"Unknown claim '{id}': {NearestName.Hint(id, known)}").ToList();
        if (faults.Count > 0)
        {
            throw new UserError(faults);
        }
    }
}
