namespace Interleave.Client.Recording;

/// <summary>Better or worse only when the whole interval of the ratio lies on that side of one.</summary>
internal enum Verdict
{
    Better,
    Same,
    Worse,
}
