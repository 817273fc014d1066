using Interleave.Client.Records;
using Interleave.Client.Running;

namespace Interleave.Client.Commands;

/// <summary>Fills a run's folder as far as it can be filled, and tells what it would not take.</summary>
internal sealed class RunSaver(RunJournal journal, string folder)
{
    private string? _trouble;

    /// <summary>Whether the folder took everything.</summary>
    public bool KeptAll => _trouble is null;

    public void Keep(Action save)
    {
        try
        {
            save();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Failed(exception);
        }
    }

    public void Failed(Exception exception) => _trouble ??= exception.Message.TrimEnd('.');

    /// <summary>One line on what became of the figures; saves them elsewhere where the folder lacks them.</summary>
    public string Tell() => $"'{folder}' could not be filled ({_trouble}): {WhereFiguresAre()}";

    private string WhereFiguresAre()
    {
        if (journal.IsSaved)
        {
            return $"{RunFile.Name} holds every figure, and 'interleave report' writes the page again.";
        }

        try
        {
            var elsewhere = Directory.CreateTempSubdirectory("interleave-run-").FullName;
            RunFile.Save(journal.Run, elsewhere);
            return $"what was measured is in {RunFile.PathIn(elsewhere)}.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{RunFile.Name} lacks the last of the {journal.Run.Trials.Count} trials that the tables show.";
        }
    }
}
