namespace PyLint.Sharp.Analysis;

/// <summary>What an interviewer asks next about a finding.</summary>
/// <param name="Question">The question, as it is asked.</param>
/// <param name="Answer">The strong answer: two or three sentences, with the trade-off.</param>
public sealed record InterviewQuestion(string Question, string Answer);
