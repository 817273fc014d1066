namespace Interleave.Embedded.Calls;

/// <summary>Where the answer to a call goes when its caller is in another process.</summary>
internal interface ICallOrigin
{
    void Answer<TResult>(Call call, GrainMethod<TResult> method, TResult result);

    void AnswerFault(Call call, Exception fault);
}
