using Interleave.Silo.Telemetry;
using Interleave.Silo.Usage;

namespace Interleave.Silo;

/// <summary>Answers the owner of this process.</summary>
internal sealed class OwnerAnswers(ProcessTelemetry telemetry)
{
    /// <param name="question">One of <see cref="OwnerQuestion"/>; any other is passed over.</param>
    public void Answer(string question)
    {
        switch (question)
        {
            case OwnerQuestion.Counters:
                telemetry.Output.WriteLine(CountersLine.Write(OwnCounters.Read()));
                break;
            case OwnerQuestion.Collect:
                OwnHeap.Collect();
                telemetry.Output.WriteLine(OwnerQuestion.Done);
                break;
            case OwnerQuestion.KeepSpans:
                telemetry.KeepSpans();
                telemetry.Output.WriteLine(OwnerQuestion.Done);
                break;
            case OwnerQuestion.DropSpans:
                telemetry.DropSpans();
                telemetry.Output.WriteLine(OwnerQuestion.Done);
                break;
        }
    }
}
