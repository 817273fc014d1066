namespace Interleave.Embedded.Calls;

/// <summary>Where a call has got to on its way, so that a cancellation can follow it.</summary>
internal interface ICallPlace
{
    void Cancel(Call call);
}
