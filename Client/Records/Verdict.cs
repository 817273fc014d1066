namespace Interleave.Client.Records;

/// <summary>What the whole interval of a contrast agrees on.</summary>
internal enum Verdict
{
    /// <summary>The whole interval lies on the good side of the baseline.</summary>
    Better,

    /// <summary>The whole interval lies so near to the baseline that nobody would choose by it.</summary>
    Same,

    /// <summary>The whole interval lies on the bad side of the baseline.</summary>
    Worse,

    /// <summary>The interval holds more than one of these; <see cref="Contrast.Needed"/> says what would decide.</summary>
    Undecided,
}
