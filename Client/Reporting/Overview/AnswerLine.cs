using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>What a run says to somebody in one situation.</summary>
/// <param name="Told">The contrasts that it is made of: nobody need be told them twice.</param>
internal sealed record AnswerLine(string Situation, string Text, IReadOnlyList<Contrast> Told);
