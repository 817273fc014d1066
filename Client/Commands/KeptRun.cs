using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Commands;

/// <summary>A run that was kept; where its program was killed before it drew conclusions, they are drawn now.</summary>
internal static class KeptRun
{
    /// <inheritdoc cref="RunFile.Read"/>
    public static Run Read(string folderOrFile)
    {
        var run = RunFile.Read(folderOrFile);
        return run.FinishedAt is null ? Judge.Create(ScenarioCatalogue.All).Conclude(run) : run;
    }

    /// <summary>The run, or null and lines in <paramref name="faults"/>.</summary>
    public static Run? Read(string folderOrFile, Faults faults) => faults.Catch(() => Read(folderOrFile));
}
