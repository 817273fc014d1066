using Interleave.Client.Records;
using Interleave.Client.Running;

namespace Interleave.Client.Commands;

/// <summary>What a run tells its user, while it goes on and at its end.</summary>
internal interface IOutcome
{
    /// <summary>Progress that is displayed, and heard here too.</summary>
    IProgress<RunProgress> Beside(IProgress<RunProgress> display);

    /// <param name="run">Judged, and complete or not.</param>
    /// <param name="end">How the measuring ended.</param>
    /// <param name="saver">Takes what is to be kept beside <c>run.json</c>.</param>
    void Tell(Run run, RunEnd end, RunSaver saver);
}
