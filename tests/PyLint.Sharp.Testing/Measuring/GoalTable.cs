using System.Text;

namespace PyLint.Sharp.Testing.Measuring;

/// <summary>Writes goals as a table of Markdown whose columns stand straight in a terminal too.</summary>
public static class GoalTable
{
    private static readonly string[] Head = ["work", "goal", "measured", "met"];

    /// <summary>The table, one line a goal, each with a line end.</summary>
    public static string Write(IEnumerable<Goal> goals)
    {
        string[][] rows = [Head, .. goals.Select(goal => new[] { goal.Work, goal.Aim, goal.Measured, WordOf(goal.IsMet) })];
        var widths = Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        Add(rows[0]);
        Add([.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows[1..])
        {
            Add(row);
        }

        return text.ToString();

        void Add(string[] cells) => text.Append("| ").AppendJoin(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))).Append(" |\n");
    }

    private static string WordOf(bool? isMet) => isMet switch
    {
        true => "yes",
        false => "NO",
        null => "-",
    };
}
