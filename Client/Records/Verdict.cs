namespace Interleave.Client.Records;

/// <summary>What the rounds of a contrast agree on.</summary>
internal enum Verdict
{
    /// <summary>The whole interval lies on the good side of the baseline, by more than is negligible, and so does every launch.</summary>
    Better,

    /// <summary>The whole interval lies so near to the baseline that nobody would choose by it.</summary>
    Same,

    /// <summary>The whole interval lies on the bad side of the baseline, by more than is negligible, and so does every launch.</summary>
    Worse,

    /// <summary>The rounds allow more than one of these; <see cref="Contrast.Needed"/> says what may decide.</summary>
    Undecided,
}
