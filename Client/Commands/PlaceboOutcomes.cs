using Interleave.Client.Judging.Placebos;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Silo;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>How often verdicts erred, and what they found of what was planted; kept for <c>doctor</c> and for later runs.</summary>
internal sealed class PlaceboOutcomes(IAnsiConsole console, string folder) : IOutcome
{
    public IProgress<RunProgress> Beside(IProgress<RunProgress> display) => display;

    public void Tell(Run run, RunEnd end, RunSaver saver)
    {
        var placebo = PlaceboResult.Of(run);
        if (run.Complete)
        {
            saver.Keep(() => new LastPlacebo(() => StateFolder.Open(StateFolder.OfThisUser())).Keep(placebo.Outcome));
        }

        console.Write(new TextLine(!saver.KeptAll ? saver.Tell() : $"{(end.Trouble is { } trouble ? $"{trouble} " : "")}Figures: {RunFile.PathIn(folder)}"));
        PlaceboTable.Write(console, placebo);
    }
}
