using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Interleave.Client.Workloads.Yaml;

/// <summary>Reads a YAML document into a tree of bounded size; anchors, aliases and tags are refused, so that no document is larger than its file.</summary>
internal sealed class YamlTree
{
    private const int MostDepth = 12;
    private const int MostNodes = 2_000;

    private readonly Parser _parser;
    private readonly FileFaults _faults;
    private int _nodes;

    private YamlTree(string text, FileFaults faults)
    {
        _parser = new Parser(new StringReader(text));
        _faults = faults;
    }

    /// <summary>The document, or null and a fault.</summary>
    public static YamlNode? Read(string text, FileFaults faults)
    {
        try
        {
            return new YamlTree(text, faults).ReadDocument();
        }
        catch (YamlException exception)
        {
            var what = (exception.InnerException ?? exception).Message.ReplaceLineEndings(" ");
            faults.Add(Math.Max(1, exception.Start.Line), Math.Max(1, exception.Start.Column), $"This is not YAML: {what.TrimEnd('.')}.");
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or EndOfStreamException)
        {
            // What the library does not expect of a document it does not always tell in its own words.
            faults.Add(1, 1, "This is not YAML.");
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _faults.Add(1, 1, "The file is empty: 'interleave new workload FILE' writes one to start from.");
            return null;
        }

        var root = ReadNode(depth: 0);
        if (root is null)
        {
            return null;
        }

        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _faults.Add(second.Start.Line, second.Start.Column, "A second document begins here: one is allowed.");
            return null;
        }

        return root;
    }

    /// <summary>Null where reading ends, with a fault.</summary>
    private YamlNode? ReadNode(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var (line, column) = (next.Start.Line, next.Start.Column);
        if (next is AnchorAlias || next is NodeEvent { Anchor.IsEmpty: false })
        {
            return Refuse(line, column, "Anchors and aliases ('&', '*') are not allowed: write the value itself.");
        }

        if (next is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
        {
            return Refuse(line, column, $"The tag '{tag.Value}' is not allowed: write the value without a tag.");
        }

        if (depth > MostDepth)
        {
            return Refuse(line, column, $"This is nested more than {MostDepth} levels deep.");
        }

        if (++_nodes > MostNodes)
        {
            return Refuse(line, column, $"There are more than {MostNodes} values up to here.");
        }

        return next switch
        {
            Scalar scalar => new YamlText(line, column, scalar.Value),
            SequenceStart => ReadList(line, column, depth),
            _ => ReadMap(line, column, depth),
        };
    }

    private YamlList? ReadList(long line, long column, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(line, column, items);
    }

    private YamlMap? ReadMap(long line, long column, int depth)
    {
        var entries = new List<(YamlText, YamlNode)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = ReadNode(depth + 1);
            if (name is null || (name is not YamlText && Refuse(name.Line, name.Column, $"A name is expected here, and not {name.Description}.") is null)
                || ReadNode(depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add(((YamlText)name, value));
        }

        return new YamlMap(line, column, entries);
    }

    private YamlNode? Refuse(long line, long column, string why)
    {
        _faults.Add(line, column, why);
        return null;
    }
}
