namespace Interleave.Embedded.Calls;

/// <summary>Calls in the order in which they were made, linked through themselves so that joining and leaving allocate nothing.</summary>
internal sealed class CallList
{
    private readonly Lock _gate = new();
    private Call? _first;
    private Call? _last;

    public void Append(Call call)
    {
        lock (_gate)
        {
            call.Earlier = _last;
            if (_last is null)
            {
                _first = call;
            }
            else
            {
                _last.Later = call;
            }

            _last = call;
        }
    }

    /// <summary>Takes a call out, if it is still in.</summary>
    public void Remove(Call call)
    {
        lock (_gate)
        {
            if (call.Earlier is null && _first != call)
            {
                return;
            }

            if (call.Earlier is null)
            {
                _first = call.Later;
            }
            else
            {
                call.Earlier.Later = call.Later;
            }

            if (call.Later is null)
            {
                _last = call.Earlier;
            }
            else
            {
                call.Later.Earlier = call.Earlier;
            }

            call.Earlier = call.Later = null;
        }
    }

    /// <summary>Takes the oldest call out if its time ran out by <paramref name="now"/>.</summary>
    public Call? TakeFirst(long now)
    {
        lock (_gate)
        {
            var first = _first;
            if (first is null || first.Deadline > now)
            {
                return null;
            }

            _first = first.Later;
            if (_first is null)
            {
                _last = null;
            }
            else
            {
                _first.Earlier = null;
            }

            first.Later = null;
            return first;
        }
    }
}
