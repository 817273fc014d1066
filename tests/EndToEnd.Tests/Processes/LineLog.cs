using System.Text;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>Reads lines as they come, and tells those who wait for one.</summary>
internal sealed class LineLog
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _waiting = [];
    private readonly Task _reading;

    public LineLog(TextReader reader) => _reading = ReadAsync(reader);

    public Task HoldsAsync(string text)
    {
        lock (_waiting)
        {
            if (_text.ToString().Contains(text, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((text, seen));
            return _reading.IsCompleted ? Task.FromException(Missing(text)) : seen.Task;
        }
    }

    public async Task<string> AllAsync()
    {
        await _reading;
        return _text.ToString();
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_waiting)
            {
                _text.AppendLine(line);
                foreach (var (_, seen) in _waiting.Where(waiting => line.Contains(waiting.Text, StringComparison.Ordinal)))
                {
                    seen.TrySetResult();
                }
            }
        }

        lock (_waiting)
        {
            _waiting.ForEach(waiting => waiting.Seen.TrySetException(Missing(waiting.Text)));
        }
    }

    private InvalidOperationException Missing(string text) => new($"The client never wrote '{text}', but:{Environment.NewLine}{_text}");
}
